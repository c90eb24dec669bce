import { type Candidates, type Objective, poorFitBands } from '../types.ts'

/** One way to choose pairs, by the numbers of the edges. */
export type Choice = readonly number[]

/** Every way to choose among the allowed pairs within everybody's capacity. Slow and obviously right. */
export function everyChoice({ mentors, leaders, start, leader }: Candidates): Choice[] {
  const row = rowOf(start)
  const choices: Choice[] = []
  const mentorSeats = mentors.map(({ capacity }) => capacity)
  const leaderSeats = leaders.map(({ capacity }) => capacity)

  function decide(edge: number, chosen: Choice): void {
    if (edge === leader.length) {
      choices.push(chosen)
      return
    }
    const m = row[edge]!
    const l = leader[edge]!
    // Taken before left out, so that of equal choices the first one found is the first by id.
    if (mentorSeats[m]! > 0 && leaderSeats[l]! > 0) {
      mentorSeats[m]!--
      leaderSeats[l]!--
      decide(edge + 1, [...chosen, edge])
      mentorSeats[m]!++
      leaderSeats[l]!++
    }
    decide(edge + 1, chosen)
  }
  decide(0, [])
  return choices
}

/** What an objective compares, most important first; more is better. */
export function worthOf(
  objective: Exclude<Objective, 'stable'>,
  candidates: Candidates,
  choice: Choice,
): number[] {
  const { score, leader } = candidates
  const row = rowOf(candidates.start)
  const total = choice.reduce((sum, edge) => sum + score[edge]!, 0)
  const people =
    new Set(choice.map((e) => `m${row[e]}`)).size + new Set(choice.map((e) => `l${leader[e]}`)).size
  const under = (points: number) => choice.filter((edge) => score[edge]! < points).length
  if (objective === 'best-fit') return [total]
  if (objective === 'most-people') return [people, total]
  return [people, ...poorFitBands.map((points) => -under(points)), total]
}

/** The best choice by trying them all; of equally good ones the first by id. */
export function bestByTryingAll(objective: Exclude<Objective, 'stable'>, candidates: Candidates): Choice {
  const compared = everyChoice(candidates).map((choice) => ({
    choice,
    worth: worthOf(objective, candidates, choice),
  }))
  return compared.reduce((best, next) => (isMore(next.worth, best.worth) ? next : best)).choice
}

function isMore(a: readonly number[], b: readonly number[]): boolean {
  const first = a.findIndex((value, i) => value !== b[i])
  return first >= 0 && a[first]! > b[first]!
}

export function rowOf(start: Int32Array): number[] {
  return Array.from({ length: start.length - 1 }, (_, row) =>
    new Array<number>(start[row + 1]! - start[row]!).fill(row),
  ).flat()
}
