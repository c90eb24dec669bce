import type { FieldAudience } from './contract.ts'

/**
 * Who can read each thing that taking part makes known. The consent screen and every audience line are written from this
 * table, and a test of the server compares it with what row-level security lets each role read.
 *
 * `readers` can open the field itself. `proposedPartner` says what the one person learns who is proposed as partner: the
 * card they are introduced by, only what both have in common, or nothing.
 */
export const fieldAudiences = [
  { field: 'taking-part', readers: ['you', 'programme-managers'], proposedPartner: 'introduction' },
  { field: 'offers', readers: ['you', 'programme-managers'], proposedPartner: 'in-common' },
  { field: 'wants', readers: ['you', 'programme-managers'], proposedPartner: 'in-common' },
  { field: 'workStyle', readers: ['you', 'programme-managers'], proposedPartner: 'in-common' },
  { field: 'interests', readers: ['you', 'programme-managers'], proposedPartner: 'in-common' },
  { field: 'languages', readers: ['you', 'programme-managers'], proposedPartner: 'in-common' },
  { field: 'timeZone', readers: ['you', 'programme-managers'], proposedPartner: 'nothing' },
  { field: 'availability', readers: ['you', 'programme-managers'], proposedPartner: 'in-common' },
  { field: 'capacity', readers: ['you', 'programme-managers'], proposedPartner: 'nothing' },
] as const satisfies readonly FieldAudience[]

export type AudienceField = (typeof fieldAudiences)[number]['field']

export function audienceOf(field: AudienceField): FieldAudience {
  return fieldAudiences.find((audience) => audience.field === field)!
}
