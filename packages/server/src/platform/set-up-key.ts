import { createHmac, timingSafeEqual } from 'node:crypto'
import type { RunningConfig } from '../config.ts'
import { isLoopback } from './http/loopback.ts'

/**
 * Whether the first start asks for the key that the console printed: when anybody but this very machine may reach the
 * server, the first visitor need not be its owner.
 */
export function isSetUpKeyNeeded(config: RunningConfig): boolean {
  return !isLoopback(config.host) || !isLoopback(new URL(config.address).hostname)
}

/** The key, the same on every node and at every start: 20 characters that nobody without the secret can guess. */
export function setUpKey(config: RunningConfig): string {
  const letters = createHmac('sha256', config.secret).update('set-up key').digest('hex').slice(0, 20)
  return letters.replace(/(.{5})(?=.)/g, '$1-')
}

export function isSetUpKey(config: RunningConfig, given: string): boolean {
  const right = createHmac('sha256', config.secret).update(setUpKey(config)).digest()
  return timingSafeEqual(right, createHmac('sha256', config.secret).update(given.trim()).digest())
}
