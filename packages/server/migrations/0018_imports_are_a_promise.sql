-- What was acknowledged about an import is carried out by whichever process is alive: for whom, and who is at it.

alter table people_import
  add column asked_by uuid references person (id) on delete set null,
  add column claim uuid,
  add column held_until timestamptz,
  add column tries integer not null default 0,
  add constraint claims_run_out check ((claim is null) = (held_until is null));
comment on column people_import.asked_by is 'Who asked for the step that is due (planning, applying); it is taken with their rights.';
comment on column people_import.claim is 'The attempt that is at the due step. Whoever finds another one here has lost it and writes nothing.';
comment on column people_import.held_until is
  'Renewed while the attempt lives, by the database''s clock; afterwards any process may make the next one.';
comment on column people_import.tries is 'Attempts at the due step that were not handed back.';
create index people_import_due_idx on people_import (created_at, id) where state in ('planning', 'applying');

-- Steps that were under way when an older program stopped.
alter table people_import no force row level security;
update people_import set asked_by = created_by where state in ('planning', 'applying');
alter table people_import force row level security;

-- Background work finds what is due and holds it; the step itself is taken as the person who asked.
grant select (claim, held_until, tries, asked_by) on people_import to viceversa_jobs;
grant update (claim, held_until, tries) on people_import to viceversa_jobs;

-- Reasons of pairs are erased by this function alone (rule R49). Two policies for updates of one role are joined by "or",
-- so the right to erase was also one to change the state of every pair without reasons.
drop policy jobs_erase on pair;
revoke update (reasons, common_ground) on pair from viceversa_jobs;
grant update (reasons, common_ground) on pair to viceversa_guard;
create policy guard_erases on pair for update to viceversa_guard
  using (true) with check (reasons = '[]' and common_ground = '[]');

grant create on schema public to viceversa_guard;
create function erase_reasons(today date) returns void
  language sql volatile security definer set search_path = public, pg_temp
begin atomic
  update pair set reasons = '[]', common_ground = '[]'
  where programme_id in (select id from programme where deletes_on <= today)
    -- The work repeats every hour, for years: what is erased stays as it is.
    and (reasons <> '[]' or common_ground <> '[]');
end;
comment on function erase_reasons(date) is 'Erases why people were proposed to each other where the deletion date has come.';
revoke execute on function erase_reasons(date) from viceversa_app, viceversa_sign_in;
alter function erase_reasons(date) owner to viceversa_guard;
revoke create on schema public from viceversa_guard;
