import type { ColumnType, Generated } from 'kysely'

/** The tables of the schema `sign_in` as far as we read or write them ourselves. */
export type SignInTables = {
  user: {
    id: Generated<string>
    person_id: string
    email: string
    two_factor_enabled: Generated<boolean | null>
  }
  session: {
    id: Generated<string>
    user_id: string
    token: string
    started_at: Date
    last_seen_at: Date
    expires_at: Date
    user_agent: string | null
  }
  account: {
    id: Generated<string>
    user_id: string
    account_id: string
    provider_id: string
    password: string | null
    updated_at: ColumnType<Date, Date | undefined, Date>
  }
  passkey: { id: string; user_id: string; name: string | null; created_at: Date | null }
  two_factor: { id: string; user_id: string; verified: boolean | null }
  attempt: { subject: string; tries: number; last_try_at: Date }
  'public.person': { id: string; email: string; status: string }
  'public.administrator': { person_id: string }
}
