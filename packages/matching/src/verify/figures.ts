import type { Candidates, Fault, Figures, MatchPerson, Participant, Solution } from '../types.ts'
import { blockingOf } from './blocking.ts'
import type { Ledger, Side } from './ledger.ts'

/** Figures and the list of people without a pair, worked out again and compared with those stated. */
export function figureFaults(
  candidates: Candidates,
  { figures, unpaired }: Solution,
  ledger: Ledger,
): Fault[] {
  const faults: Fault[] = []
  const alone = [...withoutPair(ledger.mentors), ...withoutPair(ledger.leaders)]
  const missing = without(alone, unpaired)
  const extra = without(unpaired, alone)
  if (missing.length > 0 || extra.length > 0) faults.push({ fault: 'wrong-unpaired', missing, extra })

  const expected = expectedFigures(candidates, ledger, alone.length)
  for (const figure of Object.keys(expected) as (keyof Figures)[]) {
    const [stated, found] = [figures[figure], expected[figure]]
    if (JSON.stringify(stated) !== JSON.stringify(found))
      faults.push({ fault: 'wrong-figure', figure, stated, found })
  }
  return faults
}

function expectedFigures(candidates: Candidates, ledger: Ledger, peopleUnpaired: number): Figures {
  const { mentors, leaders, leader } = candidates
  const rows: { edge: number; mentor: MatchPerson; leader: MatchPerson }[] = []
  for (let edge = 0; edge < leader.length; edge++)
    if (ledger.taken[edge] === 1)
      rows.push({ edge, mentor: mentors[ledger.mentorOf[edge]!]!, leader: leaders[leader[edge]!]! })
  const scores = rows.map(({ edge }) => candidates.score[edge]!)
  const differ = (a: string | null, b: string | null) => a !== null && b !== null && a !== b

  return {
    pairs: rows.length,
    peoplePaired: holders(ledger.mentors) + holders(ledger.leaders),
    peopleUnpaired,
    total: scores.reduce((sum, score) => sum + score, 0),
    ...meanAndLeast(scores),
    otherDepartment: rows.filter(({ mentor, leader }) => differ(mentor.department, leader.department)).length,
    acrossSites: rows.filter(({ mentor, leader }) => differ(mentor.site, leader.site)).length,
    blockingPairs: blockingOf(ledger).length,
    bySide: {
      mentor: meanAndLeast(rows.map(({ edge }) => candidates.mentorScore[edge]!)),
      leader: meanAndLeast(rows.map(({ edge }) => candidates.leaderScore[edge]!)),
    },
  }
}

function meanAndLeast(scores: readonly number[]): { average: number | null; lowest: number | null } {
  if (scores.length === 0) return { average: null, lowest: null }
  const sum = scores.reduce((total, score) => total + score, 0)
  return { average: Math.floor(sum / scores.length), lowest: [...scores].sort((a, b) => a - b)[0]! }
}

function holders({ held }: Side): number {
  return held.reduce((people, seats) => people + (seats > 0 ? 1 : 0), 0)
}

function withoutPair({ people, seats, held }: Side): Participant[] {
  return people
    .filter((_, number) => seats[number]! > 0 && held[number] === 0)
    .map(({ seat, id }) => ({ seat, id }))
}

function without(some: readonly Participant[], others: readonly Participant[]): Participant[] {
  const known = new Set(others.map(({ seat, id }) => `${seat} ${id}`))
  return some.filter(({ seat, id }) => !known.has(`${seat} ${id}`))
}
