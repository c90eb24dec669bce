-- Programmes: one run with a purpose, people and dates (rules R1, R2).

create table programme (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 120),
  template text not null check (template in ('three-months', 'six-months', 'twelve-months')),
  state text not null default 'draft' check (state in ('draft', 'open', 'running', 'closed')),
  purpose text not null default '' check (length(purpose) <= 2000),
  outcomes text[] not null default '{}' check (cardinality(outcomes) <= 2),
  themes text[] not null default '{}',
  give_back_themes text[] not null default '{}',
  sponsor_id uuid references person (id) on delete set null,
  safe_contact_id uuid references person (id) on delete set null,
  kick_off_on date,
  last_session_on date,
  ends_on date,
  deletes_on date,
  session_count integer not null check (session_count between 1 and 24),
  session_minutes integer not null check (session_minutes in (45, 60, 90)),
  scheduled_by text not null default 'leader' check (scheduled_by in ('leader', 'mentor')),
  agenda_by text not null default 'mentor' check (agenda_by in ('leader', 'mentor')),
  expected_pairs integer not null check (expected_pairs between 1 and 1000),
  accept_within_days integer not null default 7 check (accept_within_days between 1 and 60),
  minimum_level_gap integer not null default 2 check (minimum_level_gap between 1 and 10),
  level_gap_reason text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  opened_at timestamptz,
  constraint dates_in_order check (
    last_session_on >= kick_off_on and ends_on >= last_session_on and deletes_on >= ends_on),
  constraint a_gap_of_one_needs_a_reason check (minimum_level_gap > 1 or length(level_gap_reason) > 0),
  constraint safe_contact_is_not_the_sponsor check (safe_contact_id is distinct from sponsor_id or sponsor_id is null)
);
comment on column programme.themes is 'Theme ids that leaders may want and mentors may offer.';
comment on column programme.give_back_themes is 'Theme ids of what a mentor may want back from a leader.';
comment on column programme.scheduled_by is 'Who carries the logistics; the leader by default (rule R16).';
comment on column programme.deletes_on is 'Notes, answers and topic lists are erased on this date (rule R49).';

create table programme_manager (
  programme_id uuid not null references programme (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  granted_at timestamptz not null default now(),
  primary key (programme_id, person_id)
);
create index programme_manager_person_idx on programme_manager (person_id);

create table programme_session (
  programme_id uuid not null references programme (id) on delete cascade,
  number integer not null check (number >= 1),
  planned_on date not null,
  primary key (programme_id, number)
);
comment on table programme_session is 'The time line: by when each session of a pair is planned.';

-- Row-level security ---------------------------------------------------------------------------

alter table programme enable row level security;
alter table programme force row level security;
alter table programme_manager enable row level security;
alter table programme_manager force row level security;
alter table programme_session enable row level security;
alter table programme_session force row level security;

grant select on programme, programme_manager to viceversa_guard;
create policy guard_reads on programme for select to viceversa_guard using (true);
create policy guard_reads on programme_manager for select to viceversa_guard using (true);

grant create on schema public to viceversa_guard;

create function manages_programme(wanted_programme_id uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (
    select 1 from programme_manager
    where programme_id = wanted_programme_id and person_id = actor_person());
alter function manages_programme(uuid) owner to viceversa_guard;

-- As a set, so that a policy over many rows asks once: `programme_id in (select programmes_i_manage())`.
create function programmes_i_manage() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select programme_id from programme_manager where person_id = actor_person();
end;
alter function programmes_i_manage() owner to viceversa_guard;

create function manages_any_programme() returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from programme_manager where person_id = actor_person());
alter function manages_any_programme() owner to viceversa_guard;

create function may_manage_people() returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return is_administrator() or manages_any_programme();
alter function may_manage_people() owner to viceversa_guard;

-- A new programme has no manager yet: its creator, who may manage people, becomes the first. Only a draft waits for its
-- first manager, so nobody can take over a programme with people in it.
create function programme_awaits_its_first_manager(wanted_programme_id uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return
    exists (select 1 from programme where id = wanted_programme_id and state = 'draft')
    and not exists (select 1 from programme_manager where programme_id = wanted_programme_id);
alter function programme_awaits_its_first_manager(uuid) owner to viceversa_guard;

revoke create on schema public from viceversa_guard;

create policy programme_managers_read on person for select to viceversa_app using ((select manages_any_programme()));
create policy programme_managers_add on person for insert to viceversa_app with check ((select manages_any_programme()));
create policy programme_managers_change on person for update to viceversa_app
  using ((select manages_any_programme())) with check ((select manages_any_programme()));
create policy programme_managers_remove on person for delete to viceversa_app using ((select manages_any_programme()));

grant select, insert, update, delete on programme to viceversa_app;
grant select on programme, programme_manager, programme_session to viceversa_jobs;
create policy jobs_read on programme for select to viceversa_jobs using (true);
create policy jobs_read on programme_manager for select to viceversa_jobs using (true);
create policy jobs_read on programme_session for select to viceversa_jobs using (true);
create policy managers_read on programme for select to viceversa_app using (manages_programme(id));
create policy team_reads on programme for select to viceversa_app
  using (actor_person() in (sponsor_id, safe_contact_id));
create policy managers_change on programme for update to viceversa_app
  using (manages_programme(id)) with check (manages_programme(id));
create policy people_managers_create on programme for insert to viceversa_app with check (may_manage_people());
create policy managers_delete on programme for delete to viceversa_app using (manages_programme(id));

grant select, insert, delete on programme_manager to viceversa_app;
create policy managers_read on programme_manager for select to viceversa_app
  using (person_id = actor_person() or manages_programme(programme_id) or (select is_administrator()));
create policy managers_share on programme_manager for insert to viceversa_app
  with check (
    manages_programme(programme_id)
    or (programme_awaits_its_first_manager(programme_id) and person_id = actor_person() and may_manage_people()));
create policy managers_revoke on programme_manager for delete to viceversa_app using (manages_programme(programme_id));

grant select, insert, update, delete on programme_session to viceversa_app;
create policy managers_manage on programme_session for all to viceversa_app
  using (manages_programme(programme_id)) with check (manages_programme(programme_id));
