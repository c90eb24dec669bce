import type { Programme } from '@viceversa/domain/programmes/contract.ts'
import type { TestApp } from './test-app.ts'
import type { TestPerson } from './test-people.ts'
import type { Persona } from './test-persona.ts'

/** A programme with the people who run it, for tests. Created and opened through the front door. */
export type TestProgramme = {
  readonly id: string
  readonly programme: Programme
  readonly manager: Persona
  readonly managerPerson: TestPerson
  readonly sponsor: TestPerson
  readonly safeContact: TestPerson
}

/** A six-month draft that the administrator made and handed to a programme manager of its own. */
export async function draftProgramme(app: TestApp, name = 'Fresh Eyes'): Promise<TestProgramme> {
  const managerPerson = await app.person({ givenName: 'Imogen', familyName: 'Osei' })
  const sponsor = await app.person({ givenName: 'Adaeze' })
  const safeContact = await app.person({ givenName: 'Marguerite' })
  const draft = await app.administrator.programmes.create({ name, template: 'six-months' })
  const programme = await app.administrator.programmes.change(
    { programmeId: draft.id, managerIds: [...draft.managers.map(({ id }) => id), managerPerson.id] },
    { context: { ifMatch: draft.version } },
  )
  return { id: draft.id, programme, manager: app.as(managerPerson), managerPerson, sponsor, safeContact }
}

/** The same, with everything that opening asks for (rule R1). */
export async function readyProgramme(app: TestApp, name?: string): Promise<TestProgramme> {
  const made = await draftProgramme(app, name)
  const programme = await made.manager.programmes.change(
    {
      programmeId: made.id,
      purpose: 'Leaders hear how flexible work feels.',
      outcomes: ['One rule changed by what mentors said'],
      sponsorId: made.sponsor.id,
      safeContactId: made.safeContact.id,
    },
    { context: { ifMatch: made.programme.version } },
  )
  return { ...made, programme }
}

/** The same, open. */
export async function openedProgramme(app: TestApp, name?: string): Promise<TestProgramme> {
  const made = await readyProgramme(app, name)
  return { ...made, programme: await made.manager.programmes.open({ programmeId: made.id }) }
}
