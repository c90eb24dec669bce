import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../testing/test-app.ts'
import { draftProgramme, openedProgramme, readyProgramme } from '../../testing/test-programme.ts'

const app = await testApp({ today: '2026-07-20T09:00:00Z' })
afterAll(() => app.close())

describe('templates', () => {
  test('come with the catalogue of themes (rule R2)', async () => {
    const { templates, themes, giveBackThemes } = await app.administrator.programmes.templates()
    expect(templates.map(({ id }) => id)).toEqual(['three-months', 'six-months', 'twelve-months'])
    expect(themes.length).toBeGreaterThan(10)
    expect(giveBackThemes.length).toBeGreaterThan(5)
  })

  test('are for people who signed in', async () => {
    await expect(app.anonymous.programmes.templates()).rejects.toMatchObject({ code: 'not-signed-in' })
  })
})

describe('creating a programme', () => {
  test('starts from the template: a Monday in eight weeks, six sessions, themes, a deletion date', async () => {
    const programme = await app.administrator.programmes.create({
      name: 'Fresh Eyes',
      template: 'six-months',
    })

    expect(programme).toMatchObject({
      state: 'draft',
      kickOffOn: '2026-09-14',
      lastSessionOn: '2027-03-12',
      endsOn: '2027-03-26',
      deletesOn: '2027-09-12',
      sessionCount: 6,
      sessionMinutes: 60,
      scheduledBy: 'leader',
      agendaBy: 'mentor',
      hours: { mentor: 10, leader: 7.5 },
      hasPeople: false,
    })
    expect(programme.sessions).toHaveLength(6)
    expect(programme.themes).toContain('ai-at-work')
  })

  test('makes its creator the first programme manager', async () => {
    const programme = await app.administrator.programmes.create({ name: 'Mine', template: 'three-months' })
    expect(programme.managers).toMatchObject([{ givenName: 'Ines' }])
    expect(await app.administrator.programmes.list()).toContainEqual(
      expect.objectContaining({ id: programme.id, name: 'Mine', mentors: 0, leaders: 0, pairs: 0 }),
    )
  })

  test('takes a kick-off of one’s own', async () => {
    const programme = await app.administrator.programmes.create({
      name: 'Own date',
      template: 'twelve-months',
      kickOffOn: '2027-01-11',
    })
    expect(programme).toMatchObject({ kickOffOn: '2027-01-11', lastSessionOn: '2028-01-10' })
  })

  test('is for administrators and programme managers', async () => {
    const somebody = app.as(await app.person())
    const wanted = { name: 'Not mine', template: 'six-months' } as const
    await expect(somebody.programmes.create(wanted)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(app.anonymous.programmes.create(wanted)).rejects.toMatchObject({ code: 'not-signed-in' })
  })

  test('is open to whoever manages another programme', async () => {
    const { manager } = await draftProgramme(app)
    expect(await manager.programmes.create({ name: 'Next', template: 'six-months' })).toMatchObject({
      managers: [{ givenName: 'Imogen' }],
    })
  })

  test('asks for a name', async () => {
    await expect(
      app.administrator.programmes.create({ name: '  ', template: 'six-months' }),
    ).rejects.toMatchObject({
      code: 'invalid-request',
      data: { errors: [{ pointer: '#/name', detail: 'Give the programme a name.' }] },
    })
  })
})

describe('changing a programme', () => {
  test('keeps what is given and leaves the rest, and counts the version up', async () => {
    const { id, manager, programme } = await draftProgramme(app)
    const changed = await manager.programmes.change(
      {
        programmeId: id,
        purpose: 'Leaders hear how flexible work feels.',
        agendaBy: 'leader',
        scheduledBy: 'mentor',
      },
      { context: { ifMatch: programme.version } },
    )
    expect(changed).toMatchObject({
      purpose: 'Leaders hear how flexible work feels.',
      agendaBy: 'leader',
      scheduledBy: 'mentor',
      name: 'Fresh Eyes',
      version: programme.version + 1,
    })
  })

  test('refuses a version that somebody else has changed, and says which one stands', async () => {
    const { id, manager, programme } = await draftProgramme(app)
    const version = programme.version
    await manager.programmes.change({ programmeId: id, name: 'First' }, { context: { ifMatch: version } })

    await expect(
      app.administrator.programmes.change(
        { programmeId: id, name: 'Second' },
        { context: { ifMatch: version } },
      ),
    ).rejects.toMatchObject({ code: 'changed-meanwhile', data: { currentVersion: version + 1 } })
    expect(await manager.programmes.show({ programmeId: id })).toMatchObject({ name: 'First' })
  })

  test('lets one of two win who change at the same moment', async () => {
    const { id, manager, programme } = await draftProgramme(app)
    const ifMatch = programme.version
    const answers = await Promise.allSettled([
      manager.programmes.change({ programmeId: id, name: 'One' }, { context: { ifMatch } }),
      app.administrator.programmes.change({ programmeId: id, name: 'Two' }, { context: { ifMatch } }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('asks for the version', async () => {
    const { id, manager } = await draftProgramme(app)
    await expect(manager.programmes.change({ programmeId: id, name: 'Blind' })).rejects.toMatchObject({
      code: 'version-missing',
    })
  })

  test('answers with the version as ETag', async () => {
    const { id, managerPerson, programme } = await draftProgramme(app)
    const response = await app.as(managerPerson).request('GET', `/programmes/${id}`)
    expect(response.headers.get('etag')).toBe(`"${programme.version}"`)
  })

  test('refuses a deletion before the end, names the field and offers a date', async () => {
    const { id, manager, programme } = await draftProgramme(app)
    await expect(
      manager.programmes.change(
        { programmeId: id, deletesOn: '2027-03-01' },
        { context: { ifMatch: programme.version } },
      ),
    ).rejects.toMatchObject({
      code: 'dates-out-of-order',
      message: '1 March 2027 is before the end on 26 March 2027. Choose a later date.',
      data: { errors: [{ pointer: '#/deletesOn' }], dateProblems: [{ suggestion: '2027-09-12' }] },
    })
  })

  test('spreads the sessions anew when the dates change, and keeps one’s own otherwise', async () => {
    const { id, manager, programme } = await draftProgramme(app)
    const moved = programme.sessions.map((session) =>
      session.number === 4 ? { number: 4, plannedOn: '2027-01-11' } : session,
    )
    const own = await manager.programmes.change(
      { programmeId: id, sessions: moved },
      { context: { ifMatch: programme.version } },
    )
    expect(own.sessions[3]).toEqual({ number: 4, plannedOn: '2027-01-11' })

    const renamed = await manager.programmes.change(
      { programmeId: id, name: 'Renamed' },
      { context: { ifMatch: own.version } },
    )
    expect(renamed.sessions).toEqual(own.sessions)

    const fewer = await manager.programmes.change(
      { programmeId: id, sessionCount: 4 },
      { context: { ifMatch: renamed.version } },
    )
    expect(fewer.sessions).toHaveLength(4)
  })

  test('refuses a session on a weekend', async () => {
    const { id, manager, programme } = await draftProgramme(app)
    const sessions = programme.sessions.map((session) =>
      session.number === 4 ? { number: 4, plannedOn: '2027-01-09' } : session,
    )
    await expect(
      manager.programmes.change({ programmeId: id, sessions }, { context: { ifMatch: programme.version } }),
    ).rejects.toMatchObject({
      code: 'dates-out-of-order',
      message: 'Session 4 on 9 January 2027 falls on a weekend.',
      data: { errors: [{ pointer: '#/sessions/3/plannedOn' }] },
    })
  })

  test('brings another template’s length along, counted from the same kick-off', async () => {
    const { id, manager, programme } = await draftProgramme(app)
    const longer = await manager.programmes.change(
      { programmeId: id, template: 'twelve-months' },
      { context: { ifMatch: programme.version } },
    )
    expect(longer).toMatchObject({ kickOffOn: '2026-09-14', lastSessionOn: '2027-09-13', sessionCount: 10 })
    expect(longer.sessions).toHaveLength(10)
  })

  test('refuses a theme that is not in the catalogue', async () => {
    const { id, manager, programme } = await draftProgramme(app)
    await expect(
      manager.programmes.change(
        { programmeId: id, themes: ['juggling'] },
        { context: { ifMatch: programme.version } },
      ),
    ).rejects.toMatchObject({ code: 'invalid-request', data: { errors: [{ pointer: '#/themes' }] } })
  })

  test('keeps the safe contact outside: no sponsor, no programme manager (rule R1)', async () => {
    const { id, manager, managerPerson, sponsor, programme } = await readyProgramme(app)
    for (const safeContactId of [managerPerson.id, sponsor.id]) {
      await expect(
        manager.programmes.change(
          { programmeId: id, safeContactId },
          { context: { ifMatch: programme.version } },
        ),
      ).rejects.toMatchObject({ code: 'safe-contact-not-outside' })
    }
  })

  test('chooses only people who work here today', async () => {
    const { id, manager, programme } = await draftProgramme(app)
    const gone = await app.person({ status: 'left' })
    for (const sponsorId of [gone.id, randomUUID()]) {
      await expect(
        manager.programmes.change(
          { programmeId: id, sponsorId },
          { context: { ifMatch: programme.version } },
        ),
      ).rejects.toMatchObject({ code: 'invalid-request', data: { errors: [{ pointer: '#/sponsorId' }] } })
    }
  })

  test('lets somebody else take a programme manager off, never themselves', async () => {
    const { id, manager, managerPerson, programme } = await draftProgramme(app)
    const administratorId = programme.managers[0]!.id
    await expect(
      manager.programmes.change(
        { programmeId: id, managerIds: [administratorId] },
        { context: { ifMatch: programme.version } },
      ),
    ).rejects.toMatchObject({ code: 'invalid-request' })

    const handedOver = await manager.programmes.change(
      { programmeId: id, managerIds: [managerPerson.id] },
      { context: { ifMatch: programme.version } },
    )
    expect(handedOver.managers.map((each) => each.id)).toEqual([managerPerson.id])
    await expect(app.administrator.programmes.show({ programmeId: id })).rejects.toMatchObject({
      code: 'not-allowed',
    })
  })

  test('keeps what opening asked for, once it is open', async () => {
    const { id, manager, programme } = await openedProgramme(app)
    await expect(
      manager.programmes.change(
        { programmeId: id, purpose: '' },
        { context: { ifMatch: programme.version } },
      ),
    ).rejects.toMatchObject({ code: 'programme-not-ready', data: { missing: ['purpose'] } })
  })

  test('moves the deletion date of an open programme earlier, never later (rule R49)', async () => {
    const { id, manager, programme } = await openedProgramme(app)
    await expect(
      manager.programmes.change(
        { programmeId: id, deletesOn: '2027-12-01' },
        { context: { ifMatch: programme.version } },
      ),
    ).rejects.toMatchObject({ code: 'deletion-date-moved-later' })
    expect(
      await manager.programmes.change(
        { programmeId: id, deletesOn: '2027-06-01' },
        { context: { ifMatch: programme.version } },
      ),
    ).toMatchObject({ deletesOn: '2027-06-01' })
  })
})

describe('opening a programme (rule R1)', () => {
  test('names what is missing', async () => {
    const { id, manager } = await draftProgramme(app)
    await expect(manager.programmes.open({ programmeId: id })).rejects.toMatchObject({
      code: 'programme-not-ready',
      message: 'Still missing: purpose, outcomes, sponsor, safe contact.',
      data: { missing: ['purpose', 'outcomes', 'sponsor', 'safe-contact'] },
    })
  })

  test('opens once everything stands, and twice changes nothing', async () => {
    const { id, manager } = await readyProgramme(app)
    const opened = await manager.programmes.open({ programmeId: id })
    expect(opened).toMatchObject({ state: 'open', openedAt: '2026-07-20T09:00:00.000Z' })
    expect(await manager.programmes.open({ programmeId: id })).toEqual(opened)
  })

  test('runs from the kick-off on, without anybody doing anything', async () => {
    const { id, manager, programme } = await openedProgramme(app)
    const begun = await manager.programmes.change(
      { programmeId: id, kickOffOn: '2026-07-20' },
      { context: { ifMatch: programme.version } },
    )
    expect(begun).toMatchObject({ state: 'running' })
  })
})

describe('deleting a programme', () => {
  test('removes it while nobody was invited', async () => {
    const { id, manager } = await openedProgramme(app)
    await manager.programmes.remove({ programmeId: id })
    await expect(manager.programmes.show({ programmeId: id })).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('is refused once somebody was invited', async () => {
    const { id, manager } = await openedProgramme(app)
    const { id: personId } = await app.person()
    await manager.enrolment.invite({ programmeId: id, seat: 'mentor', personIds: [personId] })
    await expect(manager.programmes.remove({ programmeId: id })).rejects.toMatchObject({
      code: 'programme-has-people',
    })
    expect(await manager.programmes.show({ programmeId: id })).toMatchObject({ hasPeople: true })
  })
})

describe('what a programme shows', () => {
  test('is its purpose, people responsible, dates and themes to everybody in it', async () => {
    const { id, manager } = await openedProgramme(app)
    const mentor = await app.person({ givenName: 'Wanjiru' })
    await manager.enrolment.invite({ programmeId: id, seat: 'mentor', personIds: [mentor.id] })

    const view = await app.as(mentor).programmes.view({ programmeId: id })

    expect(view).toMatchObject({
      name: 'Fresh Eyes',
      purpose: 'Leaders hear how flexible work feels.',
      deletesOn: '2027-09-12',
      managers: [{ givenName: 'Ines' }, { givenName: 'Imogen' }],
      sponsor: { givenName: 'Adaeze' },
      safeContact: { givenName: 'Marguerite' },
    })
    expect(view.themes).toContainEqual({ id: 'ai-at-work', name: 'AI at work', livedExperience: false })
    expect(view.sessions).toHaveLength(6)
  })

  test('is nothing to people outside it', async () => {
    const { id } = await openedProgramme(app)
    const { manager: otherManager } = await openedProgramme(app)
    const somebody = app.as(await app.person())
    for (const outsider of [otherManager, somebody]) {
      await expect(outsider.programmes.view({ programmeId: id })).rejects.toMatchObject({
        code: 'not-allowed',
      })
    }
    await expect(app.anonymous.programmes.view({ programmeId: id })).rejects.toMatchObject({
      code: 'not-signed-in',
    })
  })
})

describe('what only programme managers may do', () => {
  test.each([
    ['show', (as: Persona, programmeId: string) => as.programmes.show({ programmeId })],
    ['control room', (as: Persona, programmeId: string) => as.programmes.controlRoom({ programmeId })],
    ['open', (as: Persona, programmeId: string) => as.programmes.open({ programmeId })],
    ['remove', (as: Persona, programmeId: string) => as.programmes.remove({ programmeId })],
    [
      'change',
      (as: Persona, programmeId: string) =>
        as.programmes.change({ programmeId, name: 'Taken over' }, { context: { ifMatch: 1 } }),
    ],
  ])(
    '%s is refused to everybody else, in the same words whether or not there is such a programme',
    async (_, call) => {
      const { id, manager, sponsor, safeContact } = await openedProgramme(app)
      const [mentor, leader] = [await app.person(), await app.person()]
      await manager.enrolment.invite({ programmeId: id, seat: 'mentor', personIds: [mentor.id] })
      await manager.enrolment.invite({ programmeId: id, seat: 'leader', personIds: [leader.id] })
      const { manager: otherManager } = await draftProgramme(app, 'Another')

      for (const outsider of [
        otherManager,
        app.as(mentor),
        app.as(leader),
        app.as(sponsor),
        app.as(safeContact),
      ]) {
        await expect(call(outsider, id)).rejects.toMatchObject({ code: 'not-allowed', status: 403 })
        await expect(call(outsider, randomUUID())).rejects.toMatchObject({ code: 'not-allowed', status: 403 })
      }
      await expect(call(app.anonymous, id)).rejects.toMatchObject({ code: 'not-signed-in', status: 401 })
    },
  )
})

type Persona = typeof app.administrator
