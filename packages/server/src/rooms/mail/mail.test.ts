import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { startMailDelivery } from '../../platform/mail/deliver-mails.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { startMailServer } from '../../testing/mail-server.ts'
import { testApp } from '../../testing/test-app.ts'

const smtp = await startMailServer({ account: { user: 'mentoring', password: 'open sesame' } })
const selfSigned = await startMailServer({ startTls: true })
const app = await testApp()
const fixed = await testApp({
  config: { smtpUrl: 'smtp://localhost:2525', smtpSender: 'Mentoring <mentoring@meridian.example>' },
})
const { administrator } = app
const { asSuperuser: behind } = app.database
afterAll(() => Promise.all([app.close(), fixed.close(), smtp.close(), selfSigned.close()]))
beforeEach(async () => {
  await behind.deleteFrom('mail').execute()
  await behind.deleteFrom('mail_setting').execute()
  smtp.received.length = 0
})

const server = {
  host: '127.0.0.1',
  port: smtp.port,
  security: 'none' as const,
  userName: 'mentoring',
  senderName: 'Mentoring at Meridian',
  senderAddress: 'mentoring@meridian.example',
}
const queue = (givenName: string, personId: string | null = null) =>
  app.database.asActor({ kind: 'anonymous' }, (db) =>
    queueMail(db, {
      personId,
      address: `${givenName.toLowerCase()}@meridian.example`,
      template: 'test-mail',
      values: { givenName, server: 'here', link: 'https://mentoring.example/one-time' },
    }),
  )

describe('the outbox', () => {
  test('lists mails with the newest first, page by page', async () => {
    for (const name of ['Amina', 'Bilal', 'Chiara', 'Dara', 'Emeka']) await queue(name)
    const first = await administrator.mail.list({ limit: 2 })
    const second = await administrator.mail.list({ limit: 2, after: first.next! })
    const third = await administrator.mail.list({ limit: 2, after: second.next! })

    expect(first).toMatchObject({ total: 5, sendsMail: false })
    expect(
      [first, second, third].flatMap(({ rows }) => rows.map(({ address }) => address.split('@')[0])),
    ).toEqual(['emeka', 'dara', 'chiara', 'bilal', 'amina'])
    expect(third.next).toBeNull()
  })

  test('finds mails by name, address, subject and state', async () => {
    const amina = await app.person({ givenName: 'Amina', familyName: 'Diallo' })
    const mailToAmina = await queue('Amina', amina.id)
    await queue('Bilal')
    await behind.updateTable('mail').where('address', 'like', 'bilal%').set({ state: 'failed' }).execute()

    const found = async (filter: { search?: string; state?: 'waiting' | 'failed' }) =>
      (await administrator.mail.list(filter)).rows.map(({ address }) => address)
    expect(await found({ search: 'diallo ami' })).toEqual(['amina@meridian.example'])
    expect(await found({ search: 'bilal@' })).toEqual(['bilal@meridian.example'])
    expect(await found({ search: 'it works' })).toHaveLength(2)
    expect(await found({ search: '%' })).toEqual([])
    expect(await found({ state: 'failed' })).toEqual(['bilal@meridian.example'])
    expect((await administrator.mail.show({ mailId: mailToAmina })).recipientName).toBe('Amina Diallo')
  })

  test('shows the text of a mail that waits for somebody to hand it on', async () => {
    const mailId = await queue('Amina')
    expect((await administrator.mail.show({ mailId })).bodyText).toContain(
      'https://mentoring.example/one-time',
    )
  })

  test('shows nobody’s text once mails leave by themselves: it may hold their link', async () => {
    const mailId = await queue('Amina')
    await administrator.mail.saveSettings({ ...server, password: 'open sesame' })

    expect((await administrator.mail.show({ mailId })).bodyText).toBeNull()
  })

  test('does not send a mail again that has left', async () => {
    const mailId = await queue('Amina')
    await behind
      .updateTable('mail')
      .set({ state: 'sent', sent_at: new Date(), body_text: null, body_html: null })
      .execute()

    await expect(administrator.mail.deliver({ mailId })).rejects.toMatchObject({ code: 'mail-already-sent' })
  })

  test('says so when a cursor is not one of its own', async () => {
    await expect(administrator.mail.list({ after: 'nonsense' })).rejects.toMatchObject({
      code: 'invalid-request',
    })
  })
})

