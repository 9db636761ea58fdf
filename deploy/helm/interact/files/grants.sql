-- What the role interact_service may do, with which the service works: read and write rows, of the tables that are there and of those
-- that later releases make. It owns nothing and makes nothing. Run this in Interact's database as the role that owns it; again does no harm.
grant usage on schema public to interact_service;
grant select, insert, update, delete on all tables in schema public to interact_service;
grant usage on all sequences in schema public to interact_service;
alter default privileges in schema public grant select, insert, update, delete on tables to interact_service;
alter default privileges in schema public grant usage on sequences to interact_service;
do $$
begin
  execute format('revoke temporary on database %I from public', current_database());
end
$$;
