-- Imports of people: what a file says, what it would change, what it changed, and the way back.

create table people_import (
  id uuid primary key default gen_random_uuid(),
  file_name text not null check (length(file_name) between 1 and 255),
  state text not null default 'read'
    check (state in ('read', 'planning', 'planned', 'applying', 'applied', 'undone', 'cancelled', 'failed')),
  created_by uuid references person (id) on delete set null,
  created_at timestamptz not null default now(),
  format jsonb not null,
  columns jsonb not null,
  mapping jsonb not null,
  mapping_remembered boolean not null,
  mark_missing_as_left boolean not null default false,
  progress jsonb,
  counts jsonb,
  failure text,
  directory_version text,
  rows_gzip bytea,
  applied_at timestamptz,
  constraint applied_imports_have_a_time check (state not in ('applied', 'undone') or applied_at is not null)
);
comment on column people_import.rows_gzip is
  'The rows as read, without the cells of sensitive columns (rule R6); wiped when the import is over.';
comment on column people_import.directory_version is
  'What the directory looked like when the plan was made; a plan about another directory is not carried out.';
create index people_import_created_idx on people_import (created_at desc, id);

create table people_import_change (
  import_id uuid not null references people_import (id) on delete cascade,
  position integer not null,
  kind text not null check (kind in ('created', 'updated', 'missing')),
  row_number integer,
  person_id uuid not null,
  before jsonb,
  after jsonb not null,
  changes jsonb not null,
  primary key (import_id, position)
);
comment on column people_import_change.before is 'The person as columns of table person; null for somebody new.';

create table people_import_problem (
  import_id uuid not null references people_import (id) on delete cascade,
  position integer not null,
  problem jsonb not null,
  primary key (import_id, position)
);

create table people_import_mapping (
  fingerprint text primary key,
  mapping jsonb not null,
  used_at timestamptz not null default now()
);
comment on table people_import_mapping is 'Which column was which field, for the next file with the same titles.';

alter table people_import enable row level security;
alter table people_import force row level security;
alter table people_import_change enable row level security;
alter table people_import_change force row level security;
alter table people_import_problem enable row level security;
alter table people_import_problem force row level security;
alter table people_import_mapping enable row level security;
alter table people_import_mapping force row level security;

grant select, insert, update, delete
  on people_import, people_import_change, people_import_problem, people_import_mapping to viceversa_app;
create policy people_managers_manage on people_import for all to viceversa_app
  using ((select may_manage_people())) with check ((select may_manage_people()));
create policy people_managers_manage on people_import_change for all to viceversa_app
  using ((select may_manage_people())) with check ((select may_manage_people()));
create policy people_managers_manage on people_import_problem for all to viceversa_app
  using ((select may_manage_people())) with check ((select may_manage_people()));
create policy people_managers_manage on people_import_mapping for all to viceversa_app
  using ((select may_manage_people())) with check ((select may_manage_people()));

-- A server that was stopped in the middle says so at its next start, and forgets files nobody went on with.
grant select (id, state, created_at) on people_import to viceversa_jobs;
grant update (state, failure, progress, rows_gzip) on people_import to viceversa_jobs;
create policy jobs_tidy on people_import for all to viceversa_jobs using (true) with check (true);

-- People who stay although no HR file names them.
grant create on schema public to viceversa_guard;
create function people_who_stay() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select person_id from administrator where may_manage_people()
  union
  select person_id from programme_manager where may_manage_people();
end;
alter function people_who_stay() owner to viceversa_guard;
revoke create on schema public from viceversa_guard;
