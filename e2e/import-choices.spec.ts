import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { startViceversa, type Viceversa } from './support/viceversa.ts'
import { setUp, signInByPassword } from './support/walk-by-request.ts'

test.describe.configure({ mode: 'serial' })

const TITLES = 520

let viceversa: Viceversa

test.beforeAll(async () => {
  viceversa = await startViceversa()
  await setUp(viceversa.address)
})
test.afterAll(() => viceversa.stop())

test('levels of five hundred job titles and the order of dates are chosen by hand, and remembered', async ({
  page,
}) => {
  await signInByPassword(page, viceversa.address)
  await expect(page.getByRole('heading', { level: 1, name: 'Directory' })).toBeVisible()
  await chooseFile(page)

  await test.step('a date of the file shows which order is assumed', async () => {
    const order = page.getByRole('group', { name: 'What “03/04/2025” means' })
    await expect(order.getByRole('radio', { name: '3 April 2025' })).toBeChecked()
    await order.getByRole('radio', { name: '4 March 2025' }).check()
  })

  await test.step('the titles stand there with their people and their level, the commonest first', async () => {
    await page.getByText('You give titles a level.').click()
    const titles = page.getByRole('list', { name: 'Job titles of the file' }).getByRole('listitem')
    await expect(titles.first()).toContainText('Nurse')
    await expect(titles.first()).toContainText('80 people')
    await expect(titles.first()).toContainText('Mostly level 3, from 2 to 3')
    await expect(page.getByText(`Rows 1 to 100 of ${TITLES}`)).toBeVisible()
  })

  await test.step('the keyboard goes from one to the next', async () => {
    await page.getByLabel('Level of Nurse', { exact: true }).fill('6')
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Level of Director', { exact: true })).toBeFocused()
    await page.keyboard.type('0')
    await expect(page.getByText('Write a whole number from 1, the top, to 99.')).toBeVisible()
    await page.getByPlaceholder('Find a job title').fill('direct')
    await expect(page.getByLabel('Level of Nurse', { exact: true })).toHaveCount(0)
    await expectAccessible(page, 'import-levels')
    await page.getByLabel('Level of Director', { exact: true }).fill('3')
    await page.getByLabel('Level of Managing director').focus()
    await page.keyboard.press('Shift+Enter')
    await expect(page.getByLabel('Level of Director', { exact: true })).toBeFocused()
    await page.getByPlaceholder('Find a job title').fill('specialist 517')
    await page.getByLabel('Level of Specialist 517').fill('9')
    await expect(page.getByText(`3 of ${TITLES} job titles have a level of their own.`)).toBeVisible()
  })

  await test.step('the dry run goes by them', async () => {
    await page.getByRole('button', { name: 'Check what would change' }).click()
    await expect(page.getByRole('heading', { level: 1, name: /people will be created/ })).toBeVisible()
    await page.getByRole('button', { name: 'Apply this import' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Apply this import' }).click()
    await expect(page.getByRole('link', { name: 'Open the directory' })).toBeVisible()
    await page.goto(`${viceversa.address}/people`)
    await page.getByPlaceholder('Name, job or e-mail').fill('Specialist 517')
    await page.getByText('Specialist 517').first().click()
    await expect(page.getByText('Level 9, counted from the top')).toBeVisible()
    await expect(page.getByText('Given to this job title when people were imported.')).toBeVisible()
    await expect(page.getByText('4 March 2025')).toBeVisible()
  })

  await test.step('the same file again is set as before and changes nothing', async () => {
    await chooseFile(page)
    await expect(page.getByRole('radio', { name: '4 March 2025' })).toBeChecked()
    await expect(page.getByText(`3 of ${TITLES} job titles have a level of their own.`)).toBeVisible()
    await page.getByRole('button', { name: 'Check what would change' }).click()
    await expect(page.getByRole('heading', { level: 1, name: /Nothing changes/ })).toBeVisible()
  })
})

async function chooseFile(page: Page): Promise<void> {
  await page.goto(`${viceversa.address}/people/imports/new`)
  await page.locator('input[type=file]').setInputFiles({
    name: 'larkmoor.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(larkmoor()),
  })
  await expect(page.getByText('Where levels come from').first()).toBeVisible()
}

/** One at the top, 4 directors, 80 nurses and 515 specialists, each with a title of their own. */
function larkmoor(): string {
  const lines = ['Employee ID,Email,First Name,Last Name,Job Title,Manager ID,Hire Date']
  const person = (number: number, title: string, manager: number | '') =>
    lines.push(
      `L${number},p${number}@larkmoor.example,Given${number},Family${number},${title},${manager === '' ? '' : `L${manager}`},03/04/2025`,
    )
  person(0, 'Managing director', '')
  for (let i = 1; i <= 4; i++) person(i, 'Director', 0)
  for (let i = 5; i < 85; i++) person(i, 'Nurse', i < 15 ? 0 : 1 + (i % 4))
  for (let i = 85; i < 85 + TITLES - 3; i++) person(i, `Specialist ${i - 84}`, 1 + (i % 4))
  return `${lines.join('\n')}\n`
}
