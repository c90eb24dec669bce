-- What every room needs of the house: mails that leave with the change that caused them,
-- settings, answers to repeated requests, and rate limits that survive a restart.

create table mail (
  id uuid primary key default gen_random_uuid(),
  person_id uuid references person (id) on delete cascade,
  address text not null,
  template text not null,
  subject text not null,
  body_text text,
  body_html text,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  tries integer not null default 0,
  last_error text,
  created_at timestamptz not null default now(),
  next_try_at timestamptz not null default now(),
  sent_at timestamptz,
  constraint sent_mails_have_a_time check ((state = 'sent') = (sent_at is not null)),
  constraint sent_mails_keep_no_body check (state <> 'sent' or (body_text is null and body_html is null))
);
comment on table mail is 'The outbox. A row is written in the transaction of the change that causes the mail; its id is the Message-ID.';
comment on column mail.body_text is 'Wiped once sent: it may hold a one-time link.';
create index mail_waiting_idx on mail (next_try_at) where state = 'waiting';
create index mail_created_idx on mail (created_at desc, id);

create table mail_setting (
  only_row boolean primary key default true check (only_row),
  host text not null,
  port integer not null check (port between 1 and 65535),
  security text not null check (security in ('tls', 'starttls', 'none')),
  user_name text,
  password_sealed text,
  sender_name text not null,
  sender_address text not null,
  updated_at timestamptz not null default now()
);
comment on column mail_setting.password_sealed is 'AES-256-GCM under a key derived from VICEVERSA_SECRET; never in clear.';

create table idempotency_key (
  actor text not null,
  key text not null check (length(key) between 1 and 255),
  request_hash text not null,
  state text not null check (state in ('running', 'answered')),
  status integer,
  headers jsonb,
  body text,
  held_until timestamptz not null,
  created_at timestamptz not null,
  primary key (actor, key),
  constraint answers_are_complete check ((state = 'answered') = (status is not null))
);
comment on table idempotency_key is 'The answer to a POST that carried an Idempotency-Key, kept 24 hours for its repetition.';
comment on column idempotency_key.request_hash is 'Keyed hash of method, path and body; the body itself is not kept.';
comment on column idempotency_key.held_until is 'While running: renewed as long as the process that works on it lives.';
create index idempotency_key_created_idx on idempotency_key (created_at);

create table rate_limit (
  bucket text primary key,
  tokens double precision not null,
  granted integer not null,
  refilled_at timestamptz not null
);
comment on table rate_limit is 'Token buckets; the bucket''s name holds a hash, never an address or a name.';
comment on column rate_limit.granted is 'How many tokens the last request for some was given, so that one statement takes and tells.';
create index rate_limit_refilled_idx on rate_limit (refilled_at);

alter table mail enable row level security;
alter table mail force row level security;
alter table mail_setting enable row level security;
alter table mail_setting force row level security;
alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
alter table rate_limit enable row level security;
alter table rate_limit force row level security;

grant select, insert, update, delete on mail to viceversa_app;
grant select, insert, update, delete on mail to viceversa_jobs;
create policy everybody_queues on mail for insert to viceversa_app with check (state = 'waiting');
create policy administrators_read on mail for select to viceversa_app using ((select is_administrator()));
create policy administrators_retry on mail for update to viceversa_app
  using ((select is_administrator())) with check ((select is_administrator()));
create policy administrators_discard on mail for delete to viceversa_app using ((select is_administrator()));
create policy jobs_deliver on mail for all to viceversa_jobs using (true) with check (true);
grant insert on mail to viceversa_sign_in;
create policy sign_in_queues on mail for insert to viceversa_sign_in with check (state = 'waiting');

grant select, insert, update, delete on mail_setting to viceversa_app;
grant select on mail_setting to viceversa_jobs;
create policy administrators_manage on mail_setting for all to viceversa_app
  using ((select is_administrator())) with check ((select is_administrator()));
create policy jobs_read on mail_setting for select to viceversa_jobs using (true);

-- The request's own bookkeeping runs before anybody is known, as background work.
grant select, insert, update, delete on idempotency_key, rate_limit to viceversa_jobs;
create policy requests_keep on idempotency_key for all to viceversa_jobs using (true) with check (true);
create policy requests_count on rate_limit for all to viceversa_jobs using (true) with check (true);
