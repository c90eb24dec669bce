import { useEffect, useRef } from 'react'

const STORAGE_KEY = 'viceversa.single-key-shortcuts'

/**
 * Runs something on a key. `mod+k` means Ctrl K, or Command K on a Mac. Single keys (`?`) are silent while the person
 * types, and can be turned off: they disturb people who steer by voice (WCAG 2.1.4).
 */
export function useShortcut(keys: string, run: (() => void) | undefined): void {
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    function pressed(event: KeyboardEvent) {
      if (!latest.current || event.defaultPrevented || !matches(keys, event)) return
      if (!keys.startsWith('mod+') && (isTyping(event.target) || !singleKeyShortcuts())) return
      event.preventDefault()
      latest.current()
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [keys])
}

export function singleKeyShortcuts(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) !== 'off'
  } catch {
    return true
  }
}

export function setSingleKeyShortcuts(on: boolean): void {
  try {
    localStorage.setItem(STORAGE_KEY, on ? 'on' : 'off')
  } catch {
    // Without storage the default stays.
  }
}

function matches(keys: string, event: KeyboardEvent): boolean {
  const wantsModifier = keys.startsWith('mod+')
  const key = wantsModifier ? keys.slice('mod+'.length) : keys
  const hasModifier = event.ctrlKey || event.metaKey
  return event.key.toLowerCase() === key && hasModifier === wantsModifier && !event.altKey
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}
