import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '../../../../platform/database/as-actor.ts'
import { DatabaseUnavailableError } from '../../../../platform/database/errors.ts'
import { ProblemError } from '../../../../platform/http/problem.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { findRights } from '../../../accounts/queries.ts'
import { applyPlan } from './apply-run.ts'
import { type Claim, claimStep, closeAsFailed, handBack, holdOn, type Progress, STEP_DUE } from './claims.ts'
import { makePlan } from './plan-run.ts'

export type ImportWork = {
  /** Takes on every step that is due and that nobody is at; resolves when this process is at none any more. */
  carryOutNow(): Promise<void>
  /** Finishes an application that ends in time and hands everything else back. */
  stop(): Promise<void>
}

/** Plans take memory by the size of the file. */
const STEPS_AT_ONCE = 2
const LOOK_EVERY_MILLISECONDS = 2_000
/** Also how often somebody who watches is told how far it is. */
const HOLD_EVERY_MILLISECONDS = 700
const STOP_WITHIN_MILLISECONDS = 8_000
/** A file that brings the process down must not do so at every start. */
const MOST_TRIES = 5

const NOTHING_CHANGED =
  'Nothing was changed. Try again, and tell whoever runs the server if it happens twice.'

/**
 * Carries out the steps of imports that were acknowledged, in every process at once: each step is taken on by one of
 * them, and by another one when that one is gone. See `docs/decisions/0007-imports-are-a-promise.md`.
 */
export function startImportWork(platform: Platform): ImportWork {
  const { database, log } = platform
  const stopping = new AbortController()
  const running = new Set<Promise<void>>()
  let looking: Promise<void> | undefined
  let again = false

  function look(): Promise<void> {
    if (looking) again = true
    looking ??= rounds().finally(() => {
      looking = undefined
    })
    return looking
  }

  async function rounds(): Promise<void> {
    do {
      again = false
      try {
        await takeOn()
      } catch (error) {
        if (!(error instanceof DatabaseUnavailableError)) {
          log.error({ err: error }, 'Imports could not be taken on.')
        }
      }
    } while (again && !stopping.signal.aborted)
  }

  async function takeOn(): Promise<void> {
    while (running.size < STEPS_AT_ONCE && !stopping.signal.aborted) {
      const claim = await asHouse(platform, claimStep)
      if (!claim) return
      const run = carryOut(platform, claim, stopping.signal).finally(() => {
        running.delete(run)
        if (!stopping.signal.aborted) void look()
      })
      running.add(run)
    }
  }

  const unsubscribe = database.subscribe({
    onPayload(payload) {
      if (payload === STEP_DUE) void look()
    },
    onGap: () => void look(),
  })
  const timer = setInterval(look, LOOK_EVERY_MILLISECONDS)
  void look()

  return {
    async carryOutNow() {
      do {
        await look()
        await Promise.all(running)
      } while (running.size > 0)
    },
    async stop() {
      stopping.abort(new Error('The server stops.'))
      clearInterval(timer)
      unsubscribe()
      await looking
      await Promise.race([Promise.all(running), sleep(STOP_WITHIN_MILLISECONDS, undefined, { ref: false })])
    },
  }
}

/** Never rejects: where the database is away, the claim runs out and the step is due again. */
async function carryOut(platform: Platform, claim: Claim, stopping: AbortSignal): Promise<void> {
  const { log } = platform
  const about = { importId: claim.importId, step: claim.step, tries: claim.tries }
  if (claim.tries > 1) log.info(about, 'A step of an import that was broken off is taken again.')
  try {
    await takeStep(platform, claim, stopping)
  } catch (error) {
    if (error instanceof DatabaseUnavailableError) return
    if (!(error instanceof ProblemError)) log.error({ err: error, ...about }, 'An import failed.')
    const failure =
      error instanceof ProblemError ? error.message : `Something went wrong on our side. ${NOTHING_CHANGED}`
    await asHouse(platform, (db) => closeAsFailed(db, claim, failure)).catch((notClosed: unknown) =>
      log.warn({ err: notClosed, ...about }, 'An import could not be closed, so it is tried again.'),
    )
  }
}

async function takeStep(platform: Platform, claim: Claim, stopping: AbortSignal): Promise<void> {
  if (claim.tries > MOST_TRIES) {
    throw new ProblemError(
      'internal-error',
      `The server ended ${MOST_TRIES} times in the middle of it. ${NOTHING_CHANGED}`,
    )
  }
  const personId = await whoStillMay(platform, claim)
  if (stopping.aborted) return asHouse(platform, (db) => handBack(db, claim))
  // Its transaction holds the import, for as long as it lives.
  if (claim.step === 'applying') return applyPlan(platform, claim, personId)

  const held = hold(platform, claim)
  try {
    const signal = AbortSignal.any([held.lost, stopping])
    await makePlan(platform, claim, personId, signal, held.report)
  } catch (error) {
    if (held.lost.aborted) return
    if (!stopping.aborted) throw error
    await asHouse(platform, (db) => handBack(db, claim))
  } finally {
    held.end()
  }
}

/** The step is taken with the rights that the person has now. */
async function whoStillMay({ database }: Platform, { askedBy }: Claim): Promise<string> {
  const rights =
    askedBy === null
      ? undefined
      : await database.asActor({ kind: 'person', personId: askedBy }, findRights, { readOnly: true })
  if (askedBy === null || !rights?.managesPeople) {
    throw new ProblemError(
      'not-allowed',
      'Whoever asked for this may no longer import people. Nothing was changed.',
    )
  }
  return askedBy
}

/** Holds a claim while the process computes between transactions. */
function hold(platform: Platform, claim: Claim) {
  const lost = new AbortController()
  let progress: Progress | null = null
  let holding = false
  const timer = setInterval(async () => {
    if (holding) return
    holding = true
    const told = progress
    progress = null
    try {
      if (!(await asHouse(platform, (db) => holdOn(db, claim, told)))) {
        lost.abort(new Error('The import was cancelled, or another process is at it.'))
      }
    } catch {
      // If the database stays away the claim runs out, and what is written under it is refused.
    } finally {
      holding = false
    }
  }, HOLD_EVERY_MILLISECONDS)
  return {
    lost: lost.signal,
    report(phase: string, done: number, of: number) {
      progress = { phase, done, of }
    },
    end: () => clearInterval(timer),
  }
}

function asHouse<T>({ database }: Platform, work: (db: Db) => Promise<T>): Promise<T> {
  return database.asActor({ kind: 'system', because: 'steps of imports that are due' }, work)
}
