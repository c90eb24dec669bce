/** A cell that some spreadsheet would carry out: a formula sign first, after any blanks or apostrophes, or a control sign. */
const DANGEROUS = /^(?:[\s']*[=+\-@＝＋－＠]|'*[\t\r\n])/u

/**
 * Makes a cell safe to open in a spreadsheet: one apostrophe goes before anything that could be a formula.
 *
 * Nothing is lost: {@link restored} takes exactly that apostrophe off again, so names such as `-Ana`, `=Lee`, `'t Hooft`
 * and `'=x` come back as they were.
 */
export function neutralised(cell: string): string {
  return DANGEROUS.test(cell) ? `'${cell}` : cell
}

/** The cell that {@link neutralised} was given. */
export function restored(cell: string): string {
  return cell.startsWith("'") && DANGEROUS.test(cell.slice(1)) ? cell.slice(1) : cell
}
