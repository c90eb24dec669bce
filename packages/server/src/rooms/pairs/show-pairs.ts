import type { ManagedPair, Pair } from '@viceversa/domain/pairs/contract.ts'
import { closedForMembers, stateForMember } from '@viceversa/domain/pairs/pair-states.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { catalogue } from '../programmes/catalogue.ts'
import { cardsOf, todayAt } from '../programmes/queries.ts'
import {
  hasDeclinedBefore,
  managedRows,
  memberRows,
  myAnswer,
  namesFromMyPairs,
  sessionsOfPair,
} from './queries.ts'

/**
 * My pairs and proposals as I see them, the newest first. Of a partner in a pair that is over, or that I declined, I see the
 * name and nothing else any more.
 */
export async function myPairs(db: Db, me: string, pairId?: string): Promise<Pair[]> {
  const rows = await memberRows(db, me, pairId)
  const cards = await cardsOf(
    db,
    rows.flatMap(({ mentorId, leaderId }) => [mentorId, leaderId]),
  )
  const names = await namesFromMyPairs(db)
  const pairs: Pair[] = []
  for (const { mentorId, leaderId, answerBy, startedAt, ...row } of rows) {
    const answer = await myAnswer(db, row.id, me)
    const state = stateForMember(row.state, answer)
    const isOver = (closedForMembers as readonly string[]).includes(state)
    const cardOf = (id: string) => (isOver && id !== me ? names : cards).get(id)
    const [mentor, leader] = [cardOf(mentorId), cardOf(leaderId)]
    if (!mentor || !leader) continue
    pairs.push({
      ...row,
      ...(isOver && { reasons: [], commonGround: [] }),
      state,
      mySeat: mentorId === me ? 'mentor' : 'leader',
      mentor,
      leader,
      answerBy: answerBy.toISOString(),
      startedAt: startedAt?.toISOString() ?? null,
      myAnswer: answer,
      mayDecline: !(await hasDeclinedBefore(db, row.programmeId, me)),
      sessions: await sessionsOfPair(db, row.id),
      themeNames,
    })
  }
  return pairs
}

export async function myPair(db: Db, me: string, pairId: string): Promise<Pair> {
  const [pair] = await myPairs(db, me, pairId)
  if (!pair) throw new ProblemError('not-found', 'There is no such pair, or it is not yours.')
  return pair
}

/** People, states and dates; never a word (rule R23). */
export async function managedPairs(db: Db, programmeId: string, now: Date): Promise<ManagedPair[]> {
  const rows = await managedRows(db, programmeId, await todayAt(db, now))
  const cards = await cardsOf(
    db,
    rows.flatMap(({ mentorId, leaderId }) => [mentorId, leaderId]),
  )
  return rows.flatMap(({ mentorId, leaderId, ...row }) => {
    const mentor = cards.get(mentorId)
    const leader = cards.get(leaderId)
    if (!mentor || !leader) return []
    return [
      {
        ...row,
        mentor,
        leader,
        askedAt: row.askedAt.toISOString(),
        answerBy: row.answerBy.toISOString(),
        startedAt: row.startedAt?.toISOString() ?? null,
        closedAt: row.closedAt?.toISOString() ?? null,
      },
    ]
  })
}

const themeNames = Object.fromEntries(
  [...catalogue.themes, ...catalogue.giveBackThemes].map(({ id, name }) => [id, name]),
)
