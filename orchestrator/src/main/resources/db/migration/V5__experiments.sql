-- Strategies, styles, draws and forks; what is there already is plain.
alter table dialogue add column arm text not null default '';
alter table dialogue add column strategy text;                   -- null where the student asks nothing of its own
alter table dialogue add column style text;                      -- null where nobody answers
alter table dialogue add column lesson_draw int not null default 0;
alter table dialogue add column option_order int not null default 0;
alter table dialogue add column fork text;                       -- what is replaced; null where it is no fork
alter table dialogue add column donor text;                      -- the dialogue that it forks
alter table dialogue add column donor_student text;
alter table dialogue add column framing text;
alter table dialogue add column fork_turn int;
alter table dialogue add column candidate int;                   -- from 0
alter table dialogue add column trial int not null default 0;    -- sheets that a candidate is tried on
alter table dialogue add column halved boolean not null default false;  -- half of the quiz is reported
alter table dialogue add column turns int;                       -- where it has fewer than its study says
alter table dialogue add column planned_calls bigint;
update dialogue d set planned_calls = d.parts
    + case when d.condition in ('STATIC_LESSON', 'DYNAMIC_WITH_LESSON') then 1 else 0 end
    + case when d.condition in ('DYNAMIC', 'DYNAMIC_WITH_LESSON') then t.turns * (d.parts + 2) else 0 end
  from (
    select id, coalesce((convert_from(submission, 'UTF8')::jsonb -> 'study' ->> 'turns')::int, 5) as turns from study) t
  where t.id = d.study;
update dialogue set strategy = 'plain', style = 'FULL' where condition in ('DYNAMIC', 'DYNAMIC_WITH_LESSON');
update dialogue set arm = concat_ws('|', condition, student, teacher, lesson_author, quiz_mode);
create index dialogue_of_donor on dialogue (donor) where donor is not null;

alter table step add column candidate int not null default 0;
alter table step add column sample int not null default 0;
alter table step drop constraint step_dialogue_kind_turn_part_draw_key;
alter table step add constraint step_of_dialogue unique (dialogue, kind, turn, part, draw, candidate, sample);

-- A question is a call's whole reply, a part of it, or what the study says.
alter table turn alter column question drop not null;
alter table turn add column asked text;                          -- where it is not the whole reply

-- Questions that were tried out.
create table candidate (
  dialogue text not null references dialogue,
  turn     int not null,
  number   int not null,                                         -- from 0
  question text not null references call deferrable initially deferred,
  asked    text,
  answer   text references call deferrable initially deferred,
  right_items int not null default 0,
  items    int not null default 0,
  chosen   boolean not null default false,
  primary key (dialogue, turn, number)
);
