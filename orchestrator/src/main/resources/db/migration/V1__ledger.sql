-- Flyway owns the schema. Model text is stored once, in call.reply; everything else refers to it.

create table concept (
  hash    text primary key,
  id      text not null,
  domain  text not null,
  content bytea not null          -- the concept as JSON; bytes, so that any Unicode survives
);

create table study (
  id         text primary key,
  name       text not null,
  submission bytea not null,      -- the Submission as JSON: study file, concept hashes, prompts
  state      text not null,       -- RUNNING, PAUSED, FINISHED
  created    timestamptz not null,
  finished   timestamptz
);

create table dialogue (
  id            text primary key,
  study         text not null references study,
  concept       text not null references concept,
  concept_id    text not null,
  domain        text not null,
  condition     text not null,
  student       text not null,
  teacher       text,
  lesson_author text,
  quiz_mode     text not null,
  seed          bigint,
  parts         int not null,     -- sheets of a quiz
  rank          bigint not null,  -- order in which dialogues start
  stage         text not null,    -- PLANNED, AWAITING_LESSON, RUNNING, FINISHED, FAILED
  reason        text,             -- why it failed
  lesson        text,             -- the call that wrote its lesson
  transcript    text              -- hash of the turns so far
);
create index dialogue_of_study on dialogue (study, stage);
create index dialogue_to_start on dialogue (rank) where stage = 'PLANNED';

-- One wanted model answer, unique by the content of its request.
create table call (
  key           text primary key,
  kind          text not null,
  model         text not null,    -- alias
  temperature   double precision not null,
  max_tokens    int not null,
  seed          int not null,
  prompt        text not null,    -- hash of the prompt templates
  rank          bigint not null,
  status        text not null,    -- READY, SENT, ANSWERED, DONE, FAILED
  not_before    timestamptz not null,
  failures      int not null default 0,
  losses        int not null default 0,
  reason        text,
  reply         text,
  truncated     boolean not null default false,
  -- of sheets:
  choices       int[],            -- as shown; null where none could be read; the key is not stored here
  format_error  text,
  grader        text
);
create index call_ready on call (model, rank) where status = 'READY';
create index call_answered on call (rank) where status = 'ANSWERED';

-- One sending of a call.
create table attempt (
  id            text primary key,
  call          text not null references call,
  model         text not null,
  worker        text not null,    -- the incarnation that it was sent to
  status        text not null,    -- SENT, COMPLETED, RATE_LIMITED, TRANSIENT, REJECTED, LOST
  reason        text,
  sent          timestamptz not null,
  ended         timestamptz,
  latency       bigint,           -- milliseconds
  input_tokens  int not null default 0,
  output_tokens int not null default 0,
  fingerprint   text
);
create index attempt_of_call on attempt (call);
create index attempt_sent on attempt (worker) where status = 'SENT';

-- Which dialogue waits, or waited, for which call.
create table step (
  id           bigint primary key,
  study        text not null,
  dialogue     text not null references dialogue,
  kind         text not null,     -- LESSON, ASK, ANSWER, SIT
  turn         int not null,
  part         int not null,
  draw         int not null,
  call         text not null references call deferrable initially deferred,
  open         boolean not null,
  abandoned    boolean not null default false,  -- its dialogue failed while it was open
  format_error text,              -- why the draw before this one could not be read
  unique (dialogue, kind, turn, part, draw)
);
create index step_open_of_call on step (call) where open;
create index step_of_call on step (call);
create index step_of_study on step (study, open);
create sequence step_seq increment by 50;

create table turn (
  dialogue text not null references dialogue,
  number   int not null,
  question text not null references call deferrable initially deferred,
  answer   text references call deferrable initially deferred,
  primary key (dialogue, number)
);
