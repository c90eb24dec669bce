import { accountsRoutes } from './accounts/routes.ts'
import { enrolmentRoutes } from './enrolment/routes.ts'
import { mailRoutes } from './mail/routes.ts'
import { matchRunsRoutes } from './match-runs/routes.ts'
import { organisationRoutes } from './organisation/routes.ts'
import { pairsRoutes } from './pairs/routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { programmesRoutes } from './programmes/routes.ts'

/**
 * Every room's routes, by the names of the contract. A room is open to the world once it stands here; the paths
 * themselves are in the contracts.
 */
export const routes = {
  organisation: organisationRoutes,
  accounts: accountsRoutes,
  mail: mailRoutes,
  people: peopleRoutes,
  programmes: programmesRoutes,
  enrolment: enrolmentRoutes,
  matchRuns: matchRunsRoutes,
  pairs: pairsRoutes,
}
