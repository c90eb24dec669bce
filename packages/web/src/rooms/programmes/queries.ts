import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Programme } from '@viceversa/domain/programmes/contract.ts'
import { api, queries } from '../../platform/api.ts'

export const templatesQuery = () =>
  queries.programmes.templates.queryOptions({ staleTime: Number.POSITIVE_INFINITY })

export const programmeQuery = (programmeId: string) =>
  queries.programmes.show.queryOptions({ input: { programmeId } })

export const controlRoomQuery = (programmeId: string) =>
  queries.programmes.controlRoom.queryOptions({ input: { programmeId } })

export type ProgrammeChanges = Omit<Parameters<typeof api.programmes.change>[0], 'programmeId'>

export function useCreateProgramme() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (wanted: Parameters<typeof api.programmes.create>[0]) => api.programmes.create(wanted),
    onSuccess: (programme) => {
      queryClient.setQueryData(programmeQuery(programme.id).queryKey, programme)
      // The new seat decides the navigation.
      return queryClient.invalidateQueries({ queryKey: queries.accounts.me.key() })
    },
  })
}

/** Changes what is given, against the version this screen has read: a newer one is refused as `changed-meanwhile`. */
export function useChangeProgramme(programmeId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ changes, version }: { changes: ProgrammeChanges; version: number }) =>
      api.programmes.change({ ...changes, programmeId }, { context: { ifMatch: version } }),
    onSuccess: (programme: Programme) => {
      queryClient.setQueryData(programmeQuery(programmeId).queryKey, programme)
      return queryClient.invalidateQueries({ queryKey: controlRoomQuery(programmeId).queryKey })
    },
  })
}

export function useOpenProgramme(programmeId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => api.programmes.open({ programmeId }),
    // Also after a refusal: somebody else may have changed it first.
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: queries.programmes.key() }),
        queryClient.invalidateQueries({ queryKey: queries.accounts.me.key() }),
      ]),
  })
}

export function useRemoveProgramme(programmeId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => api.programmes.remove({ programmeId }),
    onSuccess: () => {
      queryClient.removeQueries({ queryKey: programmeQuery(programmeId).queryKey })
      queryClient.removeQueries({ queryKey: controlRoomQuery(programmeId).queryKey })
      return queryClient.invalidateQueries({ queryKey: queries.accounts.me.key() })
    },
  })
}
