import type { RunningConfig } from '../config.ts'
import type { Clock } from './clock.ts'
import type { Database } from './database/connect-database.ts'
import type { Log } from './log/log.ts'

/** What the house gives every room. */
export type Platform = {
  readonly config: RunningConfig
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
}
