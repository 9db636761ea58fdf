-- What the writer's statements cost in a database that holds much already: the measurement behind design/scale.md.
-- Fills the tables of a database of Interact that nothing runs on, and makes the changes of calls in rounds of 50 as the writer does.
--
--   psql -v calls=1000000 -f design/scale.sql "postgresql://…"
--
-- Each run adds so many calls to those that are there, and prints the rows and bytes, and what 20,000 more calls took.
\set ON_ERROR_STOP on
\pset footer off

insert into concept (hash, id, domain, content) values ('scale', 'scale', 'story', '\x00') on conflict do nothing;
insert into study (id, name, submission, state, created) values ('scale', 'scale', '\x00', 'FINISHED', now()) on conflict do nothing;
set client_min_messages = warning;
create sequence if not exists scale_number;

create or replace function scale_key(n bigint, kind text) returns text language sql immutable as
  $$ select encode(sha256(convert_to(kind || n, 'UTF8')), 'hex') $$;

-- A dialogue has 16 calls: 5 questions, 5 answers and 6 sheets.
-- Ids of attempts are in the order of time.
create or replace function scale_attempt(n bigint) returns text language sql immutable as
  $$ select lpad(to_hex(n), 12, '0') || '-' || substr(scale_key(n, 'a'), 1, 23) $$;

create or replace procedure scale_add(first bigint, number bigint, done boolean) language sql as $$
  insert into dialogue (id, study, concept, concept_id, domain, condition, student, quiz_mode, parts, rank, stage)
    select scale_key(n, 'd'), 'scale', 'scale', 'scale', 'story', 'DYNAMIC', 'pupil', 'FULL', 1, n,
           case when done then 'FINISHED' else 'RUNNING' end
    from generate_series(first / 16 + 1, (first + number) / 16) n on conflict do nothing;
  insert into call (key, kind, model, model_id, temperature, max_tokens, seed, prompt, rank, draw, status, not_before, failures,
                    losses, refusals, truncated, reply, answered_by)
    select scale_key(n, 'c'), 'ANSWER', 'pupil', 'pupil', 0.7, 512, 1, scale_key(n % 3, 'p'), n, '0/0/0',
           case when done then 'DONE' else 'SENT' end, to_timestamp(0), 0, 0, 0, false,
           case when done then repeat(scale_key(n, 'r'), 3) end, case when done then scale_attempt(n) end
    from generate_series(first, first + number - 1) n;
  insert into attempt (id, call, model, worker, sent, study, epoch, reserved_nanos, reserved_tokens, status, ended, latency)
    select scale_attempt(n), scale_key(n, 'c'), 'pupil', 'student-0f8fad5b-d9cb-469f-a165-70867728950e', now(), 'scale', 1, 0, 900,
           case when done then 'COMPLETED' else 'SENT' end, case when done then now() end, case when done then 800 end
    from generate_series(first, first + number - 1) n;
  insert into step (id, study, dialogue, kind, turn, part, draw, call, open)
    select n, 'scale', scale_key(n / 16 + 1, 'd'), 'ANSWER', n % 16, 0, 0, scale_key(n, 'c'), not done
    from generate_series(first, first + number - 1) n;
$$;

create or replace procedure scale_answer(first bigint, number bigint) language sql as $$
  update call set status = 'DONE', reply = repeat(scale_key(rank, 'r'), 3), answered_by = scale_attempt(rank)
    from generate_series(first, first + number - 1) n where key = scale_key(n, 'c');
  update attempt set status = 'COMPLETED', ended = now(), latency = 800, input_tokens = 480, output_tokens = 14
    from generate_series(first, first + number - 1) n where id = scale_attempt(n);
  update step set open = false from generate_series(first, first + number - 1) n where id = n;
$$;

create or replace procedure scale_fill(number bigint) language plpgsql as $$
declare first bigint;
begin
  for i in 1 .. ceil(number / 20000.0) loop
    first := coalesce((select last_value from scale_number where is_called), 0) + 16;
    call scale_add(first, 20000, true);
    perform setval('scale_number', first + 20000);
    commit;
  end loop;
end $$;

create or replace procedure scale_rounds(rounds int) language plpgsql as $$
declare first bigint;
begin
  for i in 1 .. rounds loop
    first := coalesce((select last_value from scale_number where is_called), 0) + 1;
    call scale_add(first, 50, false);
    if i > 1 then call scale_answer(first - 51, 50); end if;
    perform setval('scale_number', first + 50);
    commit;
  end loop;
end $$;

call scale_fill(:calls);
vacuum analyze call;
vacuum analyze attempt;
vacuum analyze step;
checkpoint;
select pg_size_pretty(sum(pg_table_size(c)))   as tables,
       pg_size_pretty(sum(pg_indexes_size(c))) as indexes,
       (select count(*) from call)              as calls
from unnest(array['dialogue', 'call', 'attempt', 'step']::regclass[]) c;
call scale_rounds(40);
select pg_stat_reset_shared('wal'), pg_stat_reset_shared('io') \g /dev/null
select clock_timestamp() as began \gset
call scale_rounds(400);
select round(extract(epoch from clock_timestamp() - :'began'::timestamptz) * 1000 / 20, 1) as ms_per_1000_calls,
       (select wal_bytes / 20000 from pg_stat_wal)::int                       as wal_bytes_per_call,
       (select round(sum(reads) / 20000.0, 2) from pg_stat_io where context = 'normal' and object = 'relation') as pages_read_per_call;
