import type { MyEnrolment, Profile } from '@viceversa/domain/enrolment/contract.ts'
import { fieldAudiences } from '@viceversa/domain/enrolment/field-audiences.ts'
import { languageTag, timeZone } from '@viceversa/domain/wire.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { findMyEnrolment, findProfile, hasOpenPair, whatIsKnownAbout } from './queries.ts'

/** Somebody's own place in a programme, with what their profile starts from and who can read what. */
export async function myEnrolment(db: Db, programmeId: string, me: string): Promise<MyEnrolment> {
  const enrolment = await findMyEnrolment(db, programmeId, me)
  if (!enrolment) throw notEnrolled()
  return {
    ...enrolment,
    matched: await hasOpenPair(db, programmeId, me),
    profile: await findProfile(db, enrolment.id),
    suggested: suggestedProfile(await whatIsKnownAbout(db, me)),
    audiences: fieldAudiences.map(({ field, readers, proposedPartner }) => ({
      field,
      readers: [...readers],
      proposedPartner,
    })),
  }
}

export function notEnrolled(): ProblemError {
  return new ProblemError('not-enrolled', 'You were not invited to this programme, or you left it.')
}

/** The directory comes from an HR export: what it says there may be no language tag or time zone at all. */
function suggestedProfile(known: Awaited<ReturnType<typeof whatIsKnownAbout>>): Profile {
  const language = languageTag.safeParse(known.language)
  const zones = known.timeZones.map((zone) => timeZone.safeParse(zone).data)
  return {
    offers: [],
    wants: [],
    workStyle: [],
    interests: [],
    languages: language.success ? [language.data] : ['en'],
    timeZone: zones.find((zone) => zone !== undefined) ?? 'UTC',
    availability: [],
    capacity: 1,
  }
}
