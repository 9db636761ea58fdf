-- The id that a call's model had with its provider when the call was made: it is part of the call's key, and the registry may have
-- changed since.
alter table call add column model_id text;

-- The latest answers of a model, from which plans are estimated.
create index attempt_completed on attempt (model, ended) where status = 'COMPLETED';
