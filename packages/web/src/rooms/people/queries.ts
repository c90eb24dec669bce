import { useMutation, useQueryClient } from '@tanstack/react-query'
import type {
  ImportChange,
  ImportChoices,
  ImportField,
  LevelField,
  PeopleImport,
} from '@viceversa/domain/people/contract.ts'
import { api, queries } from '../../platform/api.ts'
import type { DirectorySearch } from './directory/directory-search.ts'

const ROWS_OF_A_PAGE = 200
const LOOK_AGAIN_MS = 1_000

/** The directory as the address narrows it down. Who has left is only listed when asked for. */
export const directoryQuery = ({ level, sort, direction, ...search }: DirectorySearch) =>
  queries.people.list.infiniteOptions({
    input: (after: string | undefined) => ({
      status: 'active' as const,
      ...search,
      ...(level ? { minimumLevel: level, maximumLevel: level } : {}),
      sort: sort ?? ('name' as const),
      direction: direction ?? ('ascending' as const),
      limit: ROWS_OF_A_PAGE,
      ...(after ? { after } : {}),
    }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const facetsQuery = () => queries.people.facets.queryOptions()

export const personQuery = (personId: string) => queries.people.show.queryOptions({ input: { personId } })

export const importsQuery = () => queries.people.imports.queryOptions()

/** Where an import stands. While the server works on it, it is asked again, should no live update come through. */
export const importQuery = (importId: string) =>
  queries.people.showImport.queryOptions({
    input: { importId },
    refetchInterval: ({ state: { data } }) => (data && isWorking(data) ? LOOK_AGAIN_MS : false),
  })

/** The job titles or grades of the file with what the reporting lines say of them, by the mapping as it stands now. */
export const levelValuesQuery = (
  importId: string,
  by: LevelField,
  mapping: Readonly<Record<string, ImportField>>,
) =>
  queries.people.levelValues.queryOptions({
    input: { importId, by, columns: columnsOf(mapping) },
    // The file does not change, and neither does the directory while one looks at it.
    staleTime: Number.POSITIVE_INFINITY,
  })

function columnsOf(mapping: Readonly<Record<string, ImportField>>): Partial<Record<ImportField, number>> {
  return Object.fromEntries(
    Object.entries(mapping)
      .filter(([, field]) => field !== 'ignore')
      .map(([index, field]) => [field, Number(index)]),
  )
}

export const changesQuery = (importId: string, kind: ImportChange['kind']) =>
  queries.people.changes.infiniteOptions({
    input: (after: string | undefined) => ({
      importId,
      kind,
      limit: ROWS_OF_A_PAGE,
      ...(after ? { after } : {}),
    }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const problemsQuery = (importId: string) =>
  queries.people.problems.infiniteOptions({
    input: (after: string | undefined) => ({ importId, limit: ROWS_OF_A_PAGE, ...(after ? { after } : {}) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })

export function isWorking({ state }: Pick<PeopleImport, 'state'>): boolean {
  return state === 'planning' || state === 'applying'
}

export function useReadFile() {
  const keep = useKeepImport()
  return useMutation({ mutationFn: (file: File) => api.people.readFile({ file }), onSuccess: keep })
}

export type PlanWanted = {
  mapping: Record<string, ImportField>
  choices: ImportChoices
  markMissingAsLeft: boolean
}

export function usePlan(importId: string) {
  const keep = useKeepImport()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (wanted: PlanWanted) => api.people.plan({ importId, ...wanted }),
    onSuccess: async (planned) => {
      // What an earlier dry run found is not what this one finds.
      queryClient.removeQueries({ queryKey: queries.people.changes.key() })
      queryClient.removeQueries({ queryKey: queries.people.problems.key() })
      await keep(planned)
    },
  })
}

export function useApply(importId: string) {
  const keep = useKeepImport()
  return useMutation({ mutationFn: () => api.people.apply({ importId }), onSuccess: keep })
}

export function useCancelImport(importId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => api.people.cancel({ importId }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: importsQuery().queryKey }),
  })
}

export function useUndo(importId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => api.people.undo({ importId }),
    // Also after a refusal: somebody else may have undone it first.
    onSettled: () => queryClient.invalidateQueries({ queryKey: queries.people.key() }),
  })
}

function useKeepImport() {
  const queryClient = useQueryClient()
  return (imported: PeopleImport) => {
    queryClient.setQueryData(importQuery(imported.id).queryKey, imported)
    return queryClient.invalidateQueries({ queryKey: importsQuery().queryKey })
  }
}
