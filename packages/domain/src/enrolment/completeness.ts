import type { ParticipantSeat } from '../wire.ts'
import type { Profile } from './contract.ts'

/** Two hours a week leave a choice of times for a session of one hour. */
export const LEAST_HOURS_OF_AVAILABILITY = 2

export type MissingFromProfile = 'offers' | 'wants' | 'languages' | 'availability'

/**
 * What a profile still needs before its person can be matched, in the order of the form.
 *
 * Mentors say what they offer and what they want back: a pair in which only one side learns is a burden (report 2.5).
 * Leaders say what they want; what they give back is theirs to add. Ways of working and interests are never demanded.
 */
export function missingFromProfile(
  seat: ParticipantSeat,
  profile: Pick<Profile, 'offers' | 'wants' | 'languages' | 'availability'> | null,
): MissingFromProfile[] {
  const lacks = {
    offers: seat === 'mentor' && !profile?.offers.length,
    wants: !profile?.wants.length,
    languages: !profile?.languages.length,
    availability: new Set(profile?.availability).size < LEAST_HOURS_OF_AVAILABILITY,
  }
  return (['offers', 'wants', 'languages', 'availability'] as const).filter((field) => lacks[field])
}
