import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { MyEnrolment } from '@viceversa/domain/enrolment/contract.ts'
import { api, queries } from '../../platform/api.ts'

export const enrolmentsQuery = (programmeId: string) =>
  queries.enrolment.list.queryOptions({ input: { programmeId } })

export const myEnrolmentQuery = (programmeId: string) =>
  queries.enrolment.mine.queryOptions({ input: { programmeId } })

export const programmeViewQuery = (programmeId: string) =>
  queries.programmes.view.queryOptions({ input: { programmeId } })

/** As many as the server takes in one request. */
const INVITED_AT_ONCE = 2000

export function useInvite(programmeId: string) {
  const changed = usePeopleChanged()
  return useMutation({
    mutationFn: async ({ seat, personIds }: { seat: 'mentor' | 'leader'; personIds: string[] }) => {
      const total = { invited: 0, alreadyIn: 0, cannotBeInvited: 0 }
      for (let from = 0; from < personIds.length; from += INVITED_AT_ONCE) {
        const some = personIds.slice(from, from + INVITED_AT_ONCE)
        const answer = await api.enrolment.invite({ programmeId, seat, personIds: some })
        total.invited += answer.invited
        total.alreadyIn += answer.alreadyIn
        total.cannotBeInvited += answer.cannotBeInvited
      }
      return total
    },
    onSettled: changed,
  })
}

export function useTakeBack() {
  const changed = usePeopleChanged()
  return useMutation({
    mutationFn: (enrolmentId: string) => api.enrolment.takeBackInvitation({ enrolmentId }),
    onSettled: changed,
  })
}

export function useInviteAgain() {
  const changed = usePeopleChanged()
  return useMutation({
    mutationFn: (enrolmentId: string) => api.enrolment.inviteAgain({ enrolmentId }),
    onSettled: changed,
  })
}

export function useConsent(programmeId: string) {
  const keep = useKeepMine(programmeId)
  return useMutation({ mutationFn: () => api.enrolment.consent({ programmeId }), onSuccess: keep })
}

export function useFinish(programmeId: string) {
  const keep = useKeepMine(programmeId)
  return useMutation({ mutationFn: () => api.enrolment.finish({ programmeId }), onSuccess: keep })
}

export function useLeave(programmeId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => api.enrolment.leave({ programmeId }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.accounts.me.key() }),
  })
}

/** After any change of who takes part: the list, the directory's own marks, and the control room. */
function usePeopleChanged() {
  const queryClient = useQueryClient()
  return () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: queries.enrolment.key() }),
      queryClient.invalidateQueries({ queryKey: queries.people.key() }),
      queryClient.invalidateQueries({ queryKey: queries.programmes.key() }),
    ])
}

function useKeepMine(programmeId: string) {
  const queryClient = useQueryClient()
  return (mine: MyEnrolment) => {
    queryClient.setQueryData(myEnrolmentQuery(programmeId).queryKey, mine)
    return queryClient.invalidateQueries({ queryKey: queries.accounts.me.key() })
  }
}
