-- Whether the other declined or the time to answer ran out is nobody's to know (rule R11): a proposal stays asked until its
-- time is over, then closes in the same way for both. Who declined is told by the answers, which programme managers read.

alter table pair no force row level security;
update pair set state = 'expired' where state = 'declined';
alter table pair force row level security;
alter table pair drop constraint pair_state_check, drop constraint closed_pairs_have_a_time;
alter table pair
  add constraint pair_state_check check (state in ('asked', 'active', 'expired', 'paused', 'frozen', 'ended')),
  add constraint closed_pairs_have_a_time check ((state in ('expired', 'ended')) = (closed_at is not null));

drop policy members_answer on pair;
create policy members_start on pair for update to viceversa_app
  using (actor_person() in (mentor_id, leader_id) and state = 'asked')
  with check (actor_person() in (mentor_id, leader_id) and state = 'active' and both_accepted(id));

-- Background work tells those who did not decline.
grant select on pair_answer to viceversa_jobs;
create policy jobs_read on pair_answer for select to viceversa_jobs using (true);

-- Reasons and common ground quote the answers of both: they go when the pair closes, whoever closes it (rule R49).
create function forget_reasons_of_a_closed_pair() returns trigger
  language plpgsql set search_path = public, pg_temp
as $$
begin
  new.reasons := '[]';
  new.common_ground := '[]';
  return new;
end;
$$;
create trigger forget_reasons before insert or update on pair
  for each row when (new.state in ('expired', 'ended')) execute function forget_reasons_of_a_closed_pair();

alter table pair no force row level security;
update pair set reasons = '[]', common_ground = '[]' where state in ('expired', 'ended');
alter table pair force row level security;

grant create on schema public to viceversa_guard;

-- A partner is somebody in a pair that waits or runs. Of a pair that is over, or that I declined, the name is left.
drop policy partners_read on person;
drop function my_partners();
create function my_partners() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select case when mentor_id = actor_person() then leader_id else mentor_id end
  from pair
  where actor_person() in (mentor_id, leader_id)
    and state in ('asked', 'active', 'paused', 'frozen')
    and not exists (
      select from pair_answer
      where pair_answer.pair_id = pair.id and person_id = actor_person() and answer = 'declined');
end;

alter function my_partners() owner to viceversa_guard;
create policy partners_read on person for select to viceversa_app using (id in (select my_partners()));

create function names_from_my_pairs() returns table (id uuid, display_name text, given_name text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select person.id, person.display_name, person.given_name
  from person
  where person.id in (
    select case when mentor_id = actor_person() then leader_id else mentor_id end
    from pair
    where actor_person() in (mentor_id, leader_id));
end;
alter function names_from_my_pairs() owner to viceversa_guard;

-- Whoever leaves a programme takes along what was decided about them while matching (rules R3, R49).
grant select, delete on match_run_decision to viceversa_guard;
create policy guard_forgets on match_run_decision for all to viceversa_guard using (true);
create function forget_decisions_about_a_leaver() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  delete from match_run_decision
  using match_run
  where match_run.id = match_run_decision.match_run_id
    and match_run.programme_id = old.programme_id
    and old.person_id in (match_run_decision.mentor_id, match_run_decision.leader_id);
  return null;
end;
$$;
create trigger forget_decisions after delete on enrolment
  for each row execute function forget_decisions_about_a_leaver();
alter function forget_decisions_about_a_leaver() owner to viceversa_guard;

revoke create on schema public from viceversa_guard;
