import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { MyEnrolment } from '@viceversa/domain/enrolment/contract.ts'
import { api, queries } from '../../platform/api.ts'

export const enrolmentsQuery = (programmeId: string) =>
  queries.enrolment.list.queryOptions({ input: { programmeId } })

export const myEnrolmentQuery = (programmeId: string) =>
  queries.enrolment.mine.queryOptions({ input: { programmeId } })

export const programmeViewQuery = (programmeId: string) =>
  queries.programmes.view.queryOptions({ input: { programmeId } })

export function useInvite(programmeId: string) {
  const changed = usePeopleChanged()
  return useMutation({
    mutationFn: (wanted: { seat: 'mentor' | 'leader'; personIds: string[] }) =>
      api.enrolment.invite({ programmeId, ...wanted }),
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
