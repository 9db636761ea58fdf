-- How many transactions of others have changed what the writer decides about: it keeps in memory what it works with, and forgets it
-- when this has changed.
alter table writer add column others bigint not null default 0;
