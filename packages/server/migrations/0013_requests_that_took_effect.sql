-- Whether a request with an Idempotency-Key changed anything, written in the transaction that changed it: if the process
-- dies before the answer is kept, the repetition is told so instead of changing it a second time.

alter table idempotency_key add column took_effect boolean not null default false;
comment on column idempotency_key.took_effect is 'Commits together with what the request changed.';

-- Who sends the request may mark their own key and see nothing of the table.
grant select (actor, key, state, took_effect), update (took_effect) on idempotency_key to viceversa_guard;
create policy guard_finds on idempotency_key for select to viceversa_guard using (state = 'running');
create policy guard_marks on idempotency_key for update to viceversa_guard
  using (state = 'running') with check (state = 'running');

grant create on schema public to viceversa_guard;

-- A transaction has an id once it has written something; one that only looked took no effect.
create function request_took_effect(wanted_key text) returns void
  language sql volatile security definer set search_path = public, pg_temp
begin atomic
  update idempotency_key set took_effect = true
  where actor = actor_person()::text and key = wanted_key and state = 'running'
    and pg_current_xact_id_if_assigned() is not null;
end;
comment on function request_took_effect(text) is 'Marks the running request of the person on whose behalf this transaction runs.';
alter function request_took_effect(text) owner to viceversa_guard;

revoke create on schema public from viceversa_guard;
