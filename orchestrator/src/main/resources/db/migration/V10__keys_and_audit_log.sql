-- Keys of programs, and of people who signed in with one: such a session is a key with a parent.
create table api_key (
  id         text primary key,
  hash       bytea not null,        -- SHA-256 of the secret part, which has 256 random bits
  name       text not null,
  scope      text not null,
  parent     text,
  created    timestamptz not null,
  created_by text not null,
  expires    timestamptz,           -- null where it does not
  revoked    timestamptz,
  used       timestamptz            -- when it was used last, to a minute
);

create table audit_entry (
  id      bigint generated always as identity primary key,
  at      timestamptz not null,
  who     text not null,
  name    text not null,
  action  text not null,
  subject text,
  status  smallint                  -- of HTTP; null where no answer was given
);
create index on audit_entry (subject, id);
create index on audit_entry (who, id);

-- What is done can be added to an entry, once; nothing else of it changes, and none goes.
create function audit_entry_stays() returns trigger language plpgsql as $$
begin
  raise exception 'entries of the audit log stay as they are';
end
$$;
create trigger audit_entry_is_kept before delete on audit_entry
  for each row execute function audit_entry_stays();
create trigger audit_entry_is_not_emptied before truncate on audit_entry
  execute function audit_entry_stays();
create trigger audit_entry_is_not_changed before update on audit_entry
  for each row when (old.status is not null
    or (old.id, old.at, old.who, old.name, old.action) is distinct from (new.id, new.at, new.who, new.name, new.action)
    or old.subject is distinct from new.subject and old.subject is not null)
  execute function audit_entry_stays();
