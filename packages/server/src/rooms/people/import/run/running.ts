import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseUnavailableError } from '../../../../platform/database/errors.ts'
import { publishUpdate } from '../../../../platform/events/publish-update.ts'
import { ProblemError } from '../../../../platform/http/problem.ts'
import type { RequestContext } from '../../../../platform/http/request-context.ts'

type Doer = Pick<RequestContext, 'act' | 'platform'>
type Report = (phase: string, done: number, of: number) => void

/** How often somebody who watches is told how far it is. */
const REPORT_EVERY_MS = 700
const ASK_THE_DATABASE_AGAIN_MS = 250

/** Imports that this node is working on. */
const running = new Map<string, { controller: AbortController; ended: Promise<void> }>()

/**
 * Does the work while the request is long answered. What it has to say, also of failing, it writes to the import.
 */
export function runInBackground(
  doer: Doer,
  importId: string,
  me: string,
  work: (signal: AbortSignal, report: Report) => Promise<void>,
): void {
  const controller = new AbortController()
  const report = reporter(doer, importId, me)
  const ended = work(controller.signal, report.say)
    .catch((error: unknown) => (controller.signal.aborted ? undefined : fail(doer, importId, me, error)))
    .catch((error: unknown) =>
      doer.platform.log.error({ err: error, importId }, 'An import could not be closed.'),
    )
    .finally(() => {
      running.delete(importId)
    })
  running.set(importId, { controller, ended })
}

/** Stops the work at its next pause; what it had not finished is not there. */
export function stopRunning(importId: string): void {
  running.get(importId)?.controller.abort(new Error('The import was cancelled.'))
}

/** For a server that stops, and for tests: resolves when nothing runs any more. */
export async function importsAtRest(): Promise<void> {
  await Promise.all([...running.values()].map(({ ended }) => ended))
}

function reporter(doer: Doer, importId: string, me: string) {
  let last = Date.now()
  let writing = false
  return {
    say(phase: string, done: number, of: number) {
      if (writing || Date.now() - last < REPORT_EVERY_MS) return
      last = Date.now()
      writing = true
      void doer
        .act(async (db) => {
          await db
            .updateTable('people_import')
            .set({ progress: JSON.stringify({ phase, done, of }) })
            .where('id', '=', importId)
            .where('state', 'in', ['planning', 'applying'])
            .execute()
          await publishUpdate(db, { topic: 'people-import', id: importId, to: { persons: [me] } })
        })
        .catch(() => {
          // How far it is does not matter enough to stop it.
        })
        .finally(() => {
          writing = false
        })
    },
  }
}

async function fail(doer: Doer, importId: string, me: string, error: unknown): Promise<void> {
  if (!(error instanceof ProblemError)) doer.platform.log.error({ err: error, importId }, 'An import failed.')
  const failure =
    error instanceof ProblemError
      ? error.message
      : 'Something went wrong on our side. Nothing was changed. Try again, and tell whoever runs the server if it happens twice.'
  await onceTheDatabaseIsBack(() => writeFailure(doer, importId, me, failure))
}

/** When the database is what failed, an import left open would stand in the way of every other. */
async function onceTheDatabaseIsBack(work: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof DatabaseUnavailableError)) throw error
      await sleep(ASK_THE_DATABASE_AGAIN_MS, undefined, { ref: false })
    }
  }
}

async function writeFailure(doer: Doer, importId: string, me: string, failure: string): Promise<void> {
  await doer.act(async (db) => {
    await db
      .updateTable('people_import')
      .set({ state: 'failed', failure, progress: null })
      .where('id', '=', importId)
      .where('state', 'in', ['planning', 'applying'])
      .execute()
    await publishUpdate(db, { topic: 'people-import', id: importId, to: { persons: [me] } })
  })
}
