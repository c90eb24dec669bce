-- Who may do what before there is any table, and what every policy asks. The roles themselves belong to the whole
-- server and exist already (src/platform/database/roles.ts). In short:
--
--   viceversa_app      people's requests; row-level security knows the person from actor_person()
--   viceversa_sign_in  the sign-in library's tables, in the schema sign_in
--   viceversa_jobs     background work, and the job queue's tables in the schema pgboss
--   viceversa_guard    owns the SECURITY DEFINER functions that policies call; nobody can become it but the owner
--
-- Every table's migration grants what is needed beside its policies. TRUNCATE is never granted: it ignores policies.

revoke all on schema public from public;
grant usage on schema public to viceversa_app, viceversa_sign_in, viceversa_jobs, viceversa_guard;

create schema sign_in;
grant usage on schema sign_in to viceversa_sign_in;

create schema pgboss;
grant usage on schema pgboss to viceversa_jobs;

-- Functions are for our own roles, not for everybody who can enter. Tables and sequences give nothing by themselves.
alter default privileges revoke execute on functions from public;
alter default privileges grant execute on functions
  to viceversa_app, viceversa_sign_in, viceversa_jobs, viceversa_guard;
alter default privileges revoke usage on types from public;
alter default privileges grant usage on types to viceversa_app, viceversa_sign_in, viceversa_jobs, viceversa_guard;

-- After a transaction the setting is '' rather than null, and ''::uuid raises: hence nullif.
create function actor_person() returns uuid
  language sql stable parallel safe
  set search_path = pg_catalog, pg_temp
  return nullif(current_setting('viceversa.person', true), '')::uuid;
comment on function actor_person() is 'The person on whose behalf this transaction runs; null for nobody in particular.';
