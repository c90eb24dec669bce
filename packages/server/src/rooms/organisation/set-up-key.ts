import { createHmac, timingSafeEqual } from 'node:crypto'
import type { RunningConfig } from '../../config.ts'
import { isLoopback } from '../../platform/http/loopback.ts'
import { ProblemError } from '../../platform/http/problem.ts'

/**
 * The key that whoever makes the first start has to show, because the first comer becomes the administrator. Printed
 * on the console and nowhere else. It follows from the installation's secret, so all nodes and restarts have the same.
 *
 * @returns Undefined when only this machine can reach the server, where seeing the page is proof enough.
 */
export function setUpKey(config: RunningConfig): string | undefined {
  if (!isReachableFromOutside(config)) return undefined
  const characters = [...createHmac('sha256', config.secret).update('set-up key').digest()]
    .map((byte) => ALPHABET[byte % ALPHABET.length])
    .slice(0, 20)
    .join('')
  return characters.replaceAll(/.{5}(?!$)/g, '$&-')
}

/** Letters and digits that nobody mistakes for each other: 32 of them, so every byte is equally likely. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** @throws ProblemError `set-up-key-wrong` when a key is needed and this is not it. */
export function expectSetUpKey(config: RunningConfig, given: string | undefined): void {
  const key = setUpKey(config)
  if (key === undefined || (given !== undefined && isSame(plain(given), plain(key)))) return
  throw new ProblemError(
    'set-up-key-wrong',
    'The key stands on the console where Viceversa was started. Ask whoever runs the server.',
  )
}

function isReachableFromOutside({ host, address, trustedProxies }: RunningConfig): boolean {
  return !isLoopback(host) || trustedProxies > 0 || !isLoopback(new URL(address).hostname)
}

function isSame(given: string, key: string): boolean {
  return given.length === key.length && timingSafeEqual(Buffer.from(given), Buffer.from(key))
}

function plain(key: string): string {
  return key.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
}
