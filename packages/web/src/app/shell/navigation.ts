import type { IconType } from '../../ui/icon.ts'

/** A destination of the seat a person sits in. */
export type NavItem = {
  key: string
  label: string
  icon: IconType
  href: string
  /** How many there are; quiet. */
  count?: number | undefined
  /** What is late, in words ("2 late"); loud. */
  late?: string | undefined
  /** Outlined, to be found at once: contact in confidence. */
  outlined?: boolean | undefined
}

export type Navigation = {
  /** Names the landmark: "Programme". */
  label: string
  main: readonly NavItem[]
  /** Below the line: settings, help. */
  secondary: readonly NavItem[]
  /** Contact in confidence: outlined in the side bar, a lifebuoy in the mobile top bar. */
  confidence?: NavItem | undefined
  /** Keys of the (at most five) destinations of the mobile tab bar; the others go under More. */
  tabs: readonly string[]
}

/**
 * The destination one is at: the longest address that the path lies under.
 *
 * @param path - Pathname such as `/programmes/7/pairs/12`.
 */
export function currentDestination(items: readonly NavItem[], path: string): string | undefined {
  const around = items.filter(
    ({ href }) => path === href || path.startsWith(href === '/' ? '//' : `${href}/`),
  )
  return around.toSorted((a, b) => b.href.length - a.href.length)[0]?.key
}
