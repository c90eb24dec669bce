import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../support/accessible.ts'
import { servePatternPage } from './pattern-page.ts'

let patterns: Awaited<ReturnType<typeof servePatternPage>>
let complaints: string[]

test.beforeAll(async () => {
  patterns = await servePatternPage()
})
test.afterAll(() => patterns.close())

test.beforeEach(async ({ page }) => {
  complaints = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('request', (request) => {
    if (!request.url().startsWith('http://127.0.0.1:')) complaints.push(`asked ${request.url()}`)
  })
})

/** Under the server's policy the browser reports every refused style, script and request as an error. */
test.afterEach(() => expect(complaints).toEqual([]))

test.describe('the kit', () => {
  for (const frame of ['', 'shell', 'studio', 'sign-in', 'wizard']) {
    test(`has no fault that axe can see, in both themes and at two widths: ${frame || 'components'}`, async ({
      page,
    }) => {
      await page.goto(`${patterns.address}#${frame}`)
      await expectAccessible(page, `kit ${frame}`)
    })
  }

  test('writes no style element', async ({ page }) => {
    await page.goto(patterns.address)
    await page.getByRole('button', { name: 'Consequence' }).click()
    await expect(page.getByRole('alertdialog')).toBeVisible()
    expect(await page.locator('style').count()).toBe(0)
  })

  test('reflows at 320 px', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(patterns.address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  })
})

test.describe('a dialog', () => {
  test('starts on its question, closes on Escape and gives focus back', async ({ page }) => {
    await page.goto(patterns.address)
    await page.getByRole('button', { name: 'Consequence' }).click()
    await expect(page.getByRole('heading', { name: 'Propose 22 pairs to 44 people?' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('alertdialog')).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Consequence' })).toBeFocused()
  })

  test('wants the name typed before something irreversible', async ({ page }) => {
    await page.goto(patterns.address)
    await page.getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('button', { name: 'Delete the programme' }).click()
    await expect(page.getByText('This is not the name of the programme.')).toBeVisible()
    await page.getByLabel('Type the programme’s name').fill('Fresh Eyes 2026')
    await page.getByRole('button', { name: 'Delete the programme' }).click()
    await expect(page.getByRole('alertdialog')).toHaveCount(0)
  })
})

test.describe('a menu', () => {
  test('is steered with the keyboard and gives focus back', async ({ page }) => {
    await page.goto(patterns.address)
    const opener = page.getByRole('button', { name: 'More: pause, end' })
    await opener.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menuitemradio', { name: 'Light' })).toBeFocused()
    await page.keyboard.press('p')
    await expect(page.getByRole('menuitem', { name: /^People/ })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(opener).toBeFocused()
  })
})

test.describe('a list of ten thousand', () => {
  const grid = (page: Page) => page.getByRole('grid', { name: 'People' })

  test('draws a few dozen rows and says how many there are', async ({ page }) => {
    await page.goto(patterns.address)
    await expect(grid(page)).toHaveAttribute('aria-rowcount', '10001')
    expect(await grid(page).getByRole('row').count()).toBeLessThan(40)
  })

  test('moves focus to the last row and back, and selects with Space', async ({ page }) => {
    await page.goto(patterns.address)
    await grid(page).locator('[aria-rowindex="2"]').focus()
    await page.keyboard.press('End')
    await expect(grid(page).locator('[aria-rowindex="10001"]')).toBeFocused()
    await page.keyboard.press('Space')
    await expect(page.getByText('3 selected.')).toBeVisible()
    await page.keyboard.press('Home')
    await expect(grid(page).locator('[aria-rowindex="2"]')).toBeFocused()
  })
})

test.describe('free hours', () => {
  const cell = (page: Page, name: string) => page.getByRole('gridcell', { name, exact: false })

  test('are painted by dragging and said in words', async ({ page }) => {
    await page.goto(patterns.address)
    await page.getByRole('button', { name: 'Clear', exact: true }).click()
    await cell(page, 'Saturday 10:00').hover()
    await page.mouse.down()
    await cell(page, 'Sunday 12:00').hover()
    await page.mouse.up()
    await expect(page.getByText('Sat to Sun 10:00–13:00.')).toBeVisible()
  })

  test('are painted with the keyboard too', async ({ page }) => {
    await page.goto(patterns.address)
    await page.getByRole('button', { name: 'Clear', exact: true }).click()
    await cell(page, 'Monday 09:00').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowRight')
    await expect(page.getByText('Mon 09:00–11:00; Tue 10:00–11:00.')).toBeVisible()
    await expect(cell(page, 'Tuesday 10:00')).toBeFocused()
  })
})

test.describe('one of many', () => {
  test('is found without accents and chosen with Enter', async ({ page }) => {
    await page.goto(patterns.address)
    const field = page.getByRole('combobox', { name: 'Safe contact' })
    await field.fill('oisin')
    await field.press('Enter')
    await expect(field).toHaveValue('Oisín Mulqueen 6')
  })
})

test.describe('a date', () => {
  test('is typed the way the person writes it and shown written out', async ({ page }) => {
    await page.goto(patterns.address)
    const field = page.getByLabel('Kick-off')
    await field.fill('3/4/27')
    await field.blur()
    await expect(field).toHaveValue('3 April 2027')
  })
})
