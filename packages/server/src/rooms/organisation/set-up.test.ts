import { sql } from 'kysely'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../testing/test-app.ts'
import { browser } from '../accounts/testing/browser.ts'
import { setUpKey } from './set-up-key.ts'

const apps: TestApp[] = []
afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()))
})
async function firstStart(config = {}): Promise<TestApp> {
  const app = await testApp({ empty: true, config })
  apps.push(app)
  return app
}

const form = {
  organisationName: 'Larkmoor Health',
  timeZone: 'Europe/London',
  givenName: 'Imogen',
  familyName: 'Osei',
  email: 'Imogen.Osei@larkmoor.example',
  password: 'seven quiet herons at noon',
}

describe('the first start', () => {
  test('is open: there is no organisation yet', async () => {
    const app = await firstStart()

    expect(await app.anonymous.organisation.show()).toMatchObject({
      state: 'empty',
      name: null,
      sendsMail: false,
      setUpKeyNeeded: false,
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    })
  })

  test('creates the organisation and its administrator, who is signed in', async () => {
    const app = await firstStart()
    const firefox = browser(app)

    const { status, body } = await firefox.request('POST', '/organisation', form)

    expect(status).toBe(201)
    expect((await firefox.request('GET', '/me')).body).toMatchObject({
      person: { id: body.personId, displayName: 'Imogen Osei', email: 'imogen.osei@larkmoor.example' },
      administrator: true,
      managesPeople: true,
      preferences: { timeZone: 'Europe/London' },
    })
    expect(await app.anonymous.organisation.show()).toMatchObject({ state: 'real', name: 'Larkmoor Health' })
  })

  test('leaves the administrator a way back in', async () => {
    const app = await firstStart()
    await browser(app).request('POST', '/organisation', form)
    const later = browser(app)

    await later.request('POST', '/sign-ins/password', { email: form.email, password: form.password })

    expect(await later.whoAmI()).toBe(200)
  })

  test('needs no password: a sign-in link will do', async () => {
    const app = await firstStart()
    const { password: _, ...withoutPassword } = form
    const firefox = browser(app)

    expect((await firefox.request('POST', '/organisation', withoutPassword)).status).toBe(201)

    expect((await firefox.request('GET', '/me/sign-in-methods')).body).toMatchObject({ password: false })
  })

  test('happens once: of two at the same moment one wins, and nothing of the other stays', async () => {
    const app = await firstStart()
    const forms = Array.from({ length: 5 }, (_, n) => ({ ...form, email: `admin-${n}@larkmoor.example` }))

    const answers = await Promise.all(
      forms.map((each) => browser(app).request('POST', '/organisation', each)),
    )

    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    for (const { body } of answers.filter(({ status }) => status !== 201)) {
      expect(body).toMatchObject({ type: '/problems/already-set-up', status: 409 })
    }
    const { rows } = await sql`
      select (select count(*) from person) as people, (select count(*) from administrator) as administrators,
             (select count(*) from sign_in."user") as accounts`.execute(app.database.asSuperuser)
    expect(rows).toEqual([{ people: 1, administrators: 1, accounts: 1 }])
  })

  test('refuses a password that is easy to guess, and creates nothing', async () => {
    const app = await firstStart()

    const answer = await browser(app).request('POST', '/organisation', {
      ...form,
      password: 'LarkmoorHealth2026',
    })

    expect(answer.body).toMatchObject({ type: '/problems/password-too-common' })
    expect((await app.anonymous.organisation.show()).state).toBe('empty')
  })

  test('names every field that needs another look', async () => {
    const app = await firstStart()

    const { status, body } = await browser(app).request('POST', '/organisation', {
      ...form,
      organisationName: ' ',
      email: 'imogen',
      password: 'short',
    })

    expect(status).toBe(422)
    expect((body.errors as { pointer: string }[]).map(({ pointer }) => pointer).toSorted()).toEqual([
      '#/email',
      '#/organisationName',
      '#/password',
    ])
  })

  test('of a house that has an organisation is refused', async () => {
    const app = await testApp()
    apps.push(app)

    for (const path of ['/organisation', '/sample-organisation']) {
      const answer = await browser(app).request('POST', path, path === '/organisation' ? form : {})
      expect(answer.body).toMatchObject({ type: '/problems/already-set-up' })
    }
  })
})

describe('a server that others can reach', () => {
  const reachable = { host: '0.0.0.0' }

  test('asks for the key on its console', async () => {
    const app = await firstStart(reachable)
    const key = setUpKey(app.platform.config) ?? ''

    expect((await app.anonymous.organisation.show()).setUpKeyNeeded).toBe(true)
    for (const wrong of [undefined, '', 'AAAAA-AAAAA-AAAAA-AAAAA', key.slice(0, -1)]) {
      const refusal = await browser(app).request('POST', '/organisation', { ...form, setUpKey: wrong })
      expect(refusal.body).toMatchObject({ type: '/problems/set-up-key-wrong', status: 403 })
      const sample = await browser(app).request('POST', '/sample-organisation', { setUpKey: wrong })
      expect(sample.status).toBe(403)
    }
    expect((await app.anonymous.organisation.show()).state).toBe('empty')

    const typed = key.toLowerCase().replaceAll('-', ' ')
    expect((await browser(app).request('POST', '/organisation', { ...form, setUpKey: typed })).status).toBe(
      201,
    )
  })

  test.each([
    { how: 'behind a proxy', config: { trustedProxies: 1 } },
    { how: 'under a public address', config: { address: 'https://mentoring.larkmoor.example' } },
    { how: 'on another interface', config: { host: '192.0.2.7' } },
  ])('is one $how', async ({ config }) => {
    const app = await firstStart(config)

    expect(setUpKey(app.platform.config)).toMatch(/^([A-Z2-9]{5}-){3}[A-Z2-9]{5}$/)
  })

  test('tells strangers nothing about itself', async () => {
    const app = await firstStart(reachable)

    expect((await app.anonymous.request('GET', '/organisation/checks')).status).toBe(401)
  })
})

describe('the live checks', () => {
  const app = testApp()
  afterAll(async () => (await app).close())

  test('say what works and what waits', async () => {
    const checks = await (await app).administrator.organisation.checks()

    expect(checks.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'database working',
      'background-work working',
      'address optional',
      'mail optional',
      'network working',
    ])
  })

  test('are for administrators, and for the first start', async () => {
    const house = await app
    const person = await house.person()

    expect((await house.as(person).request('GET', '/organisation/checks')).status).toBe(403)
    expect((await house.anonymous.request('GET', '/organisation/checks')).status).toBe(401)
    expect((await (await firstStart()).anonymous.request('GET', '/organisation/checks')).status).toBe(200)
  })
})
