-- The organisation, its directory of people, and who administers the installation.

create table organisation (
  -- One installation serves one organisation, so there is one row and no row carries a tenant.
  only_row boolean primary key default true check (only_row),
  name text not null check (length(name) between 1 and 200),
  time_zone text not null,
  kind text not null check (kind in ('real', 'sample')),
  created_at timestamptz not null default now()
);
comment on column organisation.kind is 'sample: an invented organisation to look around in, removed as a whole.';

create table person (
  id uuid primary key default gen_random_uuid(),
  external_id text,
  email text not null,
  given_name text not null,
  family_name text not null,
  display_name text not null,
  job_title text,
  department text,
  division text,
  site text,
  country text,
  language text,
  time_zone text,
  hire_date date,
  level_label text,
  level integer check (level >= 1),
  manager_id uuid references person (id) on delete set null,
  matrix_manager_id uuid references person (id) on delete set null,
  hr_contact_id uuid references person (id) on delete set null,
  status text not null default 'active' check (status in ('active', 'left')),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint nobody_manages_themselves check (manager_id is distinct from id)
);
comment on table person is 'Everybody in the organisation, whether or not they ever sign in.';
comment on column person.external_id is 'The person''s number in the HR system; kept as text, leading zeros included.';
comment on column person.email is 'Work e-mail in lower case.';
comment on column person.level is 'Steps below the top of the organisation, 1 = nobody above; from the reporting lines unless the file names one.';
comment on column person.level_label is 'The grade as the HR system words it.';
create unique index person_email_key on person (email);
create unique index person_external_id_key on person (external_id) where external_id is not null;
create index person_manager_idx on person (manager_id);
create index person_matrix_manager_idx on person (matrix_manager_id);
create index person_hr_contact_idx on person (hr_contact_id);
create index person_name_idx on person (family_name, given_name, id);

create table administrator (
  person_id uuid primary key references person (id) on delete cascade,
  granted_at timestamptz not null default now()
);
comment on table administrator is 'The one role that is not per programme: people, sign-in, connections, backup.';

create table person_preference (
  person_id uuid primary key references person (id) on delete cascade,
  theme text not null default 'auto' check (theme in ('auto', 'light', 'dark')),
  time_zone text,
  locale text
);
comment on table person_preference is 'How one person wants the screens; read by nobody else.';

-- Row-level security ---------------------------------------------------------------------------

alter table organisation enable row level security;
alter table organisation force row level security;
alter table person enable row level security;
alter table person force row level security;
alter table administrator enable row level security;
alter table administrator force row level security;
alter table person_preference enable row level security;
alter table person_preference force row level security;

grant select on organisation, person, administrator to viceversa_guard;
create policy guard_reads on organisation for select to viceversa_guard using (true);
create policy guard_reads on person for select to viceversa_guard using (true);
create policy guard_reads on administrator for select to viceversa_guard using (true);

grant create on schema public to viceversa_guard;

create function is_administrator() returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from administrator where person_id = actor_person());
alter function is_administrator() owner to viceversa_guard;

create function organisation_kind() returns text
  language sql stable security definer set search_path = public, pg_temp
  return (select kind from organisation);
alter function organisation_kind() owner to viceversa_guard;

revoke create on schema public from viceversa_guard;

-- The organisation's name stands on the sign-in page, so everybody may read it.
grant select, insert, update, delete on organisation to viceversa_app;
grant select on organisation to viceversa_jobs;
create policy everybody_reads on organisation for select to viceversa_app, viceversa_jobs using (true);
create policy first_start_creates on organisation for insert to viceversa_app
  with check (organisation_kind() is null);
create policy administrators_remove_the_sample on organisation for delete to viceversa_app
  using (kind = 'sample' and (select is_administrator()));
create policy administrators_change on organisation for update to viceversa_app
  using ((select is_administrator())) with check ((select is_administrator()));

grant select, insert, update, delete on person to viceversa_app;
grant select on person to viceversa_jobs;
create policy jobs_read on person for select to viceversa_jobs using (true);
create policy people_read_themselves on person for select to viceversa_app using (id = actor_person());
create policy administrators_manage on person for all to viceversa_app
  using ((select is_administrator())) with check ((select is_administrator()));
create policy first_start_creates on person for insert to viceversa_app
  with check (organisation_kind() is null);

grant select, insert, delete on administrator to viceversa_app;
create policy people_read_their_own on administrator for select to viceversa_app
  using (person_id = actor_person() or (select is_administrator()));
create policy administrators_grant on administrator for insert to viceversa_app with check ((select is_administrator()));
create policy administrators_revoke on administrator for delete to viceversa_app using ((select is_administrator()));
create policy first_start_creates on administrator for insert to viceversa_app
  with check (organisation_kind() is null);

grant select, insert, update, delete on person_preference to viceversa_app;
create policy own_only on person_preference for all to viceversa_app
  using (person_id = actor_person()) with check (person_id = actor_person());
