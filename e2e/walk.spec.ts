import { resolve } from 'node:path'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { isHere, recordBrowserRequests, recordServerConnections } from './support/connections.ts'
import { asker, joinByLink, waitingLinks } from './support/everybody.ts'
import { startViceversa, type Viceversa } from './support/viceversa.ts'
import { profileOf } from './support/walk-by-request.ts'

const file = resolve(import.meta.dirname, '../packages/domain/src/people/import/testing/people-oracle-hr.csv')
const password = 'a sentence that only I know'

test.describe.configure({ mode: 'serial', timeout: 1_500_000 })

let viceversa: Viceversa
const connections = recordServerConnections()

test.beforeAll(async () => {
  viceversa = await startViceversa(connections.env)
})
test.afterAll(() => viceversa.stop())

test('from a real HR export to published pairs', async ({ page, context, browser }) => {
  const asked = recordBrowserRequests(context)
  const faults = recordFaults(page)

  await test.step('the first page asks what to do first', async () => {
    await page.goto(viceversa.address)
    await expect(page.getByRole('heading', { level: 1, name: 'Welcome to Viceversa' })).toBeVisible()
    await expectAccessible(page, 'welcome')
    await page
      .getByRole('link', { name: 'Set up my organisation' })
      .or(page.getByRole('button', { name: 'Set up my organisation' }))
      .click()
  })

  await test.step('the administrator sets the organisation up', async () => {
    await page.getByLabel('First name').fill('Ines')
    await page.getByLabel('Family name').fill('Moreira')
    await page.getByLabel('Work e-mail').fill('ines.moreira@example.com')
    await page.getByLabel('Password', { exact: true }).fill(password)
    await expectAccessible(page, 'set-up-account')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByLabel('Name of the organisation').fill('Meridian')
    await expectAccessible(page, 'set-up-organisation')
    await page.getByRole('button', { name: 'Create Meridian' }).click()
    await expect(page.getByRole('heading', { level: 1, name: /send e-mail/ })).toBeVisible()
    await expectAccessible(page, 'set-up-mail')
    await page.getByRole('button', { name: 'Skip for now' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Who can see what' })).toBeVisible()
    await expectAccessible(page, 'set-up-visibility')
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page.getByRole('heading', { level: 1, name: /Now its people/ })).toBeVisible()
    await expectAccessible(page, 'set-up-first-programme')
    await page
      .getByRole('link', { name: 'Import people' })
      .or(page.getByRole('button', { name: 'Import people' }))
      .click()
  })

  await test.step('they import 107 people, unedited', () => importPeople(page))

  const programmeId = await test.step('they create a programme from the six-month template', () =>
    createProgramme(page))

  await test.step('they invite 30 mentors and 12 leaders', async () => {
    await page.goto(`${viceversa.address}/programmes/${programmeId}/people`)
    await expectAccessible(page, 'people-of-the-programme-empty')
    await invite(page, 'Mentors', ['Level 4', 'Level 3'], 30)
    await invite(page, 'Leaders', ['Level 2'], 12)
    await expect(page.getByRole('tab', { name: /Who takes part/ })).toContainText('42')
    await page.getByRole('tab', { name: /Who takes part/ }).click()
    await expectAccessible(page, 'people-of-the-programme')
  })

  const administrator = await asker(viceversa.address, await context.cookies())
  const links = await waitingLinks(administrator, /^invitation-/)
  expect(links.size).toBe(42)

  await test.step('the mails wait in the outbox', async () => {
    await page.goto(`${viceversa.address}/outbox`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page, 'outbox')
  })

  const rows = await administrator.get<{ person: { email: string }; seat: 'mentor' | 'leader' }[]>(
    `/programmes/${programmeId}/enrolments`,
  )
  const seatOf = new Map(rows.map(({ person, seat }) => [person.email, seat]))
  const mentorLink = linkOf(links, 'jchen@example.com')

  await test.step('a mentor opens the one-time link, agrees and fills in the profile', async () => {
    const mentor = await newPage(browser.newContext())
    await mentor.goto(mentorLink)
    await expectAccessible(mentor, 'invitation')
    await mentor
      .getByRole('button')
      .filter({ hasText: /Open|See|Go|Continue/ })
      .first()
      .click()
    await expect(
      mentor.getByRole('heading', { level: 1, name: /Would you like to be a mentor/ }),
    ).toBeVisible()
    await expectAccessible(mentor, 'consent')
    await mentor.getByRole('button', { name: 'Yes, I take part' }).click()
    await expect(
      mentor.getByRole('heading', { level: 1, name: 'What could you show a leader?' }),
    ).toBeVisible()
    await mentor.getByRole('button', { name: 'I am ready to be matched' }).click()
    await expect(mentor.getByRole('alert').first()).toBeVisible()
    await expectAccessible(mentor, 'profile-with-errors')
    await chooseChips(mentor, [
      'AI at work',
      'Social media and creators',
      'Career paths and how to plan one',
      'English',
    ])
    await mentor.getByRole('button', { name: 'Office hours' }).click()
    await expectAccessible(mentor, 'profile')
    await mentor.getByRole('button', { name: 'I am ready to be matched' }).click()
    await expect(mentor.getByRole('heading', { level: 1, name: /You will hear from us/ })).toBeVisible()
    await expectAccessible(mentor, 'ready')
    await mentor.context().close()
  })

  await test.step('everybody else answers in the same way', async () => {
    links.delete('jchen@example.com')
    let index = 0
    for (const [address, link] of links) {
      const person = await joinByLink(
        viceversa.address,
        link,
        profileOf(seatOf.get(address) ?? 'mentor', index++),
      )
      await person.end()
    }
  })

  await test.step('the studio proposes the best pairs, and obeys a pin and a ban at once', () =>
    matchAndPublish(page, programmeId))

  const proposals = await waitingLinks(administrator, /^pair-asked/)
  const pairs = await administrator.get<ManagedPair[]>(`/programmes/${programmeId}/pairs`)
  expect(proposals.size).toBe(pairs.length * 2)
  const [first, second] = pairs
  const people = await directory(administrator)

  await test.step('mentor and leader see reasons and common ground, and accept', async () => {
    for (const personId of [first!.mentor.id, first!.leader.id]) {
      const person = await signedInAs(administrator, browser.newContext(), people.get(personId)!)
      await person.goto(linkOf(proposals, people.get(personId)!))
      await expect(person.getByRole('heading', { level: 1, name: /^Meet / })).toBeVisible()
      await expect(person.getByRole('heading', { name: 'What you have in common' })).toBeVisible()
      await expectAccessible(person, 'proposal')
      await person.getByRole('button', { name: 'Accept', exact: true }).click()
      await expect(person.getByRole('heading', { level: 1, name: /You said yes|You and / })).toBeVisible()
      if (personId === first!.leader.id) {
        await expect(person.getByRole('heading', { level: 1, name: /^You and / })).toBeVisible()
        await expectAccessible(person, 'pair')
      }
      await person.context().close()
    }
  })

  await test.step('another leader declines in one step, and the programme manager sees it kindly', async () => {
    const leader = await signedInAs(administrator, browser.newContext(), people.get(second!.leader.id)!)
    await leader.goto(linkOf(proposals, people.get(second!.leader.id)!))
    await leader.getByRole('button', { name: 'Decline', exact: true }).click()
    await leader.getByRole('button', { name: 'Decline the proposal' }).click()
    await expect(
      leader.getByRole('heading', { level: 1, name: /You have declined, and that is fine/ }),
    ).toBeVisible()
    await expectAccessible(leader, 'declined')
    await leader.context().close()

    await page.goto(`${viceversa.address}/programmes/${programmeId}/pairs`)
    await expectAccessible(page, 'pairs')
    await page.goto(`${viceversa.address}/programmes/${programmeId}`)
    await expectAccessible(page, 'control-room')
  })

  await test.step('nothing asked anybody but this machine, and no page complained', async () => {
    expect(asked.origins()).toEqual([viceversa.address])
    expect(connections.places().filter((place) => !isHere(place))).toEqual([])
    expect(faults).toEqual([])
  })
})

test('what was acknowledged survives the end of the application and of the database by force', async () => {
  const before = await fetch(`${viceversa.address}/api/organisation`).then((answer) => answer.json())

  await viceversa.kill()
  await viceversa.startAgain()

  expect(await fetch(`${viceversa.address}/api/organisation`).then((answer) => answer.json())).toEqual(before)
})

type ManagedPair = { id: string; mentor: { id: string }; leader: { id: string } }
type Asker = Awaited<ReturnType<typeof asker>>

async function importPeople(page: Page): Promise<void> {
  await expect(
    page.getByRole('heading', { level: 1, name: 'Import people from your HR system' }),
  ).toBeVisible()
  await expectAccessible(page, 'import-new')
  await page.locator('input[type=file]').setInputFiles(file)
  await expect(page.getByRole('heading', { level: 1, name: 'Every column was recognised' })).toBeVisible()
  await expectAccessible(page, 'import-columns')
  await page.getByRole('button', { name: 'Check what would change' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /107 people/ })).toBeVisible({ timeout: 30_000 })
  await expectAccessible(page, 'import-check')
  await page.getByRole('button', { name: 'Apply this import' }).click()
  await dialogOf(page).getByRole('button', { name: 'Apply this import' }).click()
  await expect(page.getByRole('link', { name: 'Open the directory' })).toBeVisible({ timeout: 30_000 })
  await expectAccessible(page, 'import-done')

  await page.goto(`${viceversa.address}/people/imports/new`)
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('button', { name: 'Check what would change' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Nothing changes/ })).toBeVisible({
    timeout: 30_000,
  })

  await page.goto(`${viceversa.address}/people`)
  await expect(page.getByText('108', { exact: false }).first()).toBeVisible()
  await expectAccessible(page, 'directory')
  await page
    .getByRole('searchbox')
    .or(page.getByPlaceholder('Name, job or e-mail'))
    .first()
    .fill('Alexander James')
  await page.getByText('Alexander James').first().click()
  await expect(page.getByRole('heading', { level: 1, name: /Alexander James/ })).toBeVisible()
  await expectAccessible(page, 'person')
}

