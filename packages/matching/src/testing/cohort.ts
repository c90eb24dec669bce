import { defaultRules, defaultWeights, type MatchInput, type MatchPerson } from '../types.ts'
import { seeded } from './random.ts'

/**
 * An invented organisation of a given size: a tree of managers, five levels deep, sites in four time zones, themes of
 * which a few are wanted by many. The same seed gives the same people.
 */
export function cohort(mentors: number, leaders: number, seed = 1): MatchInput {
  const random = seeded(seed)
  const below = (n: number) => Math.floor(random() * n)
  const some = (names: readonly string[], count: number) =>
    Array.from({ length: count }, () => names[Math.floor(names.length * random() ** 2)]!)

  const sites = [
    { site: 'Leeds', timeZone: 'Europe/London', language: 'en' },
    { site: 'Porto', timeZone: 'Europe/Lisbon', language: 'pt' },
    { site: 'Boston', timeZone: 'America/New_York', language: 'en' },
    { site: 'Pune', timeZone: 'Asia/Kolkata', language: 'hi' },
  ] as const
  const departments = ['Care', 'Claims', 'Finance', 'Legal', 'Operations', 'People', 'Sales', 'Technology']
  const themes = Array.from({ length: 30 }, (_, i) => `theme-${i}`)
  const interests = Array.from({ length: 20 }, (_, i) => `interest-${i}`)
  const styles = ['walking', 'writing', 'listening', 'direct', 'planned', 'spontaneous']

  function person(seat: 'mentor' | 'leader', number: number): MatchPerson {
    const home = sites[below(sites.length)]!
    const from = 8 + below(4)
    return {
      id: `${seat}-${String(number).padStart(6, '0')}`,
      seat,
      level: seat === 'leader' ? 1 + below(3) : 3 + below(4),
      department: departments[below(departments.length)]!,
      site: home.site,
      languages: random() < 0.8 ? ['en-GB', home.language] : [home.language],
      offers: some(themes, 1 + below(5)),
      wants: some(themes, 1 + below(4)),
      interests: some(interests, below(5)),
      workStyle: some(styles, 1 + below(3)),
      timeZone: home.timeZone,
      availability: [0, 1, 2, 3, 4]
        .filter(() => random() < 0.7)
        .flatMap((day) => Array.from({ length: 2 + below(6) }, (_, hour) => day * 24 + from + hour)),
      capacity: seat === 'leader' ? 1 + below(2) : 1,
    }
  }

  const people = [
    ...Array.from({ length: mentors }, (_, i) => person('mentor', i)),
    ...Array.from({ length: leaders }, (_, i) => person('leader', i)),
  ]
  const managersOf = new Map<string, string[]>()
  people.forEach(({ id, seat }) => {
    if (seat === 'mentor') managersOf.set(id, [`manager-${below(mentors)}`])
  })
  for (let i = 0; i < mentors; i++)
    managersOf.set(`manager-${i}`, [`leader-${String(below(leaders)).padStart(6, '0')}`])
  return {
    people,
    organisation: { managersOf, appraises: [], conflicts: [] },
    rules: defaultRules,
    weights: defaultWeights,
    period: { from: '2026-09-07', to: '2027-03-05' },
  }
}
