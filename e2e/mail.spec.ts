import { expect, type Page, test } from '@playwright/test'
import { startMailServer, type TestMailServer } from '@viceversa/server/testing/mail-server.ts'
import { expectAccessible } from './support/accessible.ts'
import { startViceversa, type Viceversa } from './support/viceversa.ts'

const EMAIL = 'imogen.osei@larkmoor.example'
const PASSWORD = 'seven quiet herons at noon'

let viceversa: Viceversa
let smtp: TestMailServer
test.beforeAll(async () => {
  smtp = await startMailServer({ account: { user: 'viceversa', password: 'open sesame' } })
  viceversa = await startViceversa()
})
test.afterAll(async () => {
  await viceversa.stop()
  await smtp.close()
})

test.describe.configure({ mode: 'serial' })

test.describe('mail', () => {
  test('waits in the outbox for somebody to hand it on, until a server is set', async ({ page }) => {
    await setUp(page)
    await page.goto(`${viceversa.address}/outbox`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('No mail is waiting')
    await expect(page.getByText('No mail has been written yet')).toBeVisible()
    await expectAccessible(page, 'outbox, empty')

    await page.request.post(`${viceversa.address}/api/sign-in-links`, {
      data: { email: EMAIL },
      headers: { origin: viceversa.address },
    })
    // Nobody reloads: the screen hears of it.
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('One mail waits for you')
    await expect(page.getByText('No mail server is set.')).toBeVisible()
    await expectAccessible(page, 'outbox, one mail')

    await page.getByRole('row', { name: /Imogen Osei/ }).click()
    const mail = page.getByRole('dialog', { name: 'Your sign-in link' })
    await expect(mail.getByText(/\/sign-in\/link#/)).toBeVisible()
    await expect(mail.getByRole('button', { name: 'Copy the link' })).toBeVisible()
    await expectAccessible(page, 'outbox, a waiting mail')
    await page.keyboard.press('Escape')
    await expect(mail).toBeHidden()
  })

  test('is found by name, and by where it stands', async ({ page }) => {
    await signIn(page)
    await page.goto(`${viceversa.address}/outbox`)
    const search = page.getByRole('searchbox', { name: 'Search the outbox' })
    await search.fill('nobody at all')
    await expect(page.getByText('No mail fits')).toBeVisible()
    await expect(page).toHaveURL(/search=nobody/)
    await page.getByRole('button', { name: 'Show all mails' }).click()
    await search.fill('osei')
    await expect(page.getByRole('row', { name: /Imogen Osei/ })).toBeVisible()
  })

  test('leaves once the server is set, and the server’s own refusal helps to get there', async ({ page }) => {
    await signIn(page)
    await page.goto(`${viceversa.address}/outbox`)
    await page.getByRole('link', { name: 'Set up sending e-mail' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('How should Viceversa send e-mail?')

    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('alert')).toBeFocused()
    await expectAccessible(page, 'mail settings, with errors')

    await page.getByLabel('Mail server').fill('127.0.0.1')
    await page.getByLabel('Port').fill(String(smtp.port))
    await page.getByRole('radio', { name: 'None' }).check()
    await page.getByLabel('User name').fill('viceversa')
    await page.getByLabel('Password', { exact: false }).first().fill('a wrong one')
    await page.getByLabel('Sender’s name').fill('Fresh Eyes at Larkmoor')
    await page.getByRole('button', { name: `Send a test to ${EMAIL}` }).click()
    await expect(page.getByText(/did not accept the user name and password/)).toBeVisible()
    await expectAccessible(page, 'mail settings, refused')
    expect(smtp.received).toEqual([])

    await page.getByLabel('Password', { exact: false }).first().fill('open sesame')
    await page.getByRole('button', { name: `Send a test to ${EMAIL}` }).click()
    await expect(page.getByText('The test is on its way.')).toBeVisible()
    expect(smtp.received).toHaveLength(1)

    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Saved. Mails that were waiting leave now.')).toBeVisible()
    await expect.poll(() => smtp.received.length).toBe(2)
    await page.goto(`${viceversa.address}/outbox`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('No mail is waiting')
    await page.getByRole('row', { name: /Imogen Osei/ }).click()
    await expect(page.getByText('The text was removed when the mail left.')).toBeVisible()
  })

  test('waits again when sending is stopped', async ({ page }) => {
    await signIn(page)
    await page.goto(`${viceversa.address}/settings/mail`)
    await expect(page.getByText('One is stored. Leave this empty to keep it.')).toBeVisible()
    await page.getByRole('button', { name: 'Stop sending' }).click()
    const question = page.getByRole('alertdialog')
    await expectAccessible(page, 'mail settings, stop sending')
    await question.getByRole('button', { name: 'Stop sending' }).click()
    await expect(question).toBeHidden()
    await page.goto(`${viceversa.address}/outbox`)
    await expect(page.getByText('No mail server is set.')).toBeVisible()
  })
})

async function setUp(page: Page): Promise<void> {
  await page.goto(viceversa.address)
  const answer = await page.request.post(`${viceversa.address}/api/organisation`, {
    data: {
      organisationName: 'Larkmoor Health',
      timeZone: 'Europe/Lisbon',
      givenName: 'Imogen',
      familyName: 'Osei',
      email: EMAIL,
      password: PASSWORD,
    },
    headers: { origin: viceversa.address },
  })
  expect(answer.status()).toBe(201)
}

async function signIn(page: Page): Promise<void> {
  const answer = await page.request.post(`${viceversa.address}/api/sign-ins/password`, {
    data: { email: EMAIL, password: PASSWORD },
    headers: { origin: viceversa.address },
  })
  expect(answer.status()).toBe(200)
}