async function createProgramme(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'New programme' }).click()
  await page.getByLabel('Name of the programme').fill('Fresh Eyes')
  await expectAccessible(page, 'programme-new')
  await page.getByRole('button', { name: 'Create the draft' }).click()
  await expect(page).toHaveURL(/programmes\/[0-9a-f-]{36}\/settings\/purpose/)
  await page.getByLabel('Purpose', { exact: true }).fill('Leaders hear how flexible work feels.')
  await page.getByLabel('First outcome').fill('One rule changed by what mentors said')
  await expectAccessible(page, 'programme-purpose')
  await page.getByRole('button', { name: 'Save and continue' }).click()
  await choosePerson(page, 'Sponsor', 'Steven King')
  await choosePerson(page, 'Safe contact', 'Susan Jacobs')
  await expectAccessible(page, 'programme-people')
  await page.getByRole('button', { name: 'Save and continue' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'What will people talk about?' })).toBeVisible()
  await expectAccessible(page, 'programme-themes')
  await page.getByRole('button', { name: 'Save and continue' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Rhythm and dates' })).toBeVisible()
  await expectAccessible(page, 'programme-rhythm')
  await page.getByRole('button', { name: 'Save and continue' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Review and open' })).toBeVisible()
  await expectAccessible(page, 'programme-review')
  await page.getByRole('button', { name: 'Open the programme' }).click()
  await dialogOf(page).getByRole('button', { name: 'Open the programme' }).click()
  // Opening leads on to whom to invite.
  await expect(page.getByRole('heading', { level: 1, name: 'Nobody has been invited yet' })).toBeVisible()
  return page.url().match(/programmes\/([0-9a-f-]{36})/)![1]!
}

async function choosePerson(page: Page, label: string, name: string): Promise<void> {
  await page.getByLabel(label).first().fill(name)
  await page.getByRole('option', { name }).first().click()
}

async function invite(
  page: Page,
  seat: 'Mentors' | 'Leaders',
  levels: string[],
  count: number,
): Promise<void> {
  await page.getByRole('tab', { name: 'Invite people' }).click()
  await page.getByRole('radio', { name: seat }).check()
  for (const level of levels) {
    const select = page.getByLabel('Level')
    const option = await select.locator('option', { hasText: level }).first().getAttribute('value')
    await select.selectOption(option)
    const boxes = page.getByRole('grid').or(page.getByRole('table')).getByRole('checkbox')
    await expect(boxes.nth(1)).toBeVisible()
    for (let row = 1; row < (await boxes.count()); row++) {
      if (await page.getByText(`${count} people chosen`).isVisible()) break
      await boxes.nth(row).check()
    }
  }
  await expect(page.getByText(`${count} people chosen`)).toBeVisible()
  await page.getByRole('button', { name: new RegExp(`Invite.*${count}`) }).click()
  await dialogOf(page)
    .getByRole('button', { name: new RegExp(`Invite ${count} as`) })
    .click()
  await expect(page.getByText(`${count} invited`)).toBeVisible()
}

async function chooseChips(page: Page, names: string[]): Promise<void> {
  for (const name of names) await page.getByRole('checkbox', { name, exact: true }).check()
}

async function matchAndPublish(page: Page, programmeId: string): Promise<void> {
  await page.goto(`${viceversa.address}/programmes/${programmeId}/matching`)
  await page.getByRole('button', { name: 'Find the best pairs' }).click()
  await expect(page.getByRole('heading', { name: /pairs/ }).first()).toBeVisible()
  await expectAccessible(page, 'studio')
  await page.getByRole('button', { name: /^Pin / }).first().click()
  await expect(page.getByRole('button', { name: /^Unpin / }).first()).toBeVisible()
  const banned = page.getByRole('button', { name: /^Never pair / }).last()
  const name = await banned.getAttribute('aria-label')
  await banned.click()
  await page.getByRole('button', { name: 'Rule it out' }).click()
  await expect(page.getByRole('button', { name: name ?? '', exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: /Review and propose/ }).click()
  await dialogOf(page)
    .getByRole('button', { name: /^Propose \d+ pair/ })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: /been asked/ })).toBeVisible()
  await expectAccessible(page, 'studio-done')
}

/** Somebody who signs in again by a link that waits in the outbox. */
async function signedInAs(
  administrator: Asker,
  context: Promise<BrowserContext>,
  email: string,
): Promise<Page> {
  const page = await newPage(context)
  await page.goto(`${viceversa.address}/sign-in`)
  await page.getByLabel('Work e-mail').first().fill(email)
  await page.getByRole('button', { name: 'Send me a sign-in link' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Look at your mail' })).toBeVisible()
  const link = await expect
    .poll(() => signInLink(administrator, email), { timeout: 10_000 })
    .not.toBeNull()
    .then(() => signInLink(administrator, email))
  await page.goto(link ?? '')
  await page.getByRole('button', { name: /sign in/i }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  return page
}

async function signInLink(administrator: Asker, email: string): Promise<string | null> {
  const { rows } = await administrator.get<{ rows: { id: string; template: string; address: string }[] }>(
    `/mails?limit=50&search=${encodeURIComponent(email)}`,
  )
  const mail = rows.find(({ template, address }) => template === 'sign-in-link' && address === email)
  if (!mail) return null
  const { bodyText } = await administrator.get<{ bodyText: string }>(`/mails/${mail.id}`)
  return bodyText.match(/https?:\/\/\S+/)?.[0] ?? null
}

async function directory(administrator: Asker): Promise<Map<string, string>> {
  const { rows } = await administrator.get<{ rows: { id: string; email: string }[] }>('/people?limit=200')
  return new Map(rows.map(({ id, email }) => [id, email]))
}

async function newPage(context: Promise<BrowserContext>): Promise<Page> {
  return (await context).newPage()
}

function linkOf(links: ReadonlyMap<string, string>, address: string): string {
  const link = links.get(address)
  if (!link) throw new Error(`No mail to ${address} waits in the outbox.`)
  return link
}

/** Errors that a page reports to its console, or throws. */
function recordFaults(page: Page): string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    // A refusal that the screen handles is reported by the browser all the same.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text())
  })
  return faults
}

/** The question in front of the page, whether it has consequences or not. */
function dialogOf(page: Page) {
  return page.getByRole('dialog').or(page.getByRole('alertdialog'))
}
