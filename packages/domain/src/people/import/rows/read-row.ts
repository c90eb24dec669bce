import type { ImportField, ImportProblem } from '../../contract.ts'
import { cleanText } from '../cells/clean-text.ts'
import { readDate, type WrittenDate } from '../cells/date.ts'
import { readEmail } from '../cells/email.ts'
import { isFormula } from '../cells/formula.ts'
import { readLanguage } from '../cells/language.ts'
import { type NameParts, splitName } from '../cells/name.ts'
import { meansNobody } from '../cells/nobody.ts'
import { readStatus } from '../cells/status.ts'
import { readTimeZone } from '../cells/time-zone.ts'
import type { TableRow } from '../reading/open-table.ts'
import type { LeftOutRow, Reference, StatedPerson } from './stated-person.ts'

/** Where a field stands in the file. */
export type FieldColumn = { readonly index: number; readonly header: string }
export type FieldColumns = ReadonlyMap<ImportField, FieldColumn>

export type ReadRow = {
  /** Absent when a problem leaves the row out. */
  readonly person?: StatedPerson
  readonly leftOut?: LeftOutRow
  /** A start date whose meaning the whole column decides. */
  readonly hireDate?: WrittenDate
  readonly problems: ImportProblem[]
}

/** Names, titles and the like are far shorter. */
const MOST_CHARACTERS = 500

/**
 * Reads one row as a person, or says what is wrong with it.
 *
 * What identifies a person (name, e-mail, number) must be right, or the row is left out; any other cell that cannot be
 * read is noted and stays as it was in the directory.
 */
export function readRow({ row, cells, problems: shape }: TableRow, columns: FieldColumns): ReadRow {
  const problems = shape.filter(({ column }) => column === null || isMapped(column, columns))
  const report = (kind: ImportProblem['kind'], field: ImportField, code: string, message: string) =>
    problems.push({ row, column: columns.get(field)?.header ?? null, code, message, kind })

  const text = textReader(cells, columns, (field, code, message) => report('problem', field, code, message))
  const names = nameFrom(text)
  if (!names) report('problem', nameField(columns), 'name-missing', 'This row has no name. Fill it in.')

  const writtenEmail = text('email') ?? ''
  const email = readEmail(writtenEmail)
  if (writtenEmail === '')
    report(
      'problem',
      'email',
      'email-missing',
      'This row has no work e-mail address. Fill it in: invitations go there.',
    )
  else if (!email)
    report(
      'problem',
      'email',
      'email-invalid',
      `“${writtenEmail}” is not an e-mail address. Write it like name@example.com.`,
    )

  const externalId = text('externalId') || undefined
  if (externalId && /^\d(\.\d+)?E\+\d+$/i.test(externalId)) {
    report(
      'problem',
      'externalId',
      'number-shortened',
      `A spreadsheet has shortened this number to “${externalId}”. Format the column as text and export it again.`,
    )
  }

  if (!names || !email || problems.some(({ kind }) => kind === 'problem')) {
    return { leftOut: { row, externalId, email: email ?? undefined, name: names?.displayName }, problems }
  }
  const hireDate = understood(text('hireDate'), readDate)
  if (hireDate === 'unclear')
    report(
      'note',
      'hireDate',
      'date-invalid',
      `“${text('hireDate')}” is not a date we can read. Write it like 2026-09-14.`,
    )

  const person: StatedPerson = {
    row,
    email,
    ...(externalId && { externalId }),
    ...names,
    ...optionalTexts(text),
    ...translated(text, report),
    ...(hireDate === null && { hireDate: null }),
    ...references(text, columns),
  }
  return { person, problems, ...(hireDate && hireDate !== 'unclear' && { hireDate }) }
}

/** The cleaned text of a field; `undefined` when the file has no such column. */
type ReadText = (field: ImportField) => string | undefined
type Report = (kind: ImportProblem['kind'], field: ImportField, code: string, message: string) => void

function textReader(
  cells: readonly string[],
  columns: FieldColumns,
  refuse: (field: ImportField, code: string, message: string) => void,
): ReadText {
  const texts = new Map<ImportField, string>()
  for (const [field, { index }] of columns) {
    const text = cleanText(cells[index] ?? '')
    texts.set(field, text)
    if (isFormula(text)) {
      refuse(field, 'formula', `“${shortened(text)}” is a formula. Replace it with the text it stands for.`)
    } else if (text.length > MOST_CHARACTERS) {
      refuse(
        field,
        'text-too-long',
        `“${shortened(text)}” has ${text.length.toLocaleString('en')} characters; ${MOST_CHARACTERS} is the most. Shorten it.`,
      )
    }
  }
  return (field) => texts.get(field)
}

