import type { Field } from '../field.ts'
import { languagesOf } from '../rules/shared-language.ts'
import { indexById } from '../rules/sparse-pairs.ts'
import { possiblePoints } from '../score/score.ts'
import { weeksOf } from '../time/weeks.ts'
import type { MatchPerson, PartName, Score } from '../types.ts'
import { type Exceptions, exceptionsOf } from './exceptions.ts'
import { type Lines, linesOf } from './lines.ts'
import { type Lists, listsOf, Numbering } from './lists.ts'

/**
 * A field as numbers: all that deciding about pairs needs, without a text in it. Small and quick to copy to a worker.
 * People are numbered as in the field.
 */
export type Numbers = {
  readonly mentors: SideInNumbers
  readonly leaders: SideInNumbers
  readonly rules: {
    readonly reportingLine: boolean
    readonly levelGap: boolean
    readonly minimumGap: number
    readonly sharedHours: boolean
    readonly minimumMinutes: number
    readonly sharedLanguage: boolean
  }
  readonly possiblePoints: Readonly<Record<PartName, Score>>
  readonly exceptions: Exceptions
  readonly lines: Lines
  /** The leader who is the same person as a mentor, or -1. */
  readonly self: Int32Array
  readonly zones: number
  /**
   * How many minutes the clock of a leader is ahead of the mentor's during the period, each way once: list number
   * `zone of the mentor × zones + zone of the leader`.
   */
  readonly distances: Lists
  readonly languages: number
  readonly themes: number
}

/** Themes, interests and ways of working share one numbering; lists hold each value once. */
export type SideInNumbers = {
  readonly count: number
  readonly zone: Int32Array
  /** Free hours of the week on the person's own clock. */
  readonly hours: Lists
  /** NaN when unknown: it compares false with everything, as an unknown level must. */
  readonly level: Float64Array
  /** -1 when unknown. */
  readonly department: Int32Array
  readonly languages: Lists
  readonly offers: Lists
  readonly wants: Lists
  readonly interests: Lists
  readonly workStyle: Lists
}

/** @throws {@link InvalidMatchInputError} for dates and time zones that do not exist. */
export function numbersOf(field: Field): Numbers {
  const { mentors, leaders, input } = field
  const { rules } = input
  const zones = new Numbering()
  const departments = new Numbering()
  const languages = new Numbering()
  const themes = new Numbering()
  const leaderAt = indexById(leaders)

  const side = (people: readonly MatchPerson[]): SideInNumbers => ({
    count: people.length,
    zone: Int32Array.from(people, ({ timeZone }) => zones.of(timeZone)),
    hours: listsOf(people.map(({ availability }) => [...new Set(availability)])),
    level: Float64Array.from(people, ({ level }) => level ?? Number.NaN),
    department: Int32Array.from(people, ({ department }) =>
      department === null ? -1 : departments.of(department),
    ),
    languages: listsOf(people.map((person) => languages.ofEach(languagesOf(person)))),
    offers: listsOf(people.map(({ offers }) => themes.ofEach(offers))),
    wants: listsOf(people.map(({ wants }) => themes.ofEach(wants))),
    interests: listsOf(people.map(({ interests }) => themes.ofEach(interests))),
    workStyle: listsOf(people.map(({ workStyle }) => themes.ofEach(workStyle))),
  })

  return {
    mentors: side(mentors),
    leaders: side(leaders),
    rules: {
      reportingLine: rules.reportingLine.on,
      levelGap: rules.levelGap.on,
      minimumGap: rules.levelGap.minimum,
      sharedHours: rules.sharedHours.on,
      minimumMinutes: rules.sharedHours.minimumHours * 60,
      sharedLanguage: rules.sharedLanguage.on,
    },
    possiblePoints: possiblePoints(input.weights),
    exceptions: exceptionsOf(field),
    lines: linesOf(field),
    self: Int32Array.from(mentors, ({ id }) => leaderAt.get(id) ?? -1),
    ...distancesBetween(zones, field),
    languages: languages.size,
    themes: themes.size,
  }
}

function distancesBetween(numbering: Numbering, { input }: Field): Pick<Numbers, 'zones' | 'distances'> {
  const names = numbering.texts()
  const weeks = weeksOf(input.period, names)
  const lists = names.flatMap((ofMentor) =>
    names.map((ofLeader) => [
      ...new Set(weeks.map(({ offsets }) => offsets.get(ofLeader)! - offsets.get(ofMentor)!)),
    ]),
  )
  return { zones: names.length, distances: listsOf(lists) }
}
