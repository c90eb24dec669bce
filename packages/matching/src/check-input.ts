import { InvalidMatchInputError } from './errors.ts'
import { HOURS_A_WEEK } from './time/shared-week.ts'
import { type MatchInput, type MatchPerson, type MatchSettings, objectives, partNames } from './types.ts'

/** Nobody has so many languages, themes or interests; a list that long is a mistake. */
const MOST_VALUES = 1000
const lists = ['languages', 'offers', 'wants', 'interests', 'workStyle'] as const

/**
 * Refuses what cannot be meant. Dates are checked where they are read. People in the organisation who take no part are
 * welcome, and so are cycles in its reporting lines. Weights that are all 0 make every pair fit equally, with 0 points.
 *
 * @throws {@link InvalidMatchInputError} naming the first thing that is wrong.
 */
export function checkInput({ people, rules, weights, hoursPerPair }: MatchInput): void {
  const seen = new Set<string>()
  const knownZones = new Set<string>()
  for (const person of people) {
    checkPerson(person)
    checkZone(person, knownZones)
    const participant = `${person.seat} ${person.id}`
    if (seen.has(participant))
      throw new InvalidMatchInputError('people.id', person.id, `names two ${person.seat}s`)
    seen.add(participant)
  }

  for (const part of partNames)
    if (!isCount(weights[part]))
      throw new InvalidMatchInputError(`weights.${part}`, null, 'is not a whole number from 0 to 1 000 000')
  if (!Number.isFinite(rules.levelGap.minimum))
    throw new InvalidMatchInputError('rules.levelGap.minimum', null, 'is not a number')
  const { minimumHours } = rules.sharedHours
  if (!(minimumHours >= 0 && minimumHours <= HOURS_A_WEEK))
    throw new InvalidMatchInputError('rules.sharedHours.minimumHours', null, 'is not a number of hours')
  if (hoursPerPair !== undefined && !(hoursPerPair > 0 && hoursPerPair < Number.POSITIVE_INFINITY))
    throw new InvalidMatchInputError('hoursPerPair', null, 'is not a number of hours above 0')
}

function checkPerson(person: MatchPerson): void {
  const { id, seat, capacity, availability, level, hoursAMonth } = person
  const refuse = (field: string, because: string) =>
    new InvalidMatchInputError(`people.${field}`, id, because)
  if (typeof id !== 'string' || id === '') throw refuse('id', 'is not an id')
  if (seat !== 'mentor' && seat !== 'leader') throw refuse('seat', 'is neither mentor nor leader')
  if (!isCount(capacity)) throw refuse('capacity', 'is not a whole number')
  if (level !== null && !Number.isFinite(level)) throw refuse('level', 'is not a number')
  if (hoursAMonth !== undefined && hoursAMonth !== null && !(hoursAMonth >= 0 && hoursAMonth <= 1e6))
    throw refuse('hoursAMonth', 'is not a number of hours')
  for (const hour of availability)
    if (!Number.isInteger(hour) || hour < 0 || hour >= HOURS_A_WEEK)
      throw refuse('availability', 'names an hour that no week has')
  for (const list of lists)
    if (person[list].length > MOST_VALUES) throw refuse(list, `has more than ${MOST_VALUES} values`)
}

/** Whether this machine knows a zone is slow to ask, so that each is asked once. */
function checkZone({ id, timeZone }: MatchPerson, known: Set<string>): void {
  if (known.has(timeZone)) return
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: String(timeZone) })
  } catch {
    throw new InvalidMatchInputError('people.timeZone', id, `${timeZone} is not a known time zone`)
  }
  known.add(timeZone)
}

/**
 * Whom settings name is checked where it is looked up.
 *
 * @throws {@link InvalidMatchInputError} for an objective that does not exist, and for a capacity given twice.
 */
export function checkSettings({ objective, capacities = [] }: MatchSettings): void {
  if (objective !== undefined && !objectives.includes(objective))
    throw new InvalidMatchInputError('objective', null, `${objective} does not exist`)
  const seen = new Set<string>()
  for (const { seat, id } of capacities) {
    if (seat !== 'mentor' && seat !== 'leader')
      throw new InvalidMatchInputError('capacities.seat', id, 'is neither mentor nor leader')
    if (seen.has(`${seat} ${id}`)) throw new InvalidMatchInputError('capacities', id, 'is given twice')
    seen.add(`${seat} ${id}`)
  }
}

/** Small enough that sums over a hundred thousand people stay exact. */
export function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 1_000_000
}
