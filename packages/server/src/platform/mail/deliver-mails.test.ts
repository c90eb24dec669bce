import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { startMailServer } from '../../testing/mail-server.ts'
import { testApp } from '../../testing/test-app.ts'
import { startMailDelivery } from './deliver-mails.ts'
import { claimMail } from './outbox.ts'
import { queueMail } from './queue-mail.ts'
import { postmanOf } from './send-mail.ts'

const smtp = await startMailServer()
const app = await testApp({
  config: { smtpUrl: `smtp://127.0.0.1:${smtp.port}`, smtpSender: 'Mentoring <mentoring@meridian.example>' },
})
const { asSuperuser: behind } = app.database
afterAll(async () => {
  await app.close()
  await smtp.close()
})
afterEach(async () => {
  smtp.received.length = 0
  smtp.refuseWith(undefined)
  smtp.afterTaking(undefined)
  await behind.deleteFrom('mail').execute()
})

const SYSTEM = { kind: 'system', because: 'test' } as const
const values = { givenName: 'Amina', server: 'mail.example', link: 'https://mentoring.example/settings/mail' }
const queue = (address = 'amina@meridian.example') =>
  app.database.asActor({ kind: 'anonymous' }, (db) =>
    queueMail(db, { personId: null, address, template: 'test-mail', values }),
  )
const stored = (id: string) =>
  behind.selectFrom('mail').where('id', '=', id).selectAll().executeTakeFirstOrThrow()

describe('a queued mail', () => {
  test('leaves once, with its id as Message-ID, and its text is wiped', async () => {
    const id = await queue()
    const delivery = startMailDelivery(app.platform)
    await delivery.deliverNow()
    await delivery.deliverNow()
    await delivery.stop()

    expect(smtp.received).toHaveLength(1)
    expect(smtp.received[0]).toContain(`Message-ID: <${id}@meridian.example>`)
    expect(smtp.received[0]).toContain('From: Mentoring <mentoring@meridian.example>')
    expect(smtp.received[0]).toContain('To: amina@meridian.example')
    expect(smtp.received[0]).toContain('Auto-Submitted: auto-generated')
    expect(await stored(id)).toMatchObject({ state: 'sent', body_text: null, body_html: null })
  })

  test('is on its way within a moment of the change that caused it', async () => {
    const delivery = startMailDelivery(app.platform)
    await delivery.deliverNow()
    await queue()
    await expect.poll(() => smtp.received.length).toBe(1)
    await delivery.stop()
  })

  test('never existed when the change was rolled back', async () => {
    const lost = app.database.asActor(SYSTEM, async (db) => {
      await queueMail(db, { personId: null, address: 'a@example.com', template: 'test-mail', values })
      throw new Error('never mind')
    })
    await expect(lost).rejects.toThrow('never mind')
    await deliver()

    expect(smtp.received).toEqual([])
  })

  test('is sent by one of several nodes', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, (_, n) => queue(`person-${n}@meridian.example`)))
    await Promise.all([deliver(), deliver(), deliver()])

    expect(smtp.received).toHaveLength(20)
    expect(new Set(smtp.received.map(messageId)).size).toBe(20)
    expect(new Set(ids).size).toBe(20)
  })

  test('is sent when the process died after taking it from the outbox (R4)', async () => {
    const id = await queue()
    await app.database.asActor(SYSTEM, claimMail)
    await deliver()
    expect(smtp.received).toEqual([])

    await leaseRunsOut(id)
    await deliver()
    expect(smtp.received).toHaveLength(1)
  })

  test('is sent a second time under the same id when the process died before writing it down (R4)', async () => {
    const id = await queue()
    const mail = await app.database.asActor(SYSTEM, claimMail)
    const postman = postmanOf({
      host: '127.0.0.1',
      port: smtp.port,
      security: 'none',
      userName: null,
      password: null,
      senderName: 'Mentoring',
      senderAddress: 'mentoring@meridian.example',
    })
    await postman.send(mail!)
    postman.close()
    await leaseRunsOut(id)
    await deliver()
    await deliver()

    expect(smtp.received.map(messageId)).toEqual([`<${id}@meridian.example>`, `<${id}@meridian.example>`])
    expect(await stored(id)).toMatchObject({ state: 'sent' })
  })

  test('waits longer after each refusal that may pass, and says why', async () => {
    smtp.refuseWith({ code: 451, text: 'Try later' })
    const id = await queue()
    await deliver()

    const mail = await stored(id)
    expect(mail.state).toBe('waiting')
    expect(mail.last_error).toContain('Try later')
    expect(mail.body_text).not.toBeNull()
    expect(secondsFromNow(mail.next_try_at)).toBeGreaterThan(20)

    await leaseRunsOut(id)
    await deliver()
    expect(secondsFromNow((await stored(id)).next_try_at)).toBeGreaterThan(50)
  })

  test('is given up when the server says a plain no, and leaves when somebody tries again', async () => {
    smtp.refuseWith({ code: 550, text: 'No such mailbox' })
    const id = await queue()
    await deliver()
    expect(await stored(id)).toMatchObject({ state: 'failed', tries: 1 })

    smtp.refuseWith(undefined)
    expect((await app.administrator.request('PUT', `/mails/${id}/delivery`)).status).toBe(202)
    await deliver()
    expect(await stored(id)).toMatchObject({ state: 'sent', last_error: null })
  })

  test('of an invented organisation goes to nobody', async () => {
    await behind.updateTable('organisation').set({ kind: 'sample' }).execute()
    await queue()
    await deliver()
    await behind.updateTable('organisation').set({ kind: 'real' }).execute()

    expect(smtp.received).toEqual([])
  })
})

describe('stopping', () => {
  test('finishes the mail that is being sent, and leaves the rest for later', async () => {
    const ids = [await queue(), await queue()]
    const { promise: taken, resolve } = Promise.withResolvers<void>()
    smtp.afterTaking(async () => resolve())
    const delivery = startMailDelivery(app.platform)
    await taken
    await delivery.stop()

    const states = await Promise.all(ids.map(async (id) => (await stored(id)).state))
    expect(states).toEqual(['sent', 'waiting'])
  })
})

/** One round, as a node makes it. */
async function deliver(): Promise<void> {
  const delivery = startMailDelivery(app.platform)
  await delivery.deliverNow()
  await delivery.stop()
}

async function leaseRunsOut(id: string): Promise<void> {
  await behind
    .updateTable('mail')
    .where('id', '=', id)
    .set({ next_try_at: new Date(0) })
    .execute()
}

function messageId(message: string): string | undefined {
  return /^Message-ID: (.+?)\r?$/m.exec(message)?.[1]
}

function secondsFromNow(moment: Date): number {
  return (moment.getTime() - Date.now()) / 1000
}
