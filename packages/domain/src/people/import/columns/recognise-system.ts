import { normaliseHeader } from './normalise-header.ts'

/** Titles that only one system gives by default. For the screen's heading only: nothing is read differently for it. */
const signs: readonly { system: string; titles: readonly string[]; atLeast: number }[] = [
  {
    system: 'SAP SuccessFactors',
    titles: ['userid', 'status', 'manager', 'hr', 'firstname', 'lastname'],
    atLeast: 5,
  },
  {
    system: 'BambooHR',
    titles: [
      'employee number',
      'supervisor',
      'supervisor id',
      'supervisor eid',
      'work email',
      'preferred name',
      'job title',
    ],
    atLeast: 4,
  },
  {
    system: 'Workday',
    titles: [
      'supervisory organization',
      'business title',
      'management level',
      'worker',
      'primary work email',
      'employee id',
      'worker type',
      'cost center',
    ],
    atLeast: 3,
  },
  {
    system: 'Personio',
    titles: [
      'position',
      'office',
      'supervisor',
      'weekly hours',
      'employment type',
      'vorgesetzter',
      'wochenstunden',
      'beschaftigungsart',
      'buro',
      'team',
      'abteilung',
    ],
    atLeast: 4,
  },
]

/** The HR system a file most likely comes from, or `null`. */
export function recogniseSystem(titles: readonly string[]): string | null {
  const present = new Set(titles.map(normaliseHeader))
  return (
    signs.find((sign) => sign.titles.filter((title) => present.has(title)).length >= sign.atLeast)?.system ??
    null
  )
}
