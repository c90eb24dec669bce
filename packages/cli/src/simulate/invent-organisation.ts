import { seeded } from '@viceversa/matching/testing/random.ts'
import { stringify } from 'csv-stringify/sync'

export type Invented = {
  readonly people: number
  readonly seed: number
  /** Shares of everybody, 0 to 1: mentors from the lower levels, leaders from the upper ones. */
  readonly mentorShare: number
  readonly leaderShare: number
}

/** Each manager has up to so many reports, so 500 people stand on six levels. */
const REPORTS = 4

const sites = [
  { site: 'Leeds', country: 'United Kingdom', timeZone: 'Europe/London', language: 'en' },
  { site: 'Porto', country: 'Portugal', timeZone: 'Europe/Lisbon', language: 'pt' },
  { site: 'Cologne', country: 'Germany', timeZone: 'Europe/Berlin', language: 'de' },
  { site: 'Boston', country: 'United States', timeZone: 'America/New_York', language: 'en' },
  { site: 'Pune', country: 'India', timeZone: 'Asia/Kolkata', language: 'hi' },
]
const departments = ['Care', 'Claims', 'Finance', 'Legal', 'Operations', 'People', 'Sales', 'Technology']
const givenNames =
  'Ada Amara Bela Chidi Dana Elif Emre Farah Goran Hana Ines Ivo Jonas Kaya Leila Lio Mara Milan Nadia Nils Omar Paz Quinn Rana Ravi Sana Tomas Uma Vera Yuki'.split(
    ' ',
  )
const familyNames =
  'Abara Bergqvist Calder Dimas Ekholm Fonseca Garrow Hollis Ibarra Jansky Kestrel Lindqvist Marlow Nakata Okoro Penhale Quist Rosander Sallow Thorne Ueda Varga Winslow Yilmaz Zeller'.split(
    ' ',
  )
const themes = [
  'AI at work',
  'Reading data',
  'Social media',
  'How software teams work',
  'Staying safe online',
  'How customers choose today',
  'The view from the front line',
  'Flexible work',
  'Starting a career',
  'Sustainability',
  'Feedback and speaking up',
  'Wellbeing at work',
]
const givenBack = [
  'Career paths',
  'How decisions are made',
  'Strategy and finance',
  'Presenting to seniors',
  'Negotiating',
  'Leading people',
  'Networks',
  'Handling conflict',
]
const interests = [
  'cooking',
  'sports',
  'music',
  'reading',
  'gaming',
  'travel',
  'nature',
  'arts',
  'film',
  'science',
]
const workStyles = ['walk and talk', 'video call', 'in person', 'plan ahead', 'spontaneous', 'listen first']
const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri']

const titles = [
  'Employee ID',
  'First name',
  'Last name',
  'Work email',
  'Job title',
  'Department',
  'Site',
  'Country',
  'Time zone',
  'Manager ID',
  'Seat',
  'Offers',
  'Wants',
  'Languages',
  'Interests',
  'Work style',
  'Availability',
  'Capacity',
]

/**
 * An invented organisation as the CSV file of an HR system, with the profiles of those who take part. A few themes are wanted
 * by many. The same seed gives the same file; names and addresses belong to nobody.
 */
export function inventOrganisation({ people, seed, mentorShare, leaderShare }: Invented): string {
  const random = seeded(seed)
  const below = (n: number) => Math.floor(random() * n)
  const one = <T>(of: readonly T[]): T => of[below(of.length)]!
  // Squared, so that the first of a list are drawn most.
  const some = (of: readonly string[], count: number) =>
    [...new Set(Array.from({ length: count }, () => of[Math.floor(of.length * random() ** 2)]!))].join('; ')

  const levels: number[] = []
  const managers: (number | null)[] = []
  for (let i = 0; i < people; i++) {
    const manager = i === 0 ? null : Math.floor((i - 1) / REPORTS)
    managers.push(manager)
    levels.push(manager === null ? 1 : levels[manager]! + 1)
  }
  const border = lastLevelOfLeaders(levels, Math.round(people * leaderShare))
  const seats = seatsOf(levels)
  const number = (i: number) => `E${String(i + 1).padStart(5, '0')}`

  const rows = levels.map((level, i) => {
    const home = one(sites)
    const given = one(givenNames)
    const family = one(familyNames)
    const department = level === 1 ? 'Executive' : one(departments)
    const seat = seats.get(i)
    return [
      number(i),
      given,
      family,
      `${given}.${family}.${i + 1}@example.com`.toLowerCase(),
      level === 1
        ? 'Chief executive'
        : level <= border
          ? `Head of ${department.toLowerCase()}`
          : 'Specialist',
      department,
      home.site,
      home.country,
      home.timeZone,
      managers[i] === null ? '' : number(managers[i]!),
      seat ?? '',
      ...(seat ? profileOf(seat, home.language) : Array(7).fill('')),
    ]
  })
  return stringify([titles, ...rows])

  /** Draws who takes part: leaders from above, mentors from below. */
  function seatsOf(of: readonly number[]): Map<number, 'mentor' | 'leader'> {
    const upper: number[] = []
    const lower: number[] = []
    of.forEach((level, i) => void (level <= border ? upper : lower).push(i))
    const drawn = (from: number[], count: number) => {
      for (let i = from.length - 1; i > 0; i--) {
        const j = below(i + 1)
        ;[from[i], from[j]] = [from[j]!, from[i]!]
      }
      return from.slice(0, count)
    }
    return new Map([
      ...drawn(upper, Math.round(people * leaderShare)).map((i) => [i, 'leader'] as const),
      ...drawn(lower, Math.round(people * mentorShare)).map((i) => [i, 'mentor'] as const),
    ])
  }

  function profileOf(seat: 'mentor' | 'leader', language: string): string[] {
    const isMentor = seat === 'mentor'
    const from = 8 + below(4)
    const onDays = days.filter(() => random() < 0.7)
    return [
      some(isMentor ? themes : givenBack, 2 + below(4)),
      some(isMentor ? givenBack : themes, 1 + below(4)),
      language === 'en' ? 'en' : random() < 0.85 ? `en; ${language}` : language,
      some(interests, below(5)),
      some(workStyles, 1 + below(3)),
      (onDays.length > 0 ? onDays : ['Wed']).map((day) => `${day} ${from}-${from + 3 + below(5)}`).join('; '),
      String(isMentor ? 1 : 1 + below(2)),
    ]
  }
}

/** The level down to which there are as many people as are wanted; two levels at least stay below, where there are as many. */
function lastLevelOfLeaders(levels: readonly number[], wanted: number): number {
  const enough = levels[Math.max(0, Math.min(wanted, levels.length) - 1)]!
  return Math.max(1, Math.min(enough, levels.at(-1)! - 2))
}
