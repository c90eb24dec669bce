-- What no pair may break stays switched on, and one level of distance needs a written reason (rules R7, R8). Who changed
-- a rule, and when, stays on record without the words.

-- The figure and its reason belong to the match run that uses them; nothing ever wrote these.
alter table programme drop column minimum_level_gap, drop column level_gap_reason;

alter table match_run
  add column level_gap_reason text,
  add column level_gap_reason_by uuid references person (id) on delete set null,
  add column level_gap_reason_at timestamptz;
comment on column match_run.level_gap_reason is
  'Why people one level apart may be paired; only programme managers read it, and it is erased on the deletion date.';

-- Scenarios from before go back to what always holds. The owner of a table with forced policies sees no row of it.
alter table match_run no force row level security;
update match_run
set rules = rules
  || '{"reportingLine": {"on": true}, "appraisal": {"on": true}, "conflict": {"on": true}}'
  || jsonb_build_object('levelGap', jsonb_build_object(
    'on', true, 'minimum', greatest(2, (rules #>> '{levelGap,minimum}')::integer)))
where state = 'draft';
alter table match_run force row level security;

-- Not valid, for runs that were published before stay as they were asked.
alter table match_run
  add constraint a_reason_has_words check (
    level_gap_reason is null
    or (length(btrim(level_gap_reason)) between 10 and 500 and level_gap_reason_at is not null)),
  add constraint what_always_holds check (
    rules @> '{"reportingLine": {"on": true}, "levelGap": {"on": true},
      "appraisal": {"on": true}, "conflict": {"on": true}}') not valid,
  add constraint one_level_apart_needs_a_reason check (
    (rules #>> '{levelGap,minimum}')::integer >= 2 or level_gap_reason_at is not null) not valid;

create table match_run_rule_change (
  id uuid primary key default gen_random_uuid(),
  match_run_id uuid not null references match_run (id) on delete cascade,
  rule text not null,
  was jsonb not null,
  became jsonb not null,
  reason_given boolean not null,
  changed_by uuid references person (id) on delete set null,
  changed_at timestamptz not null
);
comment on table match_run_rule_change is
  'Every change of a rule: which, from what to what, by whom and when. Rows are added and never changed; no words.';
create index match_run_rule_change_run_idx on match_run_rule_change (match_run_id, changed_at);

alter table match_run_rule_change enable row level security;
alter table match_run_rule_change force row level security;
grant select, insert on match_run_rule_change to viceversa_app;
create policy managers_read on match_run_rule_change for select to viceversa_app
  using (manages_match_run(match_run_id));
create policy managers_record_their_own on match_run_rule_change for insert to viceversa_app
  with check (manages_match_run(match_run_id) and changed_by = actor_person());

-- On the deletion date the words go (rule R49).
grant select (id, programme_id, level_gap_reason), update (level_gap_reason) on match_run to viceversa_jobs;
create policy jobs_find on match_run for select to viceversa_jobs using (true);
create policy jobs_forget on match_run for update to viceversa_jobs using (true) with check (level_gap_reason is null);
grant select (match_run_id, reason), update (reason) on match_run_decision to viceversa_jobs;
create policy jobs_find on match_run_decision for select to viceversa_jobs using (true);
create policy jobs_forget on match_run_decision for update to viceversa_jobs using (true) with check (reason is null);
