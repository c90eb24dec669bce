import { createHmac } from 'node:crypto'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { startViceversa, type Viceversa } from './support/viceversa.ts'

const PASSWORD = 'seven quiet herons at noon'
const EMAIL = 'imogen.osei@larkmoor.example'

let viceversa: Viceversa
test.beforeAll(async () => {
  viceversa = await startViceversa()
})
test.afterAll(() => viceversa.stop())

test.describe.configure({ mode: 'serial' })

test.describe('the first start', () => {
  test('asks what to do, and leads through the set-up to the people', async ({ page }) => {
    await page.goto(viceversa.address)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welcome to Viceversa')
    await expect(page.getByRole('button', { name: 'Look around a sample organisation' })).toBeVisible()
    await expectAccessible(page, 'welcome')

    await page.getByRole('link', { name: 'Set up my organisation' }).click()
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page.getByRole('alert')).toBeFocused()
    await expectAccessible(page, 'set-up, account with errors')
    await page.getByRole('link', { name: 'Write your first name.' }).click()
    await expect(page.getByLabel('First name')).toBeFocused()

    await page.getByLabel('First name').fill('Imogen')
    await page.getByLabel('Family name').fill('Osei')
    await page.getByLabel('Work e-mail').fill(EMAIL)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByLabel('Name of the organisation').fill('Larkmoor Health')

    // A reload in the middle loses the password only, and typing it again does not skip a step.
    await page.reload()
    await expect(page.getByLabel('Work e-mail')).toHaveValue(EMAIL)
    await page.getByLabel('Work e-mail').fill(EMAIL)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who looks after Viceversa here?')
    await page.getByLabel('Password', { exact: true }).fill('passwordpassword')
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page.getByLabel('Name of the organisation')).toHaveValue('Larkmoor Health')
    await page.getByRole('button', { name: 'Create Larkmoor Health' }).click()

    // What the server refuses about the account is shown where it can be mended.
    await expect(page.getByRole('alert')).toBeFocused()
    await expect(page.getByRole('alert')).toContainText('Guessers try this one early.')
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Continue' }).click()
    await expectAccessible(page, 'set-up, organisation')
    await page.getByRole('button', { name: 'Create Larkmoor Health' }).click()

    await expect(page.getByRole('heading', { level: 1 })).toHaveText('How should Viceversa send e-mail?')
    await expect(page.getByText(/Reachable, answers in \d+ ms/)).toBeVisible()
    await expectAccessible(page, 'set-up, mail')
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('How should Viceversa send e-mail?')
    await page.getByRole('button', { name: 'Skip for now' }).click()
    await expectAccessible(page, 'set-up, who can see what')
    await page.getByRole('button', { name: 'Continue' }).click()
    await expectAccessible(page, 'set-up, first programme')
    await expect(page.getByRole('link', { name: 'Import people' })).toHaveAttribute(
      'href',
      '/people/imports/new',
    )
  })

  test('is over: the door is the sign-in page now', async ({ page }) => {
    for (const address of ['/', '/welcome', '/set-up', '/account']) {
      await page.goto(viceversa.address + address)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Good to see you again')
    }
    await expect(page.getByText('Larkmoor Health', { exact: true })).toBeVisible()
  })
})