function nameFrom(text: ReadText): NameParts | null {
  const whole = text('displayName') ? splitName(text('displayName')!) : null
  const givenName = text('givenName') || whole?.givenName || ''
  const familyName = text('familyName') || whole?.familyName || ''
  const called = text('preferredName') || givenName
  const displayName = whole?.displayName || [called, familyName].filter(Boolean).join(' ')
  return displayName === '' ? null : { givenName, familyName, displayName }
}

function nameField(columns: FieldColumns): ImportField {
  return columns.has('displayName') ? 'displayName' : columns.has('familyName') ? 'familyName' : 'givenName'
}

function optionalTexts(text: ReadText): Partial<StatedPerson> {
  const stated: Record<string, string | null> = {}
  for (const field of ['jobTitle', 'department', 'division', 'site', 'country'] as const) {
    const value = text(field)
    if (value !== undefined) stated[field] = value || null
  }
  const level = text('level')
  return { ...stated, ...(level !== undefined && { levelLabel: level || null }) }
}

/** Cells that are translated into our own words: language, time zone, status. */
function translated(text: ReadText, report: Report): Partial<StatedPerson> {
  const language = understood(text('language'), readLanguage)
  if (language === 'unclear')
    report(
      'note',
      'language',
      'language-unknown',
      `“${text('language')}” is not a language we know. Write it like “English” or “en”.`,
    )
  const timeZone = understood(text('timeZone'), readTimeZone)
  if (timeZone === 'unclear') {
    report(
      'note',
      'timeZone',
      'time-zone-unknown',
      `“${text('timeZone')}” does not name one time zone. Write it like “Europe/Lisbon”.`,
    )
  }
  const status = understood(text('status'), readStatus)
  if (status === 'unclear')
    report(
      'note',
      'status',
      'status-unknown',
      `“${text('status')}” is not a status we know. Write “active” or “left”.`,
    )

  return {
    ...(language !== undefined && language !== 'unclear' && { language }),
    ...(timeZone !== undefined && timeZone !== 'unclear' && { timeZone }),
    ...(status && status !== 'unclear' && { status }),
  }
}

/** `undefined`: no such column; `null`: blank; `'unclear'`: something nobody understands. */
function understood<T>(
  text: string | undefined,
  read: (text: string) => T | null,
): T | null | undefined | 'unclear' {
  if (text === undefined) return undefined
  return text === '' ? null : (read(text) ?? 'unclear')
}

function references(text: ReadText, columns: FieldColumns): Partial<StatedPerson> {
  const manager = managerFrom(text, columns)
  const matrixManager = byNumber('matrixManagerId', text, columns)
  const hrContact = byNumber('hrContactId', text, columns)
  return {
    ...(manager !== undefined && { manager }),
    ...(matrixManager !== undefined && { matrixManager }),
    ...(hrContact !== undefined && { hrContact }),
  }
}

function managerFrom(text: ReadText, columns: FieldColumns): Reference | null | undefined {
  const ways = [
    { field: 'managerId', by: 'externalId' },
    { field: 'managerEmail', by: 'email' },
    { field: 'managerName', by: 'name' },
  ] as const
  const stated = ways.filter(({ field }) => columns.has(field))
  if (stated.length === 0) return undefined

  for (const { field, by } of stated) {
    const value = text(field)!
    if (meansNobody(value)) continue
    return { by, value: by === 'email' ? value.toLowerCase() : value, column: columns.get(field)!.header }
  }
  return null
}

/** A second manager or HR contact: by e-mail where the cell holds one. */
function byNumber(
  field: 'matrixManagerId' | 'hrContactId',
  text: ReadText,
  columns: FieldColumns,
): Reference | null | undefined {
  const value = text(field)
  if (value === undefined) return undefined
  if (meansNobody(value)) return null
  const email = readEmail(value)
  return { by: email ? 'email' : 'externalId', value: email ?? value, column: columns.get(field)!.header }
}

function isMapped(header: string, columns: FieldColumns): boolean {
  return [...columns.values()].some((column) => column.header === header)
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
