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