test.describe('signing in', () => {
  test('by keyboard alone leads to the page that was wanted', async ({ page }) => {
    await page.goto(`${viceversa.address}/account`)
    await expect(page.getByLabel('Work e-mail')).toBeVisible()
    await expectAccessible(page, 'sign-in')

    await tabTo(page, 'Sign in with a password')
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Password', { exact: true })).toBeVisible()
    await expectAccessible(page, 'sign-in with a password')
    await page.getByLabel('Work e-mail').focus()
    await page.keyboard.type(EMAIL)
    await page.keyboard.press('Tab')
    await page.keyboard.type('not the password at all')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toContainText('E-mail address and password do not belong together')
    await expectAccessible(page, 'sign-in refused')

    await page.getByLabel('Password', { exact: true }).focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.type(PASSWORD)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(`${viceversa.address}/account`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account, Imogen')
  })

  test('by link says the same for every address', async ({ page }) => {
    for (const email of [EMAIL, 'nobody@larkmoor.example']) {
      await page.goto(`${viceversa.address}/sign-in`)
      await page.getByLabel('Work e-mail').fill(email)
      await page.getByRole('button', { name: 'Send me a sign-in link' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Look at your mail')
      await expect(page.getByText('An administrator finds your link in the outbox')).toBeVisible()
    }
    await expectAccessible(page, 'sign-in link sent')
  })

  test('by a link that is too old offers a new one, and leaves no token in the address bar', async ({
    page,
  }) => {
    await page.goto(`${viceversa.address}/sign-in/link#${'a'.repeat(32)}`)
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
    expect(page.url()).toBe(`${viceversa.address}/sign-in/link`)
    await expectAccessible(page, 'sign-in link')

    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link no longer works')
    await expectAccessible(page, 'sign-in link expired')
  })

  test('by an invitation that is too old offers a sign-in link', async ({ page }) => {
    await page.goto(`${viceversa.address}/invitation/${'A'.repeat(43)}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This invitation link no longer works')
    await expectAccessible(page, 'invitation no longer valid')
    await page.getByRole('link', { name: 'Send me a sign-in link' }).click()
    await expect(page).toHaveURL(/\/sign-in$/)
  })
})

test.describe('my account', () => {
  test('takes a passkey, which then signs in by itself', async ({ page, context }) => {
    await addAuthenticator(context, page)
    await signIn(page)
    await page.goto(`${viceversa.address}/account`)
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByLabel('Name of this passkey').fill('Work laptop')
    await page.getByRole('button', { name: 'Make the passkey' }).click()
    await expect(page.getByText('Work laptop', { exact: true })).toBeVisible()
    await expectAccessible(page, 'account')

    await signOut(page)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await expect(page.getByRole('button', { name: /Imogen Osei/ })).toBeVisible()
    await page.goto(`${viceversa.address}/account`)
    await page.getByRole('button', { name: 'Remove' }).click()
    await expectAccessible(page, 'account, removing a passkey')
    await page.getByRole('button', { name: 'Remove the passkey' }).click()
    await expect(page.getByText('Work laptop', { exact: true })).toBeHidden()
    await signOut(page)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await expect(page.getByRole('alert')).toContainText('This passkey could not be used')
  })

  test('takes an authenticator app, which is asked for from then on', async ({ page }) => {
    await signIn(page)
    await page.goto(`${viceversa.address}/account`)
    await page.getByRole('button', { name: 'Turn it on' }).click()
    await page.getByLabel('Your password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page.getByRole('img', { name: 'QR code for your authenticator app' })).toBeVisible()
    await expectAccessible(page, 'account, second factor')
    const codes = await page.locator('code').allTextContents()
    const secret = (codes[0] ?? '').replaceAll(' ', '')
    const backupCode = codes[1] ?? ''
    await page.getByLabel('Code the app shows now').fill(codeOf(secret))
    await page.getByRole('button', { name: 'Turn it on' }).click()
    await expect(page.getByText('The second factor is on')).toBeVisible()

    await signOut(page)
    await fillPassword(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('One more step')
    await expectAccessible(page, 'second factor')
    await page.getByLabel('Code', { exact: true }).fill('000000')
    await page.getByRole('button', { name: 'Go on' }).click()
    await expect(page.getByRole('alert')).toContainText('This code does not match')
    await page.getByRole('button', { name: 'Use a backup code' }).click()
    await page.getByLabel('Backup code').fill(backupCode)
    await page.getByRole('button', { name: 'Go on' }).click()
    await expect(page.getByRole('button', { name: /Imogen Osei/ })).toBeVisible()

    await page.goto(`${viceversa.address}/account`)
    await page.getByRole('button', { name: 'Turn it off' }).click()
    await page.getByLabel('Your password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Turn it off' }).click()
    await expect(page.getByText('The second factor is off')).toBeVisible()
  })

  test('lists where one is signed in, and ends it there', async ({ page, browser }) => {
    const elsewhere = await browser.newPage()
    await signIn(page)
    await signIn(elsewhere)
    await page.goto(`${viceversa.address}/account`)
    await page.getByRole('button', { name: 'Sign out everywhere else' }).click()
    await expect(page.getByText('Signed out everywhere else')).toBeVisible()

    await elsewhere.goto(`${viceversa.address}/account`)
    await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Good to see you again')
    await elsewhere.close()
  })

  test('keeps how one wants the screens, on every device', async ({ page, browser }) => {
    await signIn(page)
    await page.goto(`${viceversa.address}/account`)
    await page.getByRole('radio', { name: 'Dark' }).check()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await page.getByLabel('Time zone').selectOption('Asia/Tokyo')
    await expect(page.getByText('Saved')).toBeVisible()

    const elsewhere = await browser.newPage()
    for (const device of [page, elsewhere]) {
      await signIn(device)
      await expect(device.locator('html')).toHaveAttribute('data-theme', 'dark')
      await expect(device.getByLabel('Time zone')).toHaveValue('Asia/Tokyo')
    }
    await elsewhere.close()
    await page.getByRole('radio', { name: 'Match my device' }).check()
  })
})

test.describe('inside', () => {
  test('Ctrl K finds places and things to do', async ({ page }) => {
    await signIn(page)
    await page.goto(`${viceversa.address}/account`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
    await page.keyboard.type('outbox')
    await expectAccessible(page, 'search and commands')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/outbox$/)
  })
})

test.describe('a session that nobody uses', () => {
  test('asks two minutes before it ends whether to stay', async ({ page }) => {
    await page.clock.install()
    await signIn(page)
    await expect(page.getByText('This one')).toBeVisible()
    await page.clock.fastForward('13:20')
    await expect(page.getByRole('dialog', { name: 'Are you still there?' })).toBeVisible()
    await expectAccessible(page, 'session about to end')
    await page.getByRole('button', { name: 'Stay signed in' }).click()
    await expect(page.getByRole('dialog')).toBeHidden()
  })

  test('ends, and leads back to the page after signing in again', async ({ page }) => {
    await signIn(page)
    await page.context().clearCookies()
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Good to see you again')
    expect(new URL(page.url()).searchParams.get('next')).toBe('/account')
  })
})

test.describe('the sample organisation', () => {
  let sample: Viceversa
  test.beforeAll(async () => {
    sample = await startViceversa()
  })
  test.afterAll(() => sample.stop())

  test('can be looked around in from every seat, and leaves an empty house', async ({ page }) => {
    await page.goto(sample.address)
    await page.getByRole('button', { name: 'Look around a sample organisation' }).click()
    const banner = page.getByRole('region', { name: 'Sample organisation' })
    await expect(banner).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

    for (const seat of ['Mentor', 'Leader', 'Programme manager']) {
      await banner.getByRole('button', { name: 'Look as somebody else' }).click()
      await page.getByRole('menu').getByText(seat, { exact: true }).click()
      await expect(page.getByRole('navigation').getByText(seat, { exact: true }).first()).toBeVisible()
    }

    await page.context().clearCookies()
    await page.goto(sample.address)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Look around again')
    await expectAccessible(page, 'sample, at the door')
    await page.getByRole('button', { name: 'Look around', exact: true }).click()
    await expect(banner).toBeVisible()

    await banner.getByRole('button', { name: 'Leave and remove it' }).click()
    await expectAccessible(page, 'sample, leaving')
    await page.getByRole('button', { name: 'Remove the sample' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welcome to Viceversa')
  })
})

async function fillPassword(page: Page): Promise<void> {
  await page.goto(`${viceversa.address}/account`)
  await page.getByRole('button', { name: 'Sign in with a password' }).click()
  await page.getByLabel('Work e-mail').fill(EMAIL)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

async function signIn(page: Page): Promise<void> {
  await page.context().clearCookies()
  await fillPassword(page)
  await expect(page.getByRole('button', { name: /Imogen Osei/ })).toBeVisible()
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Imogen Osei/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Good to see you again')
}

async function tabTo(page: Page, name: string): Promise<void> {
  const target = page.getByRole('button', { name })
  for (let presses = 0; presses < 20; presses++) {
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reaches “${name}”.`)
}

/** A device that always knows its owner. */
async function addAuthenticator(context: BrowserContext, page: Page): Promise<void> {
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

/** What an authenticator app shows (RFC 6238). */
function codeOf(secret: string): string {
  const bits = [...secret]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [])
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = mac.readUInt8(mac.length - 1) & 0xf
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
