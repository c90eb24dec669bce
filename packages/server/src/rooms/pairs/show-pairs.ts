import type { ManagedPair, Pair } from '@viceversa/domain/pairs/contract.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { catalogue } from '../programmes/catalogue.ts'
import { cardsOf, todayAt } from '../programmes/queries.ts'
import { hasDeclinedBefore, managedRows, memberRows, myAnswer, sessionsOfPair } from './queries.ts'

/** My pairs and proposals as I see them, the newest first. */
export async function myPairs(db: Db, me: string, pairId?: string): Promise<Pair[]> {
  const rows = await memberRows(db, me, pairId)
  const cards = await cardsOf(
    db,
    rows.flatMap(({ mentorId, leaderId }) => [mentorId, leaderId]),
  )
  const pairs: Pair[] = []
  for (const { mentorId, leaderId, answerBy, startedAt, ...row } of rows) {
    const mentor = cards.get(mentorId)
    const leader = cards.get(leaderId)
    if (!mentor || !leader) continue
    pairs.push({
      ...row,
      mySeat: mentorId === me ? 'mentor' : 'leader',
      mentor,
      leader,
      answerBy: answerBy.toISOString(),
      startedAt: startedAt?.toISOString() ?? null,
      myAnswer: await myAnswer(db, row.id, me),
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
