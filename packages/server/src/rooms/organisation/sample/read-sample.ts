import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'csv-parse/sync'

const folder = resolve(import.meta.dirname, '../../../../../../content/en/sample')

/** Somebody of the invented organisation, as its HR export has them. */
export type SamplePerson = {
  readonly externalId: string
  readonly givenName: string
  readonly familyName: string
  readonly email: string
  readonly jobTitle: string
  readonly department: string
  readonly site: string
  readonly country: string
  readonly timeZone: string
  readonly managerExternalId: string | null
}

/** What a participant answered. */
export type SampleParticipant = {
  readonly externalId: string
  readonly seat: 'mentor' | 'leader'
  readonly offers: readonly string[]
  readonly wants: readonly string[]
  readonly workStyle: readonly string[]
  readonly interests: readonly string[]
  readonly languages: readonly string[]
  /** Hours of the week, 0 is Monday 00:00 to 01:00. */
  readonly availability: readonly number[]
}

/** Managers stand before the people who report to them. */
export function readSamplePeople(): SamplePerson[] {
  return rows('people.csv').map((row) => ({
    externalId: cell(row, 'Employee ID'),
    givenName: cell(row, 'First name'),
    familyName: cell(row, 'Last name'),
    email: cell(row, 'Work email'),
    jobTitle: cell(row, 'Job title'),
    department: cell(row, 'Department'),
    site: cell(row, 'Site'),
    country: cell(row, 'Country'),
    timeZone: cell(row, 'Time zone'),
    managerExternalId: row['Manager ID'] || null,
  }))
}

export function readSampleParticipants(): SampleParticipant[] {
  return rows('participants.csv').map((row) => ({
    externalId: cell(row, 'Employee ID'),
    seat: cell(row, 'Seat') === 'leader' ? 'leader' : 'mentor',
    offers: words(row, 'Offers'),
    wants: words(row, 'Wants'),
    workStyle: words(row, 'Work style'),
    interests: words(row, 'Interests'),
    languages: words(row, 'Languages'),
    availability: hoursOf(cell(row, 'Hours')),
  }))
}

/** `Mon 9-12; Thu 13-17` as hours of the week. */
export function hoursOf(text: string): number[] {
  const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
  return text.split(';').flatMap((stretch) => {
    const [, day = '', from, to] = stretch.trim().match(/^(\w{3}) (\d+)-(\d+)$/) ?? []
    if (!days.includes(day)) throw new Error(`"${stretch}" is not a stretch such as "Mon 9-12".`)
    return hoursBetween(days.indexOf(day) * 24, Number(from), Number(to))
  })
}

function hoursBetween(midnight: number, from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, hour) => midnight + from + hour)
}

function rows(file: string): Record<string, string>[] {
  return parse(readFileSync(join(folder, file)), { columns: true })
}

function cell(row: Record<string, string>, column: string): string {
  const value = row[column]
  if (!value) throw new Error(`The sample organisation has an empty "${column}".`)
  return value
}

function words(row: Record<string, string>, column: string): string[] {
  return cell(row, column).split(' ')
}
