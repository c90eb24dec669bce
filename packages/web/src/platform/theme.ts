import { useSyncExternalStore } from 'react'

/** What the person chose; `auto` follows the device. */
export type ThemeChoice = 'light' | 'dark' | 'auto'

const STORAGE_KEY = 'viceversa.theme'
const listeners = new Set<() => void>()

/** Keeps `data-theme` on `<html>` true while the device's own setting changes. Call once, before rendering. */
export function followDeviceTheme(): void {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', applyTheme)
  // Another window of the same person may have chosen.
  addEventListener('storage', (event) => event.key === STORAGE_KEY && applyTheme())
}

export function chooseTheme(choice: ThemeChoice): void {
  try {
    localStorage.setItem(STORAGE_KEY, choice)
  } catch {
    // Storage may be forbidden; the choice then lasts until the page is closed.
  }
  chosen = choice
  applyTheme()
}

/** The person's choice and a way to change it. */
export function useThemeChoice(): [ThemeChoice, (choice: ThemeChoice) => void] {
  return [useSyncExternalStore(subscribe, themeChoice), chooseTheme]
}

let chosen: ThemeChoice | undefined

function themeChoice(): ThemeChoice {
  try {
    const stored = localStorage.getItem(STORAGE_KEY)
    if (stored === 'light' || stored === 'dark' || stored === 'auto') return stored
  } catch {
    // As above.
  }
  return chosen ?? 'auto'
}

function applyTheme(): void {
  const choice = themeChoice()
  const dark = choice === 'dark' || (choice === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
