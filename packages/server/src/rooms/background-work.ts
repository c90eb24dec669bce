import type { Jobs } from '../platform/jobs/start-jobs.ts'
import type { Platform } from '../platform/platform.ts'
import { eraseAnswers } from './enrolment/erase-answers.ts'
import { expirePairs } from './pairs/expire-pairs.ts'
import { forgetOldRows } from './people/import/run/tidy-imports.ts'

/** What rooms do when nobody asks. Every node may call this; each run is done by one of them. */
export async function startBackgroundWork({ database, clock, config }: Platform, jobs: Jobs): Promise<void> {
  await jobs.work('expire-pairs', async () => {
    await expirePairs(database, { address: config.address }, clock.now())
  })
  await jobs.schedule('expire-pairs', '7 * * * *', 'UTC')
  await jobs.work('forget-old-imports', async () => {
    await forgetOldRows(database, clock.now())
  })
  await jobs.schedule('forget-old-imports', '20 3 * * *', 'UTC')
  await jobs.work('erase-answers', async () => {
    await eraseAnswers(database, clock.now())
  })
  await jobs.schedule('erase-answers', '10 * * * *', 'UTC')
}
