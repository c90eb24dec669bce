-- One-time links, and who may sign in at all.

create table invitation (
  id uuid primary key default gen_random_uuid(),
  token_hash text not null unique,
  person_id uuid not null references person (id) on delete cascade,
  programme_id uuid references programme (id) on delete cascade,
  seat text check (seat in ('mentor', 'leader', 'programme-manager', 'sponsor', 'safe-contact')),
  purpose text not null check (purpose in ('join-programme', 'run-programme', 'administer')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint a_seat_is_in_a_programme check (seat is null or programme_id is not null)
);
comment on table invitation is 'A link that signs its person in once.';
comment on column invitation.token_hash is 'SHA-256 of the token, in hex; the token itself is only in the mail.';
create index invitation_person_idx on invitation (person_id);
create index invitation_programme_idx on invitation (programme_id);

-- Row-level security ---------------------------------------------------------------------------

alter table invitation enable row level security;
alter table invitation force row level security;

grant select, insert, delete on invitation to viceversa_app;
create policy managers_manage on invitation for all to viceversa_app
  using (manages_programme(programme_id)) with check (manages_programme(programme_id));
create policy administrators_manage on invitation for all to viceversa_app
  using ((select is_administrator())) with check ((select is_administrator()));

grant select, update on invitation to viceversa_guard;
create policy guard_reads on invitation for select to viceversa_guard using (true);
create policy guard_uses on invitation for update to viceversa_guard using (true) with check (true);

grant create on schema public to viceversa_guard;

-- Whoever holds the token may see what it invites to and use it up; nobody else can ask.
create function show_invitation(wanted_token_hash text, at_time timestamptz)
  returns table (organisation_name text, programme_name text, seat text, given_name text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select organisation.name, programme.name, invitation.seat, person.given_name
    from invitation
    join person on person.id = invitation.person_id
    cross join organisation
    left join programme on programme.id = invitation.programme_id
    where invitation.token_hash = wanted_token_hash
      and invitation.used_at is null
      and invitation.expires_at > at_time
      and person.status = 'active'
  $$;
alter function show_invitation(text, timestamptz) owner to viceversa_guard;

-- The row lock makes the second of two at once find it used.
create function use_invitation(wanted_token_hash text, at_time timestamptz)
  returns table (person_id uuid, programme_id uuid)
  language sql volatile security definer set search_path = public, pg_temp
  as $$
    update invitation
    set used_at = at_time
    from person
    where invitation.token_hash = wanted_token_hash
      and invitation.used_at is null
      and invitation.expires_at > at_time
      and person.id = invitation.person_id
      and person.status = 'active'
    returning invitation.person_id, invitation.programme_id
  $$;
alter function use_invitation(text, timestamptz) owner to viceversa_guard;

-- Being in the directory is not enough to sign in: somebody must have given the person something to do here.
create function has_something_to_do_here(wanted_person_id uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from administrator where person_id = wanted_person_id)
    or exists (select 1 from programme_manager where person_id = wanted_person_id)
    or exists (select 1 from programme where wanted_person_id in (sponsor_id, safe_contact_id))
    or exists (select 1 from enrolment where person_id = wanted_person_id);
alter function has_something_to_do_here(uuid) owner to viceversa_guard;

revoke create on schema public from viceversa_guard;

-- The sample organisation is removed as a whole by its administrator, whoever runs its programme.
create policy the_sample_goes_as_a_whole on programme for delete to viceversa_app
  using ((select organisation_kind()) = 'sample' and (select is_administrator()));