describe('the mail settings', () => {
  test('are empty at first, saved, shown without the password, and removed', async () => {
    expect(await administrator.mail.showSettings()).toEqual({
      settings: null,
      fromEnvironment: false,
      passwordSet: false,
    })
    await administrator.mail.saveSettings({ ...server, password: 'open sesame' })

    expect(await administrator.mail.showSettings()).toEqual({
      settings: server,
      fromEnvironment: false,
      passwordSet: true,
    })
    const { password_sealed } = await behind.selectFrom('mail_setting').selectAll().executeTakeFirstOrThrow()
    expect(password_sealed).not.toContain('sesame')

    await administrator.mail.removeSettings()
    expect((await administrator.mail.showSettings()).settings).toBeNull()
  })

  test('keep the password that is not typed again, and forget it when asked to', async () => {
    await administrator.mail.saveSettings({ ...server, password: 'open sesame' })
    await administrator.mail.saveSettings({ ...server, senderName: 'Mentoring' })
    expect((await administrator.mail.showSettings()).passwordSet).toBe(true)

    await administrator.mail.saveSettings({ ...server, password: null })
    expect((await administrator.mail.showSettings()).passwordSet).toBe(false)
  })

  test('let what waits leave as soon as they are saved', async () => {
    await queue('Amina')
    const delivery = startMailDelivery(app.platform)
    await delivery.deliverNow()
    expect(smtp.received).toEqual([])

    await administrator.mail.saveSettings({ ...server, password: 'open sesame' })
    await expect.poll(() => smtp.received.length).toBe(1)
    await delivery.stop()
  })

  test('come from the environment where it names a mail server, and are changed there only', async () => {
    const { settings, fromEnvironment } = await fixed.administrator.mail.showSettings()
    expect(fromEnvironment).toBe(true)
    expect(settings).toEqual({
      host: 'localhost',
      port: 2525,
      security: 'none',
      userName: null,
      senderName: 'Mentoring',
      senderAddress: 'mentoring@meridian.example',
    })
    await expect(fixed.administrator.mail.saveSettings(server)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(fixed.administrator.mail.removeSettings()).rejects.toMatchObject({ code: 'not-allowed' })
  })
})

describe('a test message', () => {
  test('goes to whoever asks, with settings that are not saved yet', async () => {
    const { sentTo } = await administrator.mail.test({ ...server, password: 'open sesame' })

    expect(sentTo).toMatch(/^ines\.moreira/)
    expect(smtp.received).toHaveLength(1)
    expect(smtp.received[0]).toContain('To: ines.moreira')
    expect((await administrator.mail.showSettings()).settings).toBeNull()
  })

  test.each([
    { wrong: { password: 'guess' }, said: /did not accept the user name and password.*535/ },
    { wrong: { port: 1 }, said: /Nothing answers at 127.0.0.1, port 1\./ },
    { wrong: { host: 'no-such-host.invalid' }, said: /No server is called no-such-host.invalid/ },
    { wrong: { security: 'starttls' as const }, said: /offers no encryption by STARTTLS/ },
    {
      wrong: { port: selfSigned.port, security: 'starttls' as const },
      said: /certificate of 127.0.0.1 cannot be trusted/,
    },
    { wrong: { security: 'tls' as const }, said: /does not begin with TLS/ },
  ])('that the server refuses comes back as a sentence: $said', async ({ wrong, said }) => {
    const refused = administrator.mail.test({ ...server, password: 'open sesame', ...wrong })
    await expect(refused).rejects.toMatchObject({
      code: 'mail-server-refused',
      message: expect.stringMatching(said),
    })
  })

  test('uses the stored password for the server it was stored for, and for no other', async () => {
    await administrator.mail.saveSettings({ ...server, password: 'open sesame' })
    await administrator.mail.test(server)
    expect(smtp.received).toHaveLength(1)

    const elsewhere = administrator.mail.test({ ...server, host: 'localhost' })
    await expect(elsewhere).rejects.toMatchObject({ code: 'mail-server-refused' })
  })
})

describe('mail', () => {
  const id = '0198f6a8-5b7e-4b11-9d1e-6f8b6f1c2a10'
  const operations = [
    ['GET', '/mails'],
    ['GET', `/mails/${id}`],
    ['PUT', `/mails/${id}/delivery`],
    ['GET', '/mail-settings'],
    ['PUT', '/mail-settings', { ...server, password: null }],
    ['DELETE', '/mail-settings'],
    ['POST', '/mail-settings/tests', { ...server, password: null }],
  ] as const

  test.each(operations)('%s %s is for administrators', async (method, path, body?) => {
    const manager = await app.person()
    await administrator.request('POST', '/programmes', { name: 'Digital fluency', template: 'six-months' })
    const { id: programmeId } = await behind.selectFrom('programme').select('id').executeTakeFirstOrThrow()
    await behind
      .insertInto('programme_manager')
      .values({ programme_id: programmeId, person_id: manager.id })
      .execute()

    expect((await app.anonymous.request(method, path, body)).status).toBe(401)
    expect((await app.as(await app.person()).request(method, path, body)).status).toBe(403)
    expect((await app.as(manager).request(method, path, body)).status).toBe(403)
  })

  test('is hidden by the database too, whatever a route forgets', async () => {
    await queue('Amina')
    await administrator.mail.saveSettings({ ...server, password: 'open sesame' })
    const { id: personId } = await app.person()
    const seen = await app.database.asActor({ kind: 'person', personId }, async (db) => [
      ...(await db.selectFrom('mail').select('id').execute()),
      ...(await db.selectFrom('mail_setting').select('host').execute()),
    ])

    expect(seen).toEqual([])
  })
})
