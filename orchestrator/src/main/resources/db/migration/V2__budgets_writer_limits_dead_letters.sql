-- Only additions: an orchestrator of the version before goes on beside this schema.

-- Who pays for an attempt, what it may cost at most while it is under way, and what it did cost. Money is in billionths of a
-- US dollar, so that a token's price is a whole number.
alter table attempt
  add column study           text,                        -- on whose behalf it was sent
  add column epoch           bigint not null default 0,   -- of the writer that sent it
  add column reserved_nanos  bigint not null default 0,   -- upper bounds, fixed when it is sent
  add column reserved_tokens bigint not null default 0,
  add column spent_nanos     bigint not null default 0,   -- booked when it ends
  add column spent_tokens    bigint not null default 0,
  add column spent_calls     int not null default 0,
  add column raw             text;                        -- what came back, where it is not the call's reply
create index attempt_of_study on attempt (study, status);

alter table call
  add column draw        text not null default '',  -- which draw of the same request: repeat/candidate/re-ask
  add column refusals    int not null default 0,    -- attempts refused for their rate; no failures
  add column answered_by text;                      -- the attempt whose reply it has

alter table study
  add column owner  text not null default '',
  add column reason text;                           -- why it is paused, where nobody asked for it

-- What may be spent and what is: one account a study, and one an owner and month. A cap that is null is none.
create table account (
  id              text primary key,  -- study/ID or owner/NAME/YYYY-MM
  cap_nanos       bigint,
  cap_tokens      bigint,
  cap_calls       bigint,
  reserved_nanos  bigint not null default 0,
  reserved_tokens bigint not null default 0,
  reserved_calls  bigint not null default 0,
  spent_nanos     bigint not null default 0,
  spent_tokens    bigint not null default 0,
  spent_calls     bigint not null default 0,
  input_tokens    bigint not null default 0,  -- as the providers counted them
  output_tokens   bigint not null default 0
);

-- What an owner may spend a month.
create table owner_cap (
  owner  text primary key,
  nanos  bigint,
  tokens bigint,
  calls  bigint
);

-- The one orchestrator that takes replies and sends calls. Each of its transactions locks the row and checks the epoch, so that
-- one that was taken for dead writes nothing when it wakes up.
create table writer (
  name    text primary key,
  holder  text not null,
  epoch   bigint not null,
  expires timestamptz not null
);
insert into writer (name, holder, epoch, expires) values ('engine', '', 0, 'epoch');

-- Limits that replace the registry's while there is a row.
create table model_limit (
  alias               text primary key,
  concurrency         int,
  requests_per_minute bigint,
  tokens_per_minute   bigint,
  changed             timestamptz not null
);

-- Records that could not be read or stored, from the dead-letter topic.
create table dead_letter (
  id       text primary key,   -- topic, partition and offset of the record
  topic    text not null,
  part     int not null,
  position bigint not null,    -- its offset
  key      bytea,
  value    bytea,
  reason   text not null,
  reader   text not null,      -- who could not read it
  noticed  timestamptz not null,
  resent   timestamptz
);
