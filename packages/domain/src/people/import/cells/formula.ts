/**
 * Whether a cell is a formula that a spreadsheet would carry out, rather than a number or a name.
 *
 * `=HYPERLINK(…)`, `=A1+B2`, `+cmd|' /C calc'!A0`, `@SUM(1+1)` are; `-Ana`, `=Lee`, `-5`, `+49 30 123456`, `@home`
 * are not.
 */
export function isFormula(text: string): boolean {
  const start = /^[\s'"]*[=+\-@＝＋－＠]/u.exec(text)
  if (!start) return false
  const rest = text.slice(start[0].length).trim()
  return (
    // A function call.
    /^[-+]?[\p{L}_][\p{L}\p{N}._]*\s*\(/u.test(rest) ||
    // Dynamic data exchange, or a reference to another sheet.
    /[|!]/.test(rest) ||
    // A reference to a cell, alone or in a sum. Three letters at most, and then a row.
    /^\$?[A-Z]{1,3}\$?\d+\b/.test(rest) ||
    // Sums of numbers. A telephone number has no such signs between its digits, or nothing but hyphens.
    (/^=/.test(start[0].trim()) && /^[\d.,]+\s*[-+*/^&]/.test(rest)) ||
    /^[\d.,]+\s*[+*/^&]\s*[\d(]/.test(rest)
  )
}

/** Takes off `="00123"`, which some systems write around a number so that Excel keeps its zeros. */
export function withoutTextGuard(text: string): string {
  return /^="([^"]*)"$/.exec(text)?.[1] ?? text
}
