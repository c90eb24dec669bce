import { expect, test } from '@playwright/test'
import { startViceversa, type Viceversa } from './support/viceversa.ts'

/** What the signed-in home may send of scripts, compressed, on a first visit; headers are not counted. */
const SCRIPT_KILOBYTES = 165

let viceversa: Viceversa
test.beforeAll(async () => {
  viceversa = await startViceversa()
})
test.afterAll(() => viceversa.stop())

test('the signed-in home sends at most 165 KB of scripts', async ({ page }) => {
  await page.goto(viceversa.address)
  const entered = await page.request.post(`${viceversa.address}/api/sample-organisation`, {
    data: {},
    headers: { origin: viceversa.address, 'sec-fetch-site': 'same-origin' },
    // Filling the sample takes its time on a slow machine; its size is what is asked here.
    timeout: 120_000,
  })
  expect(entered.ok()).toBe(true)

  // What the welcome page left in the cache counts as well: a body has its size wherever it came from.
  await page.goto(viceversa.address, { waitUntil: 'networkidle' })
  await expect(page).not.toHaveURL(/welcome|sign-in/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

  const scripts = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
      .map(({ name, encodedBodySize }) => ({ file: new URL(name).pathname, bytes: encodedBodySize })),
  )
  expect(scripts.filter(({ bytes }) => bytes === 0)).toEqual([])
  expect(scripts.length).toBeGreaterThan(1)
  const kilobytes = scripts.reduce((sum, { bytes }) => sum + bytes, 0) / 1000
  const list = scripts.map(({ file, bytes }) => `${file} ${bytes}`).join('\n')
  expect(kilobytes, `${kilobytes.toFixed(1)} KB in ${scripts.length} files:\n${list}`).toBeLessThanOrEqual(
    SCRIPT_KILOBYTES,
  )
  test.info().annotations.push({ type: 'scripts', description: `${kilobytes.toFixed(1)} KB` })
})
