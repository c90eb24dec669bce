import { accountsContract } from './accounts/contract.ts'
import { enrolmentContract } from './enrolment/contract.ts'
import { mailContract } from './mail/contract.ts'
import { matchRunsContract } from './match-runs/contract.ts'
import { organisationContract } from './organisation/contract.ts'
import { pairsContract } from './pairs/contract.ts'
import { peopleContract } from './people/contract.ts'
import { programmesContract } from './programmes/contract.ts'

/** Every operation of the HTTP API, room by room. */
export const contract = {
  organisation: organisationContract,
  accounts: accountsContract,
  mail: mailContract,
  people: peopleContract,
  programmes: programmesContract,
  enrolment: enrolmentContract,
  matchRuns: matchRunsContract,
  pairs: pairsContract,
}
