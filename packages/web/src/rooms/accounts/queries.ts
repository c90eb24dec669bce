import { useSuspenseQuery } from '@tanstack/react-query'
import type { Me } from '@viceversa/domain/accounts/contract.ts'
import { queries } from '../../platform/api.ts'

/** Who is signed in, with seats and preferences. Refused with 401 for nobody. */
export const meQuery = () => queries.accounts.me.queryOptions({ staleTime: 60_000 })

/** Who is signed in. For pages inside the shell, which is drawn for somebody only. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery()).data
}

export const sessionsQuery = () => queries.accounts.sessions.queryOptions()
export const signInMethodsQuery = () => queries.accounts.signInMethods.queryOptions()
export const invitationQuery = (token: string) =>
  queries.accounts.showInvitation.queryOptions({ input: { token }, staleTime: Number.POSITIVE_INFINITY })
