-- Pairs: one mentor and one leader. Both are asked, see the reasons, and may decline once (rules R11, R14).

create table pair (
  id uuid primary key default gen_random_uuid(),
  programme_id uuid not null references programme (id) on delete cascade,
  match_run_id uuid references match_run (id) on delete set null,
  mentor_id uuid not null references person (id) on delete cascade,
  leader_id uuid not null references person (id) on delete cascade,
  state text not null default 'asked'
    check (state in ('asked', 'active', 'declined', 'expired', 'paused', 'frozen', 'ended')),
  fit integer not null check (fit between 0 and 100000),
  reasons jsonb not null,
  common_ground jsonb not null,
  asked_at timestamptz not null,
  answer_by timestamptz not null,
  started_at timestamptz,
  closed_at timestamptz,
  unique (programme_id, id),
  constraint two_people check (mentor_id <> leader_id),
  constraint started_pairs_have_a_time check (state not in ('active', 'paused', 'frozen') or started_at is not null),
  constraint closed_pairs_have_a_time check ((state in ('declined', 'expired', 'ended')) = (closed_at is not null))
);
comment on column pair.fit is 'Total of the parts when the pair was proposed, score times 1000; never recomputed.';
comment on column pair.reasons is 'The parts of the fit with their evidence, as the engine gave them.';
comment on column pair.common_ground is 'Up to three points that both have in common (rule R14).';
create unique index one_open_pair_for_the_same_two on pair (programme_id, mentor_id, leader_id)
  where state in ('asked', 'active', 'paused', 'frozen');
create index pair_mentor_idx on pair (mentor_id);
create index pair_leader_idx on pair (leader_id);

create table pair_answer (
  pair_id uuid not null references pair (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  answer text not null check (answer in ('accepted', 'declined')),
  answered_at timestamptz not null,
  primary key (pair_id, person_id)
);
comment on table pair_answer is 'Who accepted or declined. Declining takes no reason, so there is no place for one.';

create table pair_session (
  pair_id uuid not null references pair (id) on delete cascade,
  number integer not null check (number >= 1),
  planned_on date not null,
  state text not null default 'planned' check (state in ('planned', 'booked', 'held')),
  held_on date,
  primary key (pair_id, number),
  constraint held_sessions_have_a_date check ((state = 'held') = (held_on is not null))
);
comment on table pair_session is 'The pair''s own time line: dates and states, never topics or words.';

-- Row-level security ---------------------------------------------------------------------------

alter table pair enable row level security;
alter table pair force row level security;
alter table pair_answer enable row level security;
alter table pair_answer force row level security;
alter table pair_session enable row level security;
alter table pair_session force row level security;

grant select on pair, pair_answer to viceversa_guard;
create policy guard_reads on pair for select to viceversa_guard using (true);
create policy guard_reads on pair_answer for select to viceversa_guard using (true);

grant create on schema public to viceversa_guard;

create function is_in_pair(wanted_pair_id uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (
    select 1 from pair where id = wanted_pair_id and actor_person() in (mentor_id, leader_id));
alter function is_in_pair(uuid) owner to viceversa_guard;

create function manages_pair(wanted_pair_id uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from pair where id = wanted_pair_id and manages_programme(programme_id));
alter function manages_pair(uuid) owner to viceversa_guard;

-- A pair may start only when both said yes; members cannot read each other's answer, so the policy asks for them.
create function both_accepted(wanted_pair_id uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return (
    select count(*) = 2 from pair_answer where pair_id = wanted_pair_id and answer = 'accepted');
alter function both_accepted(uuid) owner to viceversa_guard;

create function is_my_partner(wanted_person_id uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (
    select 1 from pair
    where (mentor_id = actor_person() and leader_id = wanted_person_id)
       or (leader_id = actor_person() and mentor_id = wanted_person_id));
alter function is_my_partner(uuid) owner to viceversa_guard;

revoke create on schema public from viceversa_guard;

create policy partners_read on person for select to viceversa_app using (is_my_partner(id));

-- Only what an answer settles can change; people, fit, reasons and dates of asking cannot.
grant select, insert on pair to viceversa_app;
grant update (state, started_at, closed_at) on pair to viceversa_app;
grant select, update (state, closed_at) on pair to viceversa_jobs;
-- On the deletion date the reasons are erased, for they quote answers (rule R49).
grant update (reasons, common_ground) on pair to viceversa_jobs;
create policy members_read on pair for select to viceversa_app using (actor_person() in (mentor_id, leader_id));
create policy members_answer on pair for update to viceversa_app
  using (actor_person() in (mentor_id, leader_id) and state = 'asked')
  with check (
    actor_person() in (mentor_id, leader_id)
    and (state = 'declined' or (state = 'active' and both_accepted(id))));
create policy managers_read on pair for select to viceversa_app using (manages_programme(programme_id));
create policy managers_propose on pair for insert to viceversa_app with check (manages_programme(programme_id) and state = 'asked');
create policy jobs_read on pair for select to viceversa_jobs using (true);
create policy jobs_expire on pair for update to viceversa_jobs
  using (state = 'asked') with check (state = 'expired');
create policy jobs_erase on pair for update to viceversa_jobs
  using (true) with check (reasons = '[]' and common_ground = '[]');

-- Each may read only their own answer: a partner learns the outcome from the pair's state, not who declined.
grant select, insert on pair_answer to viceversa_app;
create policy own_answer on pair_answer for select to viceversa_app using (person_id = actor_person());
create policy own_answer_given on pair_answer for insert to viceversa_app
  with check (
    person_id = actor_person()
    and is_in_pair(pair_id)
    and exists (select 1 from pair where pair.id = pair_id and pair.state = 'asked'));
create policy managers_read on pair_answer for select to viceversa_app using (manages_pair(pair_id));

grant select, insert on pair_session to viceversa_app;
create policy members_read on pair_session for select to viceversa_app using (is_in_pair(pair_id));
create policy members_start on pair_session for insert to viceversa_app
  with check (is_in_pair(pair_id) and state = 'planned' and both_accepted(pair_id));
create policy managers_read on pair_session for select to viceversa_app using (manages_pair(pair_id));
