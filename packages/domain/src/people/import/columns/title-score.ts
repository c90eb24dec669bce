import type { ImportField } from '../../contract.ts'
import { headerWords } from './header-words.ts'

/**
 * How much a column's title speaks for a field: 1 for a usual title, 0.7 for a possible one, less when more words stand
 * around it, 0 when nothing does.
 *
 * @param title - Normalised title.
 */
export function titleScore(title: string, field: ImportField): number {
  const words = headerWords[field]
  if (!words || isAboutAnEnd(title)) return 0
  return Math.max(bestOf(title, words.usual, 1), bestOf(title, words.possible, 0.7))
}

function bestOf(title: string, phrases: readonly string[], worth: number): number {
  const padded = ` ${title} `
  const compact = title.replaceAll(' ', '')
  const titleWords = title.split(' ').length
  let best = 0
  for (const phrase of phrases) {
    if (compact === phrase.replaceAll(' ', '')) return worth
    // A single short word inside a longer title ("name" in "cost centre name") says too little.
    if (phrase.length > 3 && padded.includes(` ${phrase} `)) {
      best = Math.max(best, worth * 0.8 * Math.sqrt(phrase.split(' ').length / titleWords))
    }
  }
  return best
}

/** Dates and reasons of leaving, which have no place in the directory. */
function isAboutAnEnd(title: string): boolean {
  return /\b(termination|terminated|end|exit|leaving|last day|austritt|austrittsdatum|kundigung|sortie|baja|probation)\b/.test(
    title,
  )
}
