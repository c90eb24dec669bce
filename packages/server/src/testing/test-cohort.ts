import type { TestApp } from './test-app.ts'
import type { TestPerson } from './test-people.ts'
import { openedProgramme, type TestProgramme } from './test-programme.ts'

/** A programme with people who are ready to be matched, and the organisation around them. */
export type TestCohort = TestProgramme & {
  readonly top: TestPerson
  /** Two directors, level 2, who want to learn. */
  readonly leaders: readonly TestPerson[]
  /** Three juniors, level 4. The first reports, two steps down, to the first leader. */
  readonly mentors: readonly TestPerson[]
}

const officeHours = [33, 34, 35, 57, 58, 59]

/** Small enough to know by heart: Joaquim and Dilys lead; Wanjiru, Kofi and Inês mentor; Wanjiru works below Joaquim. */
export async function readyCohort(app: TestApp): Promise<TestCohort> {
  const programme = await openedProgramme(app)
  const top = await app.person({ givenName: 'Adwoa', level: 1, department: 'Executive' })
  const joaquim = await app.person({
    givenName: 'Joaquim',
    level: 2,
    managerId: top.id,
    department: 'Claims',
    site: 'Porto',
  })
  const dilys = await app.person({
    givenName: 'Dilys',
    level: 2,
    managerId: top.id,
    department: 'Underwriting',
    site: 'Leeds',
  })
  const underJoaquim = await app.person({ givenName: 'Beatriz', level: 3, managerId: joaquim.id })
  const underDilys = await app.person({ givenName: 'Ivo', level: 3, managerId: dilys.id })
  const wanjiru = await app.person({
    givenName: 'Wanjiru',
    level: 4,
    managerId: underJoaquim.id,
    department: 'Claims',
    site: 'Porto',
  })
  const kofi = await app.person({
    givenName: 'Kofi',
    level: 4,
    managerId: underDilys.id,
    department: 'Underwriting',
    site: 'Leeds',
  })
  const ines = await app.person({
    givenName: 'Inês',
    level: 4,
    managerId: top.id,
    department: 'Digital',
    site: 'Porto',
  })

  const leaders = [joaquim, dilys]
  const mentors = [wanjiru, kofi, ines]
  for (const person of mentors) await makeReady(app, programme, 'mentor', person)
  for (const person of leaders) await makeReady(app, programme, 'leader', person)
  return { ...programme, top, leaders, mentors }
}

/** Somebody who was invited, agreed, and answered everything. */
export async function makeReady(
  app: TestApp,
  programme: TestProgramme,
  seat: 'mentor' | 'leader',
  person: TestPerson,
): Promise<void> {
  const programmeId = programme.id
  await programme.manager.enrolment.invite({ programmeId, seat, personIds: [person.id] })
  const as = app.as(person)
  await as.enrolment.consent({ programmeId })
  await as.enrolment.saveProfile({
    programmeId,
    offers: seat === 'mentor' ? ['ai-at-work', 'social-media'] : ['career-paths'],
    wants: seat === 'mentor' ? ['career-paths'] : ['ai-at-work'],
    workStyle: ['listen-first'],
    interests: ['cooking'],
    languages: ['en'],
    timeZone: 'Europe/Lisbon',
    availability: officeHours,
    capacity: 1,
  })
  await as.enrolment.finish({ programmeId })
}
