import { seeded } from '@viceversa/matching/testing/random.ts'
import { defaultRules, defaultWeights, type MatchInput, type MatchPerson } from '@viceversa/matching/types.ts'
import { inventPeople, type Side, TOPICS, WORDS } from './people.ts'

/** The regions of the invented organisation as time zones without clock changes. */
const zones = [
  { timeZone: 'UTC', offset: 0 },
  { timeZone: 'Etc/GMT-1', offset: 1 },
  { timeZone: 'Etc/GMT-1', offset: 1 },
  { timeZone: 'Etc/GMT-3', offset: 3 },
  { timeZone: 'Etc/GMT+5', offset: -5 },
  { timeZone: 'Etc/GMT+8', offset: -8 },
  { timeZone: 'Etc/GMT-5', offset: 5 },
  { timeZone: 'Etc/GMT-9', offset: 9 },
] as const
const languages = ['en', 'de', 'es', 'pt', 'hi', 'ja'] as const
const styles = ['walking', 'writing', 'listening', 'direct', 'planned', 'spontaneous']

/** The invented organisation as the product sees it: so many mentors and leaders, with tastes that the solver never needed. */
export function asInput(mentors: number, leaders: number, seed = 1): MatchInput {
  const invented = inventPeople('std', Math.max(mentors, leaders), seed)
  const random = seeded(seed + 1)
  const some = (name: string, of: number, most: number) =>
    Array.from(
      { length: Math.floor(random() * (most + 1)) },
      () => `${name} ${Math.floor(of * random() ** 2)}`,
    )
  const topic = (number: number) => `topic ${number}`
  const idOf = {
    mentor: (n: number) => `m${String(n).padStart(7, '0')}`,
    leader: (n: number) => `l${String(n).padStart(7, '0')}`,
  }

  const person = (seat: 'mentor' | 'leader', side: Side, n: number): MatchPerson => {
    const { timeZone, offset } = zones[side.region[n]!]!
    const hours = Array.from({ length: WORDS * 32 }, (_, hour) => hour)
    return {
      id: idOf[seat](n),
      seat,
      level: side.level[n]!,
      department: `department ${side.department[n]}`,
      site: `region ${side.region[n]}`,
      languages: languages.filter((_, i) => (side.languages[n]! >> i) & 1),
      offers:
        seat === 'mentor'
          ? hours
              .slice(0, TOPICS)
              .filter((t) => invented.skill[n * TOPICS + t]! > 0)
              .map(topic)
          : some('topic', TOPICS, 4),
      wants: seat === 'leader' ? invented.wants[n]!.map(topic) : some('topic', TOPICS, 3),
      interests: some('interest', 20, 4),
      workStyle: styles.filter(() => random() < 0.3),
      timeZone,
      availability: hours
        .filter((hour) => (side.hours[n * WORDS + (hour >> 5)]! >> (hour & 31)) & 1)
        .map((hour) => (hour + offset + 168) % 168),
      capacity: side.seats[n]!,
    }
  }

  return {
    people: [
      ...Array.from({ length: mentors }, (_, n) => person('mentor', invented.mentors, n)),
      ...Array.from({ length: leaders }, (_, n) => person('leader', invented.leaders, n)),
    ],
    organisation: {
      managersOf: managers(invented.mentors, invented.leaders),
      appraises: [],
      conflicts: [],
      vetoes: invented.mentorBlocks.flatMap((blocked, m) =>
        blocked.map((l) => [idOf.mentor(m), idOf.leader(l)] as const),
      ),
    },
    rules: { ...defaultRules, levelGap: { on: true, minimum: 3 } },
    weights: defaultWeights,
    period: { from: '2026-09-07', to: '2027-03-05' },
  }

  /** Whoever's stretch of the walk through the tree encloses somebody's most narrowly manages them. */
  function managers(m: Side, l: Side): Map<string, string[]> {
    const all = [
      ...Array.from(m.from, (from, n) => ({ id: idOf.mentor(n), from, to: m.to[n]! })),
      ...Array.from(l.from, (from, n) => ({ id: idOf.leader(n), from, to: l.to[n]! })),
    ].sort((a, b) => a.from - b.from)
    const above: typeof all = []
    const lines = new Map<string, string[]>()
    for (const one of all) {
      while (above.length > 0 && above.at(-1)!.to < one.from) above.pop()
      const manager = above.at(-1)
      if (manager) lines.set(one.id, [manager.id])
      above.push(one)
    }
    return lines
  }
}
