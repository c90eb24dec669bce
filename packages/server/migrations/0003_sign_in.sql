-- How people sign in. The sign-in library keeps its books in these tables and sees nothing else but what the last
-- lines of this file name; nobody but the role viceversa_sign_in sees these tables.

-- The address follows the directory: a changed e-mail address of a person changes how they sign in, at once.
alter table person add constraint person_id_email_key unique (id, email);

create table sign_in."user" (
  id text primary key default gen_random_uuid()::text,
  person_id uuid not null unique,
  email text not null unique,
  name text not null default '',
  email_verified boolean not null default true,
  image text,
  two_factor_enabled boolean default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (person_id, email) references public.person (id, email) on update cascade on delete cascade
);
comment on table sign_in."user" is 'One person of the directory who may sign in. Made by set-up, an invitation or the first sign-in link.';
comment on column sign_in."user".name is 'Empty: names are the directory''s.';

create table sign_in.session (
  id text primary key default gen_random_uuid()::text,
  user_id text not null references sign_in."user" (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on column sign_in.session.token is 'SHA-256 of the token in the person''s cookie, never the token.';
comment on column sign_in.session.ip_address is 'Always empty: we keep no addresses.';
comment on column sign_in.session.last_seen_at is 'To the minute.';
create index session_user_idx on sign_in.session (user_id);
create index session_expires_idx on sign_in.session (expires_at);

create table sign_in.account (
  id text primary key default gen_random_uuid()::text,
  user_id text not null references sign_in."user" (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
comment on column sign_in.account.password is 'argon2id as PHC string, parameters included.';
create index account_user_idx on sign_in.account (user_id);

create table sign_in.verification (
  id text primary key default gen_random_uuid()::text,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table sign_in.verification is 'One-time matters under way: sign-in links, passkey challenges, second factors. Identifiers are hashed.';
create index verification_identifier_idx on sign_in.verification (identifier);

create table sign_in.two_factor (
  id text primary key default gen_random_uuid()::text,
  user_id text not null references sign_in."user" (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean default true,
  failed_verification_count integer default 0,
  locked_until timestamptz
);
comment on column sign_in.two_factor.secret is 'Encrypted under a key derived from VICEVERSA_SECRET, as are the backup codes.';
create index two_factor_user_idx on sign_in.two_factor (user_id);
create index two_factor_secret_idx on sign_in.two_factor (secret);

create table sign_in.passkey (
  id text primary key default gen_random_uuid()::text,
  user_id text not null references sign_in."user" (id) on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz
);
create index passkey_user_idx on sign_in.passkey (user_id);

create table sign_in.attempt (
  subject text primary key,
  tries integer not null,
  last_try_at timestamptz not null
);
comment on table sign_in.attempt is 'Tries that failed or are under way, for the growing pause between guesses.';
comment on column sign_in.attempt.subject is 'What was tried and a keyed hash of the address, whether or not anybody has it.';
create index attempt_last_try_idx on sign_in.attempt (last_try_at);

-- Row-level security ---------------------------------------------------------------------------

do $$
declare
  sign_in_table text;
begin
  foreach sign_in_table in array array['user', 'session', 'account', 'verification', 'two_factor', 'passkey', 'attempt']
  loop
    execute format('alter table sign_in.%I enable row level security', sign_in_table);
    execute format('alter table sign_in.%I force row level security', sign_in_table);
    execute format('grant select, insert, update, delete on sign_in.%I to viceversa_sign_in', sign_in_table);
    execute format('create policy sign_in_only on sign_in.%I for all to viceversa_sign_in using (true) with check (true)',
      sign_in_table);
  end loop;
end
$$;

-- All that signing in needs of the directory: whose address it is, whether they still work here, and whether they
-- administer, because administrators' sessions are shorter.
grant select (id, email, status) on person to viceversa_sign_in;
create policy sign_in_reads on person for select to viceversa_sign_in using (true);
grant select (person_id) on administrator to viceversa_sign_in;
create policy sign_in_reads on administrator for select to viceversa_sign_in using (true);
