import { answer } from './answer.ts'
import { indexOf } from './field.ts'
import { allRules } from './rules/all-rules.ts'
import { fitOf } from './score/score.ts'
import { seatsOf } from './seats.ts'
import { taskOf } from './task.ts'
import { sharedWeekOf } from './time/shared-week.ts'
import {
  type Candidates,
  type LeftOver,
  type Participant,
  type RuleInTheWay,
  type RuleName,
  ruleNames,
  type SeatLimit,
  type Solution,
} from './types.ts'
import { type ExtraPair, withExtraPairs } from './with-extra-pairs.ts'

/**
 * Why somebody has no pair, which rules stand in their way, and what would follow if one of them were relaxed for this
 * person alone. The last is exact: each such case is solved again, so this takes a solve per rule in the way.
 *
 * @throws {@link UnknownParticipantError}
 */
export function leftOver(candidates: Candidates, solution: Solution, who: Participant): LeftOver {
  const others = possiblePairs(candidates, who)
  const bans = solution.settings.bans.map(({ mentorId, leaderId }) =>
    who.seat === 'mentor' ? { id: mentorId, other: leaderId } : { id: leaderId, other: mentorId },
  )
  const banned = new Set(bans.filter(({ id }) => id === who.id).map(({ other }) => other))
  const open = others.filter(({ otherId }) => !banned.has(otherId))
  const allowed = open.filter(({ broken }) => broken.length === 0).length

  return {
    seat: who.seat,
    id: who.id,
    ...reasonFor(),
    possible: others.length,
    allowed,
    banned: others.length - open.length,
    inTheWay: ruleNames
      .map((rule) => inTheWay(rule))
      .filter(({ broken }) => broken > 0)
      .sort((a, b) => b.broken - a.broken),
  }

  function reasonFor(): Pick<LeftOver, 'reason' | 'seatLimit'> {
    const { mentorSeats, leaderSeats } = taskOf(candidates, solution.settings)
    const seats = who.seat === 'mentor' ? mentorSeats : leaderSeats
    const row = who.seat === 'mentor' ? candidates.mentors : candidates.leaders
    if (partnersOf(solution, who).length > 0) return { reason: 'has-a-pair' }
    if (seats[indexOf(row, who)] === 0) return { reason: 'no-capacity', seatLimit: seatLimit() }
    if (others.length === 0) return { reason: 'nobody-there' }
    return { reason: allowed === 0 ? 'nobody-allowed' : 'others-come-first' }
  }

  function seatLimit(): SeatLimit {
    const isThem = ({ seat, id }: Participant) => seat === who.seat && id === who.id
    if (solution.settings.capacities.some(isThem)) return 'run'
    const { input } = candidates
    return seatsOf(input.people.find(isThem)!, input).limit
  }

  function inTheWay(rule: RuleName): RuleInTheWay {
    const broken = others.filter((other) => other.broken.includes(rule)).length
    const alone = others.filter((other) => other.broken.length === 1 && other.broken[0] === rule)
    const cannotRelax = alone.length === 0 || rule === 'veto'
    return { rule, broken, alone: alone.length, ifRelaxed: cannotRelax ? null : relaxed(alone) }
  }

  function relaxed(extra: readonly ExtraPair[]): RuleInTheWay['ifRelaxed'] {
    const after = answer(withExtraPairs(candidates, extra), solution.settings, solution.pairs)
    return {
      pairedWith: partnersOf(after, who)[0] ?? null,
      people: after.figures.peoplePaired - solution.figures.peoplePaired,
      total: after.figures.total - solution.figures.total,
    }
  }
}

/** Everybody with whom somebody could be paired, the rules broken by each such pair, and how well it would fit. */
function possiblePairs(
  { input, mentors, leaders }: Candidates,
  who: Participant,
): (ExtraPair & { otherId: string; broken: readonly RuleName[] })[] {
  const isMentor = who.seat === 'mentor'
  const at = indexOf(isMentor ? mentors : leaders, who)
  const field = isMentor
    ? { input, mentors: [mentors[at]!], leaders }
    : { input, mentors, leaders: [leaders[at]!] }
  const sharedWeek = sharedWeekOf(field)
  const rules = allRules(field, sharedWeek).filter(({ on }) => on)
  const fit = fitOf(field, sharedWeek)

  return (isMentor ? leaders : mentors)
    .map(({ id }, other) => {
      const [m, l] = isMentor ? [0, other] : [other, 0]
      return {
        otherId: id,
        mentor: isMentor ? at : other,
        leader: isMentor ? other : at,
        ...fit.of(m, l),
        broken: rules.filter((rule) => rule.isBroken(m, l)).map(({ name }) => name),
      }
    })
    .filter(({ otherId }) => otherId !== who.id)
}

function partnersOf({ pairs }: Solution, { seat, id }: Participant): string[] {
  return seat === 'mentor'
    ? pairs.filter(({ mentorId }) => mentorId === id).map(({ leaderId }) => leaderId)
    : pairs.filter(({ leaderId }) => leaderId === id).map(({ mentorId }) => mentorId)
}
