-- A sign-in link goes to a person's address. Whoever may change the directory must not reach another's rights by changing
-- where that person's mail goes, or shut them out by marking them as left: that is for administrators.

grant create on schema public to viceversa_guard;
create function keep_trusted_people() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if (new.email, new.status) is distinct from (old.email, old.status)
    and actor_person() is not null
    and actor_person() <> old.id
    and not is_administrator()
    and (
      exists (select 1 from administrator where person_id = old.id)
      or exists (select 1 from programme_manager where person_id = old.id))
  then
    raise exception 'address and status of people who run something are changed by administrators'
      using errcode = '42501';
  end if;
  return new;
end;
$$;
create trigger keep_trusted_people before update of email, status on person
  for each row execute function keep_trusted_people();

alter function keep_trusted_people() owner to viceversa_guard;
revoke create on schema public from viceversa_guard;
