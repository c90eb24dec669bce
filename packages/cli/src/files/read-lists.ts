import { normaliseHeader } from '@viceversa/domain/people/import/columns/normalise-header.ts'
import type { Delimiter } from '@viceversa/domain/people/import/reading/dialect.ts'
import { openRows } from '@viceversa/domain/people/import/reading/open-table.ts'
import type { RawRecord } from '@viceversa/domain/people/import/reading/records.ts'
import { type FileProblem, wrongFile } from '../failure.ts'
import type { WhoIs } from './people-by-name.ts'
import { bytesOf, calledInMessages, cannotRead } from './read-bytes.ts'

/** Two people that a row names, in the order of the columns asked for. */
export type NamedPair = { readonly row: number; readonly ids: readonly [string, string] }

const CURE = 'Write a personnel number or an e-mail address of the people file.'

/**
 * Reads a list of people: one column of personnel numbers or e-mail addresses, with or without a title. Of several columns
 * the one in which most cells name somebody.
 *
 * @throws {@link Failure} for somebody nobody knows, and for somebody named twice.
 */
export async function readPeopleList(
  path: string,
  whoIs: WhoIs,
  delimiter?: Delimiter,
): Promise<Set<string>> {
  const file = calledInMessages(path)
  const rows = await rowsOf(path, delimiter)
  const index = columnThatNamesMost(rows, whoIs)
  const { titles, data } = withoutTitles(rows, ({ cells }) => whoIs(cells[index] ?? '') !== undefined)

  const rowOf = new Map<string, number>()
  const problems: FileProblem[] = []
  for (const { row, cells } of data) {
    const cell = cells[index]?.trim() ?? ''
    const at = { file, row, column: titles?.[index] ?? null }
    const id = whoIs(cell)?.id
    const before = id === undefined ? undefined : rowOf.get(id)
    if (id === undefined) problems.push({ ...at, message: nobody(cell) })
    else if (before !== undefined)
      problems.push({
        ...at,
        message: `“${cell}” also stands in row ${before}. Take one of the two rows out.`,
      })
    else rowOf.set(id, row)
  }
  if (problems.length > 0) throw wrongFile(...problems)
  return new Set(rowOf.keys())
}

/**
 * Reads a list of pairs: two columns, found by their titles where it has any, else the first two.
 *
 * @param seats - Titles of the two columns that a list with titles may have, each with the words for it.
 * @throws {@link Failure} for somebody nobody knows, and for a pair of one person.
 */
export async function readPairsList(
  path: string,
  whoIs: WhoIs,
  seats: readonly [readonly string[], readonly string[]],
  delimiter?: Delimiter,
): Promise<NamedPair[]> {
  const file = calledInMessages(path)
  const rows = await rowsOf(path, delimiter)
  const { titles, data } = withoutTitles(rows, ({ cells }) => cells.some((cell) => whoIs(cell) !== undefined))
  const [first, second] = seats.map((words, place) => columnOf(words, titles) ?? place) as [number, number]

  const problems: FileProblem[] = []
  const pairs = data.flatMap(({ row, cells }): NamedPair[] => {
    const named = [first, second].map((index) => {
      const cell = cells[index]?.trim() ?? ''
      const id = whoIs(cell)?.id
      if (id === undefined)
        problems.push({ file, row, column: titles?.[index] ?? `${index + 1}`, message: nobody(cell) })
      return id
    })
    const [one, other] = named
    if (one === undefined || other === undefined) return []
    if (one !== other) return [{ row, ids: [one, other] }]
    problems.push({ file, row, message: 'Both columns name the same person. Name two people.' })
    return []
  })
  if (problems.length > 0) throw wrongFile(...problems)
  return pairs
}

async function rowsOf(path: string, delimiter?: Delimiter): Promise<RawRecord[]> {
  try {
    const { rows } = await openRows(bytesOf(path), delimiter)
    const all: RawRecord[] = []
    for await (const batch of rows) all.push(...batch)
    return all.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  } catch (error) {
    throw cannotRead(path, error)
  }
}

/** A first row that names nobody is titles. */
function withoutTitles(rows: readonly RawRecord[], namesSomebody: (row: RawRecord) => boolean) {
  const [first, ...rest] = rows
  if (!first || namesSomebody(first) || rest.length === 0) return { titles: null, data: rows }
  return { titles: first.cells.map((cell) => cell.trim()), data: rest }
}

function columnThatNamesMost(rows: readonly RawRecord[], whoIs: WhoIs): number {
  let best = 0
  let most = 0
  const width = Math.max(0, ...rows.slice(0, 200).map(({ cells }) => cells.length))
  for (let index = 0; index < width; index++) {
    const named = rows.filter(({ cells }) => whoIs(cells[index] ?? '') !== undefined).length
    if (named > most) [best, most] = [index, named]
  }
  return best
}

function columnOf(words: readonly string[], titles: readonly string[] | null): number | undefined {
  const index = titles?.findIndex((title) => words.includes(normaliseHeader(title))) ?? -1
  return index === -1 ? undefined : index
}

function nobody(cell: string): string {
  return cell === '' ? `This cell names nobody. ${CURE}` : `“${cell}” is nobody we know. ${CURE}`
}
