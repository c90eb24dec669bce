import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Every way a screen is looked at: light and dark, at a desk and on a phone. */
const looks = [
  { theme: 'light', width: 1440, height: 900 },
  { theme: 'dark', width: 1440, height: 900 },
  { theme: 'light', width: 390, height: 844 },
  { theme: 'dark', width: 390, height: 844 },
] as const

/**
 * Promises that the screen, as it stands, has no fault that axe can see and does not scroll sideways, in every look.
 * Leaves the page at the desk, in the light.
 */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  // A page that still loads has no heading yet.
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  for (const { theme, width, height } of looks) {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme: theme })
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    // Colours fade from one theme to the other; axe must see where they arrive.
    await page.evaluate(() =>
      Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))),
    )
    const where = `${screen}, ${theme}, ${width} px`
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    expect(
      violations.map(({ id, nodes }) => ({ where, id, at: nodes.map(({ html }) => html.slice(0, 200)) })),
    ).toEqual([])
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(sideways, `${where}: pixels wider than the window`).toBeLessThanOrEqual(0)
    if (process.env.VICEVERSA_SCREENSHOTS) {
      const name = `${screen}-${theme}-${width}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
      await page.screenshot({ path: `${process.env.VICEVERSA_SCREENSHOTS}/${name}.png`, fullPage: true })
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
}
