-- Preparations are handed in, paid for and controlled as studies are. One row a concept; all else follows from its steps and their calls.
alter table study add column kind text not null default 'STUDY';

create table preparation (
  id            text primary key,
  study         text not null references study,
  concept       text not null references concept,
  concept_id    text not null,
  domain        text not null,
  rank          bigint not null,
  stage         text not null,    -- PLANNED, RUNNING, FINISHED, FAILED
  reason        text,             -- why it failed
  planned_calls bigint not null   -- if everything passes at once
);
create index preparation_of_study on preparation (study, stage, rank);

-- What waits for a call is a dialogue or the preparation of a concept; the latter may ask several models the same.
alter table step drop constraint step_dialogue_fkey;
alter table step add column model text not null default '';
alter table step drop constraint step_of_dialogue;
alter table step add constraint step_of_dialogue unique (dialogue, kind, turn, part, draw, candidate, sample, model);
