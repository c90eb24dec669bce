import type { ReactNode } from 'react'

export type Toast = {
  id: string
  message: ReactNode
  tone: 'neutral' | 'positive' | 'critical'
  /** Keeps the toast until it is dismissed, because something can be done with it. */
  action?: { label: string; onPress: () => void } | undefined
  /** When the action stops being possible (ms since 1970): the toast counts down and then goes. */
  until?: number | undefined
}

const SECONDS_TO_READ = 6
let toasts: readonly Toast[] = []
const listeners = new Set<() => void>()

/** Tells that something is done, at the edge of the screen. With an action it stays; without one it goes after six seconds. */
export function toast(message: ReactNode, options: Partial<Omit<Toast, 'id' | 'message'>> = {}): string {
  const id = crypto.randomUUID()
  change([...toasts, { id, message, tone: 'neutral', ...options }])
  if (options.until !== undefined) setTimeout(() => dismissToast(id), options.until - Date.now())
  else if (!options.action) setTimeout(() => dismissToast(id), SECONDS_TO_READ * 1000)
  return id
}

export function dismissToast(id: string): void {
  if (toasts.some((each) => each.id === id)) change(toasts.filter((each) => each.id !== id))
}

/** For `ToastRegion`: what is shown now, and a way to hear of changes. */
export const toastStore = {
  current: () => toasts,
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

function change(next: readonly Toast[]) {
  toasts = next
  for (const listener of listeners) listener()
}
