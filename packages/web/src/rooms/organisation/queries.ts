import { queries } from '../../platform/api.ts'

/** Whose house this is; open to everybody. */
export const organisationQuery = () => queries.organisation.show.queryOptions({ staleTime: 60_000 })
export const checksQuery = () => queries.organisation.checks.queryOptions({ refetchInterval: 15_000 })
export const personasQuery = () => queries.organisation.personas.queryOptions({ staleTime: 300_000 })
