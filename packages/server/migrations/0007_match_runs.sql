-- Match runs: a proposal of pairs by the engine, a scenario until a person publishes it (rule R12).

create table match_run (
  id uuid primary key default gen_random_uuid(),
  programme_id uuid not null references programme (id) on delete cascade,
  name text not null check (length(name) between 1 and 80),
  state text not null default 'draft' check (state in ('draft', 'published', 'discarded')),
  objective text not null default 'most-people' check (objective in ('most-people', 'best-fit', 'generous', 'stable')),
  rules jsonb not null,
  weights jsonb not null,
  version integer not null default 1,
  created_by uuid references person (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  published_at timestamptz,
  unique (programme_id, id),
  constraint published_runs_have_a_time check ((state = 'published') = (published_at is not null))
);
comment on column match_run.rules is 'Which rules must hold and with what figures, as the engine takes them.';
comment on column match_run.weights is 'How many of 100 points each part of the fit may win.';

create table match_run_decision (
  match_run_id uuid not null references match_run (id) on delete cascade,
  mentor_id uuid not null references person (id) on delete cascade,
  leader_id uuid not null references person (id) on delete cascade,
  decision text not null check (decision in ('pin', 'ban')),
  reason text check (length(reason) <= 500),
  decided_by uuid references person (id) on delete set null,
  decided_at timestamptz not null default now(),
  primary key (match_run_id, mentor_id, leader_id)
);
comment on column match_run_decision.reason is 'Why this pair is kept or ruled out; only programme managers read it.';

alter table match_run enable row level security;
alter table match_run force row level security;
alter table match_run_decision enable row level security;
alter table match_run_decision force row level security;

grant select on match_run to viceversa_guard;
create policy guard_reads on match_run for select to viceversa_guard using (true);

grant create on schema public to viceversa_guard;
create function manages_match_run(wanted_match_run_id uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (
    select 1 from match_run where id = wanted_match_run_id and manages_programme(programme_id));
alter function manages_match_run(uuid) owner to viceversa_guard;
revoke create on schema public from viceversa_guard;

grant select, insert, update, delete on match_run, match_run_decision to viceversa_app;
create policy managers_manage on match_run for all to viceversa_app
  using (manages_programme(programme_id)) with check (manages_programme(programme_id));
create policy managers_manage on match_run_decision for all to viceversa_app
  using (manages_match_run(match_run_id)) with check (manages_match_run(match_run_id));
