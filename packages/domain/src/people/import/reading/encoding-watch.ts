import { damageOf } from './damaged-text.ts'
import { UnreadableFileError } from './unreadable-file-error.ts'

/** From this share of rows on, damaged letters are the file's fault and not a row's. */
const WIDESPREAD = 0.01

const CURE = 'Export it again as CSV UTF-8 (in Excel: File, Save as, CSV UTF-8).'

/** Notices cells whose letters were lost or garbled, and says whether single rows or the whole file are affected. */
export class EncodingWatch {
  #damagedRows = 0
  #first: { row: number; column: string; text: string } | undefined

  /** What is wrong with a cell's letters and how to mend it, or `null`. */
  look(text: string, row: number, column: string): string | null {
    const damage = damageOf(text)
    if (!damage) return null

    this.#damagedRows++
    const shown = text.length > 40 ? `${text.slice(0, 39)}…` : text
    this.#first ??= { row, column, text: shown }
    if (damage.kind === 'lost')
      return `Some letters of “${shown}” are lost. Type them again, and save the file as CSV UTF-8.`
    return `“${shown}” is garbled; it probably reads “${damage.original}”. Correct it, and save the file as CSV UTF-8.`
  }

  /** @throws {@link UnreadableFileError} `wrong-encoding` when a good part of the rows is affected. */
  refuseIfWidespread(rows: number): void {
    if (!this.#first || this.#damagedRows < rows * WIDESPREAD) return
    const { row, column, text } = this.#first
    throw new UnreadableFileError(
      'wrong-encoding',
      `Row ${row}, column “${column}”, reads “${text}”, so the file was saved in the wrong encoding. ${CURE}`,
    )
  }
}
