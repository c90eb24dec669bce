import type { Clock } from '../platform/clock.ts'

export type SettableClock = Clock & {
  set(instant: string | Date): void
  /** Moves the clock on. */
  pass(span: { days?: number; hours?: number; minutes?: number; seconds?: number }): void
}

/** A clock that stands still until a test moves it. */
export function settableClock(start: string): SettableClock {
  let now = new Date(start)
  return {
    now: () => new Date(now),
    set(instant) {
      now = new Date(instant)
    },
    pass({ days = 0, hours = 0, minutes = 0, seconds = 0 }) {
      now = new Date(now.getTime() + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000)
    },
  }
}
