import type { AppContext } from './app-env.ts'

/**
 * The network address a request came from, as far as it can be believed.
 *
 * @param trustedProxies - How many proxies of our own stand in front. Each appends whom it heard from to
 *   X-Forwarded-For, so the last `trustedProxies` entries are true and everything before them is the client's word.
 */
export function clientAddress(c: AppContext, trustedProxies: number): string {
  const peer = c.env?.incoming?.socket.remoteAddress ?? 'unknown'
  if (trustedProxies === 0) return peer
  const heard = (c.req.header('x-forwarded-for') ?? '').split(',').flatMap((entry) => entry.trim() || [])
  return heard.at(-trustedProxies) ?? heard[0] ?? peer
}

/** One household for a limit: a network hands a whole /64 of IPv6 to one customer. */
export function neighbourhoodOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address
  const [head = '', tail] = address.split('::')
  const front = head.split(':').filter(Boolean)
  if (tail === undefined) return front.slice(0, 4).join(':')
  const back = tail.split(':').filter(Boolean)
  const zeros = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0')
  return [...front, ...zeros, ...back].slice(0, 4).join(':')
}
