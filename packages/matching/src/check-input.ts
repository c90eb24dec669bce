import { InvalidMatchInputError } from './errors.ts'
import { HOURS_A_WEEK } from './time/shared-week.ts'
import { type MatchInput, type MatchPerson, partNames } from './types.ts'

/**
 * Refuses what cannot be meant. Dates and time zones are checked where they are read.
 *
 * @throws {@link InvalidMatchInputError} naming the first thing that is wrong.
 */
export function checkInput({ people, rules, weights }: MatchInput): void {
  const seen = new Set<string>()
  for (const person of people) {
    checkPerson(person)
    const participant = `${person.seat} ${person.id}`
    if (seen.has(participant))
      throw new InvalidMatchInputError('people.id', person.id, `names two ${person.seat}s`)
    seen.add(participant)
  }

  for (const part of partNames)
    if (!isCount(weights[part]))
      throw new InvalidMatchInputError(`weights.${part}`, null, 'is not a whole number')
  if (!Number.isFinite(rules.levelGap.minimum))
    throw new InvalidMatchInputError('rules.levelGap.minimum', null, 'is not a number')
  if (!(rules.sharedHours.minimumHours >= 0))
    throw new InvalidMatchInputError('rules.sharedHours.minimumHours', null, 'is not a number of hours')
}

function checkPerson({ id, capacity, availability, level }: MatchPerson): void {
  if (!isCount(capacity)) throw new InvalidMatchInputError('people.capacity', id, 'is not a whole number')
  if (level !== null && !Number.isFinite(level))
    throw new InvalidMatchInputError('people.level', id, 'is not a number')
  if (!availability.every((hour) => Number.isInteger(hour) && hour >= 0 && hour < HOURS_A_WEEK))
    throw new InvalidMatchInputError('people.availability', id, 'names an hour that no week has')
}

/** Small enough that sums over a hundred thousand people stay exact. */
export function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 1_000_000
}
