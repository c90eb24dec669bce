-- A policy over the whole directory asks once who my partners are, not once per person: for a programme manager
-- counting 30,000 people took 0.4 s.

grant create on schema public to viceversa_guard;

create function my_partners() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select case when mentor_id = actor_person() then leader_id else mentor_id end
  from pair
  where actor_person() in (mentor_id, leader_id);
end;
alter function my_partners() owner to viceversa_guard;

revoke create on schema public from viceversa_guard;

drop policy partners_read on person;
create policy partners_read on person for select to viceversa_app using (id in (select my_partners()));
drop function is_my_partner(uuid);
