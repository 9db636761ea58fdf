-- Facts that are stored and not yet published: one row a transaction, in the order of their commits. Whoever publishes them deletes them.
create table outbox (
  seq   bigint generated always as identity primary key,
  time  timestamptz not null,
  facts text not null             -- a JSON array
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

-- When the first dialogue, or concept, of a study started. Attempts tell it, but where all answers were there already.
alter table study add column started timestamptz;
update study y set started = coalesce((select min(a.sent) from attempt a where a.study = y.id), y.created)
  where exists (select 1 from dialogue d where d.study = y.id and d.stage not in ('AWAITING_DONOR', 'PLANNED'))
    or exists (select 1 from preparation p where p.study = y.id and p.stage <> 'PLANNED');
