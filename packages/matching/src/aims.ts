import type { Aim } from './solve/lexicographic.ts'
import type { Task } from './task.ts'
import { type Candidates, type CertificateLevel, FULL_SCORE, type Objective, poorFitBands } from './types.ts'

/** An aim of the solver, with the name under which the certificate proves it. */
export type NamedAim = Aim & Pick<CertificateLevel, 'goal' | 'below' | 'firstSeat'>

/** What each objective cares about, most important first. */
export function aimsOf(
  objective: Exclude<Objective, 'stable'>,
  { score }: Candidates,
  task: Task,
): readonly NamedAim[] {
  const scoreOf = (i: number) => score[task.edge[i]!]!
  const total: NamedAim = { goal: 'total', below: 0, firstSeat: 0, weight: scoreOf }

  switch (objective) {
    case 'best-fit':
      return [total]
    case 'most-people':
      return [peopleThenTotal(task, scoreOf)]
    case 'generous':
      return [people(task), ...poorFits(scoreOf), total]
  }
}

/** Two aims in one: a first seat is worth more than all scores together, and the sums still stay exact. */
function peopleThenTotal(task: Task, scoreOf: (i: number) => number): NamedAim {
  const { rowSeats, columnSeats } = task.market
  const bonus = 1 + FULL_SCORE * Math.min(sum(rowSeats), sum(columnSeats), task.edge.length)
  return {
    goal: 'people-then-total',
    below: 0,
    firstSeat: bonus,
    weight: scoreOf,
    firstSeats: firstSeats(task, bonus),
  }
}

function people(task: Task): NamedAim {
  return { goal: 'people', below: 0, firstSeat: 1, weight: () => 0, firstSeats: firstSeats(task, 1) }
}

function poorFits(scoreOf: (i: number) => number): NamedAim[] {
  return poorFitBands.map((below, band) => {
    const from = poorFitBands[band - 1] ?? 0
    const weight = (i: number) => (scoreOf(i) < below && scoreOf(i) >= from ? -1 : 0)
    return { goal: 'poor-fits', below, firstSeat: 0, weight }
  })
}

/** Everybody who has a seat and is not already paired by a pin. */
function firstSeats({ mentorSeats, leaderSeats, market }: Task, bonus: number) {
  const unpaired = (free: Int32Array, all: Int32Array) =>
    free.map((seats, person) => (seats > 0 && seats === all[person] ? 1 : 0))
  return {
    bonus,
    rows: unpaired(market.rowSeats, mentorSeats),
    columns: unpaired(market.columnSeats, leaderSeats),
  }
}

function sum(values: Int32Array): number {
  let total = 0
  for (const value of values) total += value
  return total
}
