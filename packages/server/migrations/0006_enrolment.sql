-- Enrolment: by one's own opt-in only (rule R3), with consent before the first answer.

create table enrolment (
  id uuid primary key default gen_random_uuid(),
  programme_id uuid not null references programme (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  seat text not null check (seat in ('mentor', 'leader')),
  state text not null default 'invited' check (state in ('invited', 'consented', 'ready')),
  invited_at timestamptz not null default now(),
  consented_at timestamptz,
  ready_at timestamptz,
  unique (programme_id, person_id),
  unique (programme_id, id),
  constraint consent_has_a_time check ((state = 'invited') = (consented_at is null)),
  constraint readiness_has_a_time check ((state = 'ready') = (ready_at is not null))
);
create index enrolment_person_idx on enrolment (person_id);
comment on table enrolment is 'One person in one seat of one programme. Declining or withdrawing deletes the row: no trace (rule R3).';

create table enrolment_profile (
  enrolment_id uuid primary key references enrolment (id) on delete cascade,
  offers text[] not null default '{}',
  wants text[] not null default '{}',
  work_style text[] not null default '{}',
  interests text[] not null default '{}',
  languages text[] not null default '{}',
  time_zone text not null,
  availability integer[] not null default '{}',
  capacity integer not null default 1 check (capacity between 0 and 5),
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  constraint hours_lie_in_the_week check (0 <= all (availability) and 167 >= all (availability))
);
comment on column enrolment_profile.offers is 'Mentor: themes offered. Leader: what they can give back.';
comment on column enrolment_profile.wants is 'Leader: themes wanted. Mentor: what they want back.';
comment on column enrolment_profile.availability is 'Hours of the week in the person''s own time zone, 0 = Monday 00:00 to 01:00.';

-- Row-level security ---------------------------------------------------------------------------

alter table enrolment enable row level security;
alter table enrolment force row level security;
alter table enrolment_profile enable row level security;
alter table enrolment_profile force row level security;

grant select on enrolment to viceversa_guard;
create policy guard_reads on enrolment for select to viceversa_guard using (true);

grant create on schema public to viceversa_guard;

create function takes_part(wanted_programme_id uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (
    select 1 from enrolment where programme_id = wanted_programme_id and person_id = actor_person());
alter function takes_part(uuid) owner to viceversa_guard;

create function enrolment_is_mine(wanted_enrolment_id uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from enrolment where id = wanted_enrolment_id and person_id = actor_person());
alter function enrolment_is_mine(uuid) owner to viceversa_guard;

create function consented_to_enrolment(wanted_enrolment_id uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (
    select 1 from enrolment
    where id = wanted_enrolment_id and person_id = actor_person() and state <> 'invited');
alter function consented_to_enrolment(uuid) owner to viceversa_guard;

create function enrolments_i_manage() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select enrolment.id
  from enrolment
  join programme_manager using (programme_id)
  where programme_manager.person_id = actor_person();
end;
alter function enrolments_i_manage() owner to viceversa_guard;

-- Who runs a programme is known to everybody in it: sponsor, safe contact, programme managers.
create function team_of_my_programmes() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select team.person_id
  from enrolment
  join programme on programme.id = enrolment.programme_id
  cross join lateral (
    select programme.sponsor_id
    union all select programme.safe_contact_id
    union all select programme_manager.person_id
      from programme_manager where programme_manager.programme_id = programme.id) as team (person_id)
  where enrolment.person_id = actor_person() and team.person_id is not null;
end;
alter function team_of_my_programmes() owner to viceversa_guard;

revoke create on schema public from viceversa_guard;

create policy participants_read on programme for select to viceversa_app using (takes_part(id));
create policy participants_read on programme_session for select to viceversa_app using (takes_part(programme_id));
create policy participants_see_the_team on programme_manager for select to viceversa_app using (takes_part(programme_id));
create policy participants_see_the_team on person for select to viceversa_app using (id in (select team_of_my_programmes()));

-- Seat, person and programme stay as they were invited: somebody who changed seats would be somebody else's proposal.
grant select, insert, delete, update (state, consented_at, ready_at) on enrolment to viceversa_app;
grant select on enrolment to viceversa_jobs;
create policy jobs_read on enrolment for select to viceversa_jobs using (true);
create policy own_enrolment on enrolment for select to viceversa_app using (person_id = actor_person());
create policy own_answer on enrolment for update to viceversa_app
  using (person_id = actor_person()) with check (person_id = actor_person());
create policy own_withdrawal on enrolment for delete to viceversa_app using (person_id = actor_person());
create policy managers_read on enrolment for select to viceversa_app
  using (programme_id in (select programmes_i_manage()));
create policy managers_invite on enrolment for insert to viceversa_app
  with check (manages_programme(programme_id) and state = 'invited');
create policy managers_take_back on enrolment for delete to viceversa_app
  using (manages_programme(programme_id) and state = 'invited');

grant select, insert, update, delete on enrolment_profile to viceversa_app;
create policy own_profile on enrolment_profile for select to viceversa_app using (enrolment_is_mine(enrolment_id));
-- Consent comes before the first answer, also for whoever finds another way to ask.
create policy own_first_answers on enrolment_profile for insert to viceversa_app
  with check (consented_to_enrolment(enrolment_id));
create policy own_answers on enrolment_profile for update to viceversa_app
  using (consented_to_enrolment(enrolment_id)) with check (consented_to_enrolment(enrolment_id));
create policy own_answers_taken_back on enrolment_profile for delete to viceversa_app
  using (enrolment_is_mine(enrolment_id));
create policy managers_read on enrolment_profile for select to viceversa_app
  using (enrolment_id in (select enrolments_i_manage()));

-- On the deletion date answers are erased (rule R49). Background work can delete them without being able to read one.
grant select (enrolment_id), delete on enrolment_profile to viceversa_jobs;
create policy jobs_find on enrolment_profile for select to viceversa_jobs using (true);
create policy jobs_erase on enrolment_profile for delete to viceversa_jobs using (true);
grant update (state, ready_at) on enrolment to viceversa_jobs;
create policy jobs_reopen on enrolment for update to viceversa_jobs using (true) with check (state = 'consented');
