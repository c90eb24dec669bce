import { comparableValue } from '@viceversa/domain/people/comparable-value.ts'

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>='

/** One comparison of a column with a value, or with one of several. */
export type Comparison = {
  readonly column: string
  readonly operator: Operator
  readonly values: readonly string[]
}

const COMPARISON = /^([^<>=!]+?)\s*(<=|>=|!=|=|<|>)\s*(.*)$/s

/** Whether a text is a condition such as `role=mentor` rather than the name of a file. */
export function isCondition(text: string): boolean {
  return /[<>=]/.test(text)
}

/**
 * Reads `department=IT|Sales and level>=4`: comparisons that must all hold, values of which one must.
 *
 * @returns `null` when it is no condition.
 */
export function readCondition(text: string): Comparison[] | null {
  const comparisons = text.split(/\s+and(?:\s+|$)|&/i).map((part): Comparison | null => {
    const [, column, operator, value = ''] = COMPARISON.exec(part.trim()) ?? []
    if (!column || !operator) return null
    const values = value.split('|').map((each) => each.trim())
    const ordered = operator.includes('<') || operator.includes('>')
    if (ordered && (values.length > 1 || numberIn(values[0]!) === null)) return null
    return { column: column.trim(), operator: operator as Operator, values }
  })
  return comparisons.every((each) => each !== null) ? comparisons : null
}

/** Whether a cell passes. Words are compared without capitals, and numbers as numbers; a blank is neither small nor large. */
export function holds({ operator, values }: Pick<Comparison, 'operator' | 'values'>, cell: string): boolean {
  if (operator === '=') return values.some((value) => isSame(value, cell))
  if (operator === '!=') return !values.some((value) => isSame(value, cell))
  const [one, other] = [numberIn(cell), numberIn(values[0]!)!]
  if (one === null) return false
  if (operator === '<') return one < other
  if (operator === '<=') return one <= other
  if (operator === '>') return one > other
  return one >= other
}

function isSame(value: string, cell: string): boolean {
  if (comparableValue(value) === comparableValue(cell)) return true
  const [one, other] = [numberIn(value), numberIn(cell)]
  return one !== null && one === other
}

function numberIn(text: string): number | null {
  return /^[-+]?\d+([.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : null
}
