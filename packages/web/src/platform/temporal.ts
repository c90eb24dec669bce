import type { Temporal as Polyfill } from 'temporal-polyfill'

/**
 * What the browser sees in place of `temporal-polyfill`: its own Temporal, and the polyfill's 18 KB only where it has
 * none. Awaited here, so that whoever imports it finds it ready.
 */
const here = globalThis as { Temporal?: typeof Polyfill }
if (!here.Temporal) await import('temporal-polyfill/global')

export const Temporal = here.Temporal as typeof Polyfill
