import { restored } from '../neutralise.ts'
import { withoutTextGuard } from './formula.ts'

/** Spaces, tabs, line breaks, and the marks that copy and paste leaves behind. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f\u200b\u2060\ufeff]/g

/**
 * A cell as it is kept: composed letters (NFC), no invisible marks, single spaces, nothing at either end.
 *
 * An apostrophe that our own download put before a cell is taken off again.
 */
export function cleanText(cell: string): string {
  return withoutTextGuard(restored(cell)).normalize('NFC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim()
}
