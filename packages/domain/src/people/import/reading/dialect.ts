export type Delimiter = ',' | ';' | '\t' | '|'

export type Dialect = {
  readonly delimiter: Delimiter
  /** Characters of Excel's `sep=;` line at the start, to be skipped. */
  readonly skip: number
}

/** In order of preference when two fit equally well. */
const candidates: readonly Delimiter[] = [',', ';', '\t', '|']

/** Rows that are looked at. */
const SAMPLE_ROWS = 200

/**
 * Which character stands between the cells: the one that occurs equally often in most rows, quoted cells aside.
 *
 * @param start - The first stretch of the text; a last row that is cut off does not matter.
 */
export function detectDialect(start: string): Dialect {
  const separatorLine = /^sep=([,;\t|])\r?\n/i.exec(start)
  if (separatorLine) return { delimiter: separatorLine[1] as Delimiter, skip: separatorLine[0].length }

  let best: Delimiter = ','
  let bestScore = 0
  for (const delimiter of candidates) {
    const score = scoreOf(countsPerRow(start, delimiter))
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return { delimiter: best, skip: 0 }
}

/** Share of rows with the commonest count, a little more for more columns; 0 when that count is none at all. */
function scoreOf(counts: readonly number[]): number {
  const rowsWith = new Map<number, number>()
  for (const count of counts) rowsWith.set(count, (rowsWith.get(count) ?? 0) + 1)

  let best = 0
  for (const [count, rows] of rowsWith) {
    if (count === 0) continue
    best = Math.max(best, rows / counts.length + Math.min(count, 50) / 1000)
  }
  return best
}

function countsPerRow(text: string, delimiter: Delimiter): number[] {
  const counts: number[] = []
  let count = 0
  let characters = 0
  let quoted = false
  for (let i = 0; i < text.length && counts.length < SAMPLE_ROWS; i++) {
    const character = text[i]!
    if (quoted) {
      if (character === '"') quoted = false
    } else if (character === '"' && (characters === 0 || text[i - 1] === delimiter || text[i - 1] === '"')) {
      quoted = true
    } else if (character === '\n' || character === '\r') {
      if (characters > 0) counts.push(count)
      count = 0
      characters = -1
    } else if (character === delimiter) {
      count++
    }
    characters++
  }
  if (characters > 0 && counts.length === 0) counts.push(count)
  return counts
}
