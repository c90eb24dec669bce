import fc from 'fast-check'
import type { MatchInput, MatchPerson, Seat } from '../types.ts'

/** Whole hours apart, half hours, three quarters, clocks that change by half an hour, and both sides of the date line. */
const zones = [
  'UTC',
  'Europe/London',
  'America/New_York',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Pacific/Chatham',
  'Pacific/Honolulu',
]
const few = (name: string, count: number) =>
  fc.array(fc.constantFrom(...Array.from({ length: count }, (_, i) => `${name} ${i}`)), { maxLength: 4 })

/** Hours that meet often: a few of a short stretch, round the end of the week, or all. */
const anyAvailability = fc.oneof(
  fc.array(fc.constantFrom(...Array.from({ length: 12 }, (_, i) => (164 + i) % 168)), { maxLength: 12 }),
  fc.array(fc.nat({ max: 167 }), { maxLength: 60 }),
  fc.constant(Array.from({ length: 168 }, (_, hour) => hour)),
)

function anyPerson(seat: Seat, number: number, sharedIds: boolean): fc.Arbitrary<MatchPerson> {
  return fc.record({
    id: fc.constant(sharedIds ? `person ${number}` : `${seat} ${number}`),
    seat: fc.constant(seat),
    level: fc.constantFrom(null, 1, 2, 3, 4, 5, 6, 2.5),
    department: fc.constantFrom(null, 'Care', 'Claims', 'Legal'),
    site: fc.constantFrom(null, 'Leeds', 'Porto'),
    languages: fc.array(fc.constantFrom('en', 'en-GB', 'EN-us', 'pt', 'hi', 'fr'), { maxLength: 3 }),
    offers: few('theme', 8),
    wants: few('theme', 8),
    interests: few('interest', 5),
    workStyle: few('style', 3),
    timeZone: fc.constantFrom(...zones),
    availability: anyAvailability,
    capacity: fc.constantFrom(0, 1, 1, 2, 3),
    hoursAMonth: fc.constantFrom(null, 0, 1, 4),
  })
}

/**
 * Any input that makes sense: people of every kind, some in both seats, rules and weights of any setting, and reporting
 * lines in which cycles are common.
 */
export function anyInput({
  mentors,
  leaders,
}: {
  mentors: number
  leaders: number
}): fc.Arbitrary<MatchInput> {
  return fc
    .record({ mentors: fc.nat({ max: mentors }), leaders: fc.nat({ max: leaders }), sharedIds: fc.boolean() })
    .chain((size) => {
      const seats = [
        ...Array.from({ length: size.mentors }, (_, i) => anyPerson('mentor', i, size.sharedIds)),
        ...Array.from({ length: size.leaders }, (_, i) => anyPerson('leader', i, size.sharedIds)),
      ]
      return fc.tuple(...seats).chain((people) => {
        const id = fc.constantFrom('nobody', 'boss 1', 'boss 2', ...people.map((person) => person.id))
        const pairs = fc.array(fc.tuple(id, id), { maxLength: 12 })
        const weight = fc.constantFrom(0, 1, 7, 40)
        return fc.record({
          people: fc.constant(people),
          organisation: fc.record({
            managersOf: fc
              .array(fc.tuple(id, fc.array(id, { maxLength: 2 })), { maxLength: 15 })
              .map((lines) => new Map(lines)),
            appraises: pairs,
            hrDuties: pairs,
            conflicts: pairs,
            vetoes: pairs,
            earlierPairs: pairs,
          }),
          rules: fc.record({
            reportingLine: fc.record({ on: fc.boolean() }),
            levelGap: fc.record({ on: fc.boolean(), minimum: fc.constantFrom(-1, 0, 1, 2, 3.5) }),
            appraisal: fc.record({ on: fc.boolean() }),
            conflict: fc.record({ on: fc.boolean() }),
            earlierPair: fc.record({ on: fc.boolean() }),
            sharedHours: fc.record({
              on: fc.boolean(),
              minimumHours: fc.constantFrom(0, 0.3, 1, 1.75, 2, 2.5, 5, 20, 168),
            }),
            sharedLanguage: fc.record({ on: fc.boolean() }),
          }),
          weights: fc.record({ goals: weight, workStyle: weight, department: weight, time: weight }),
          period: fc.constantFrom(
            { from: '2026-09-07', to: '2027-03-05' },
            { from: '2026-06-01', to: '2026-06-20' },
            { from: '2026-03-01', to: '2027-03-01' },
          ),
          hoursPerPair: fc.constant(2),
        })
      })
    })
}
