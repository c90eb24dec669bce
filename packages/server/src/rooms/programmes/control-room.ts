import type { ControlRoom } from '@viceversa/domain/programmes/contract.ts'
import { needsYou } from '@viceversa/domain/programmes/needs-you.ts'
import { pairSignal } from '@viceversa/domain/programmes/pair-signal.ts'
import { stateOn } from '@viceversa/domain/programmes/programme-states.ts'
import { dayIn, sessionIntervalDays } from '@viceversa/domain/programmes/time-line.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import {
  enrolmentFigures,
  funnelFigures,
  type PairFacts,
  pairsWithDates,
  readyWithoutPair,
  sessionFigures,
} from './control-room-queries.ts'
import { cardsOf, programmeSummary, todayAt } from './queries.ts'

const DAYS_TO_ANSWER_AN_INVITATION = 7

/** Everything the control room shows: what needs a programme manager, the funnel, the rhythm of the pairs. */
export async function controlRoom(db: Db, programmeId: string, now: Date): Promise<ControlRoom> {
  const today = await todayAt(db, now)
  const summary = await programmeSummary(db, programmeId)
  const programme = { ...summary, state: stateOn(today, summary) }
  const sessions = await sessionFigures(db, programmeId)
  const intervalDays = sessionIntervalDays(sessions)

  const answeredBy = new Date(now.getTime() - DAYS_TO_ANSWER_AN_INVITATION * 86_400_000)
  const enrolment = await enrolmentFigures(db, programmeId, answeredBy)
  const free = await readyWithoutPair(db, programmeId)
  const allPairs = await pairsWithDates(db, programmeId, today)
  const people = await cardsOf(db, [...new Set(allPairs.flatMap((pair) => [pair.mentor_id, pair.leader_id]))])

  const pairs = allPairs.map((pair) => {
    const startedOn = startOf(pair, programme.kickOffOn)
    const rhythm = { ...pair, startedOn }
    return { ...rhythm, signal: pairSignal(rhythm, intervalDays, today) }
  })
  const leadersLeftWaiting = waitingAfterAnEnd(pairs, free.leaders)
  const relevant = pairs.filter((pair) => isOpen(pair) || leadersLeftWaiting.has(pair.id))

  const waiting = needsYou({
    state: programme.state,
    invited: { mentor: programme.mentors, leader: programme.leaders },
    unanswered: enrolment,
    readyWithoutPair: {
      mentor: free.mentors.size,
      // Leaders whose pair ended are named by that pair already.
      leader: free.leaders.size - leadersLeftWaiting.size,
    },
    pairsAsked: allPairs.length,
    pairs: relevant.map((pair) => ({
      id: pair.id,
      state: pair.state,
      signal: pair.signal,
      since: pair.closed_at?.toISOString() ?? asInstant(pair.lastSessionOn ?? pair.startedOn),
    })),
  })

  return {
    programme,
    sessions,
    intervalDays,
    needsYou: waiting.map((item) => {
      const pair = pairs.find(({ id }) => id === item.pairId)
      return {
        ...item,
        mentor: people.get(pair?.mentor_id ?? '') ?? null,
        leader: people.get(pair?.leader_id ?? '') ?? null,
      }
    }),
    funnel: await funnelFigures(db, programmeId),
    pairs: pairs.filter(isOpen).flatMap((pair) => {
      const [mentor, leader] = [people.get(pair.mentor_id), people.get(pair.leader_id)]
      if (!mentor || !leader) return []
      const { id, state, signal, startedOn, lastSessionOn, nextSessionOn } = pair
      return [{ id, mentor, leader, state, signal, startedOn, lastSessionOn, nextSessionOn }]
    }),
    spareMentors: free.mentors.size,
  }
}

function isOpen({ state }: Pick<PairFacts, 'state'>): boolean {
  return state === 'asked' || state === 'active' || state === 'paused' || state === 'frozen'
}

/** The last pair that was declined or expired of each leader who still has no other. */
function waitingAfterAnEnd(pairs: readonly PairFacts[], freeLeaders: ReadonlySet<string>): Set<string> {
  const lastOf = new Map<string, string>()
  for (const pair of pairs) {
    if (pair.state !== 'declined' && pair.state !== 'expired') continue
    if (freeLeaders.has(pair.leader_id)) lastOf.set(pair.leader_id, pair.id)
  }
  return new Set(lastOf.values())
}

/** A pair that accepted early starts with the programme. */
function startOf({ started_at }: PairFacts, kickOffOn: string | null): string | null {
  if (!started_at) return null
  const startedOn = dayIn('UTC', started_at)
  return kickOffOn && kickOffOn > startedOn ? kickOffOn : startedOn
}

function asInstant(day: string | null): string | null {
  return day && `${day}T00:00:00.000Z`
}
