import { createHash } from 'node:crypto'
import type { MatchRun } from '@viceversa/domain/match-runs/contract.ts'
import type { PairOfIds } from '@viceversa/matching/types.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { findProgramme, type ProgrammeRow } from '../programmes/queries.ts'
import type { Task } from './engine/ask.ts'
import {
  countNotReady,
  endedPairs,
  linesAbove,
  openPairs,
  readyPeople,
  refusedPairs,
} from './market-queries.ts'

/** Who can be matched now, and everything the engine has to know about them. */
export type Market = {
  readonly programme: ProgrammeRow
  readonly people: Task['input']['people']
  readonly organisation: Task['input']['organisation']
  /** Asked and declined, or not answered in time. */
  readonly refused: readonly PairOfIds[]
  /** Waiting for answers, or running. */
  readonly open: readonly PairOfIds[]
  readonly ended: readonly PairOfIds[]
  readonly notReady: { readonly mentors: number; readonly leaders: number }
}

export async function readMarket(db: Db, programmeId: string): Promise<Market> {
  const programme = await findProgramme(db, programmeId)
  if (!programme) throw new ProblemError('not-found', 'There is no such programme.')
  const people = await readyPeople(db, programmeId)
  return {
    programme,
    people,
    organisation: await linesAbove(
      db,
      people.map(({ id }) => id),
    ),
    refused: await refusedPairs(db, programmeId),
    open: await openPairs(db, programmeId),
    ended: await endedPairs(db, programmeId),
    notReady: await countNotReady(db, programmeId),
  }
}

/**
 * What the engine is asked for a run. Decisions about people who are no longer there to be matched wait until they are.
 * Whoever has declined a pair is not proposed the same person again, nor are two whose pair has ended while the rule on
 * earlier pairs holds; a pin overrules both. Two who are a pair already are never proposed to each other.
 */
export function taskFor(
  run: Pick<MatchRun, 'rules' | 'weights' | 'objective' | 'decisions'>,
  market: Market,
): Task {
  const here = new Set(market.people.map(({ id, seat }) => `${seat} ${id}`))
  const isHere = ({ mentorId, leaderId }: PairOfIds) =>
    here.has(`mentor ${mentorId}`) && here.has(`leader ${leaderId}`)
  const decided = (wanted: 'pin' | 'ban') =>
    run.decisions
      .filter(({ decision }) => decision === wanted)
      .map(({ mentorId, leaderId }) => ({ mentorId, leaderId }))

  const open = new Set(market.open.map(keyOf))
  const pins = decided('pin').filter((pair) => isHere(pair) && !open.has(keyOf(pair)))
  const pinned = new Set(pins.map(keyOf))
  const bans = [...decided('ban'), ...market.refused, ...market.open].filter(
    (pair) => isHere(pair) && !pinned.has(keyOf(pair)),
  )
  const earlierPairs = market.ended
    .filter((pair) => !pinned.has(keyOf(pair)))
    .map(({ mentorId, leaderId }) => [mentorId, leaderId] as const)
  return {
    input: {
      people: market.people,
      organisation: { ...market.organisation, earlierPairs },
      rules: run.rules,
      weights: run.weights,
      period: periodOf(market.programme),
    },
    settings: { objective: run.objective, pins, bans: uniquePairs(bans) },
  }
}

/** The same for the same people, rules, weights and decisions, whatever the order they were read in. */
export function fingerprintOf(task: Task): string {
  const text = JSON.stringify(task, (_, value) => (value instanceof Map ? [...value] : value))
  return createHash('sha256').update(text).digest('base64url')
}

/** Hours are compared over the weeks of the programme; a draft without dates is looked at from its creation on. */
function periodOf({ kick_off_on: from, last_session_on: to }: ProgrammeRow): Task['input']['period'] {
  if (!from || !to) throw new ProblemError('programme-not-open', 'Give the programme its dates first.')
  return { from, to }
}

function uniquePairs(pairs: readonly PairOfIds[]): PairOfIds[] {
  return [...new Map(pairs.map((pair) => [keyOf(pair), pair])).values()]
}

function keyOf({ mentorId, leaderId }: PairOfIds): string {
  return `${mentorId} ${leaderId}`
}
