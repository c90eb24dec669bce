import { afterAll, describe, expect, test } from 'vitest'
import { createApp } from '../../app.ts'
import { testApp } from '../../testing/test-app.ts'
import { personaOf } from '../../testing/test-persona.ts'
import { createLog } from './log.ts'

const lines: string[] = []
const log = createLog('debug', { write: (line) => void lines.push(line) })
const app = await testApp()
const platform = { ...app.platform, log }
const logged = createApp({ platform })
afterAll(() => app.close())

describe('the log (S18)', () => {
  test('has one line for each request: what was asked, how it went, how long it took', async () => {
    lines.length = 0
    const administrator = personaOf(logged, platform.config, () => app.administrator.cookie())
    const response = await administrator.request('GET', '/me')

    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        level: 30,
        time: expect.any(String),
        requestId: response.headers.get('x-request-id'),
        method: 'GET',
        operation: 'accounts.me',
        status: 200,
        milliseconds: expect.any(Number),
        msg: 'Answered.',
      },
    ])
  })

  test('holds no address, name, token or password, whatever is asked', async () => {
    lines.length = 0
    const amina = await app.person({ givenName: 'Amina', email: 'amina.secret@meridian.example' })
    const persona = personaOf(logged, platform.config, () => app.as(amina).cookie())
    await persona.request('GET', `/people/${amina.id}?search=amina`)
    await persona.request('GET', '/invitations/one-time-token-of-many-letters')
    await persona.request('POST', '/sign-ins/password', {
      email: amina.email,
      password: 'purple herons and more',
    })
    await persona.request('GET', '/nothing/amina.secret@meridian.example')
    const cookie = await persona.cookie()

    expect(lines).toHaveLength(4)
    const text = lines.join('')
    for (const secret of [
      amina.id,
      'amina',
      'one-time-token',
      'purple herons',
      cookie?.split('=')[1] ?? '?',
    ]) {
      expect(text).not.toContain(secret)
    }
  })

  test('says of an error what it is and where, never what it quotes', () => {
    lines.length = 0
    const error = Object.assign(new Error('value "amina@meridian.example" is not unique'), {
      code: '23505',
      detail: 'Key (email)=(amina@meridian.example) already exists.',
    })
    log.error(
      { err: error, email: 'amina@meridian.example', body: { password: 'purple' } },
      'A request failed.',
    )

    const [line = ''] = lines
    expect(line).not.toMatch(/amina|purple/)
    const { err } = JSON.parse(line) as { err: { kind: string; code: string; stack: string[] } }
    expect(err).toMatchObject({ kind: 'Error', code: '23505' })
    expect(err.stack[0]).toContain('log.test.ts')
  })
})
