import { z } from 'zod'

/** Shapes that several rooms put on the wire. */

export const id = z.uuid()
/** An instant in UTC, ISO 8601. */
export const instant = z.iso.datetime({ offset: true })
/** A calendar day without zone, `2026-09-14`. */
export const day = z.iso.date()
/** An IANA zone name that this runtime knows. */
export const timeZone = z.string().refine(isTimeZone, 'Not a time zone name such as Europe/Lisbon.')
/** A BCP 47 language tag, such as `en` or `pt-BR`. */
export const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Not a language tag such as en or pt-BR.')
export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email('Not an e-mail address such as name@example.com.'))
/** Hours of the week in a person's own time zone: 0 is Monday 00:00 to 01:00, 167 Sunday 23:00 to 24:00. */
export const hoursOfWeek = z.array(z.number().int().min(0).max(167)).max(168)

/** A page of a list: give the last row's cursor back as `after` to go on. */
export const pageRequest = z.object({
  after: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export function pageOf<T extends z.ZodType>(row: T) {
  return z.object({ rows: z.array(row), total: z.number().int(), next: z.string().nullable() })
}

/** Which seat of a programme somebody sits in. */
export const participantSeat = z.enum(['mentor', 'leader'])
export type ParticipantSeat = z.infer<typeof participantSeat>
export const seat = z.enum(['mentor', 'leader', 'programme-manager', 'sponsor', 'safe-contact'])
export type Seat = z.infer<typeof seat>

/** Somebody as others see them: a name and what they do, nothing else. */
export const personCard = z.object({
  id,
  displayName: z.string(),
  givenName: z.string(),
  jobTitle: z.string().nullable(),
  department: z.string().nullable(),
  site: z.string().nullable(),
})
export type PersonCard = z.infer<typeof personCard>

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
