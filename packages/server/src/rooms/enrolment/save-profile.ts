import { missingFromProfile } from '@viceversa/domain/enrolment/completeness.ts'
import type { Profile } from '@viceversa/domain/enrolment/contract.ts'
import { canTake } from '@viceversa/domain/enrolment/enrolment-states.ts'
import type { ParticipantSeat } from '@viceversa/domain/wire.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { invalidField } from '../programmes/errors.ts'
import { findProgramme } from '../programmes/queries.ts'
import { notEnrolled } from './my-enrolment.ts'
import { findMyEnrolmentForUpdate, writeProfile } from './queries.ts'

/**
 * Keeps the profile as far as it goes. A ready profile that is no longer complete waits for its person again, so that
 * the engine never matches on half an answer.
 */
export async function saveProfile(
  db: Db,
  programmeId: string,
  given: Profile,
  me: string,
  now: Date,
): Promise<void> {
  const enrolment = await findMyEnrolmentForUpdate(db, programmeId, me)
  if (!enrolment) throw notEnrolled()
  if (!canTake('saveProfile', enrolment)) {
    throw new ProblemError('consent-missing', 'Read who sees what and agree first. Nothing was saved.')
  }

  const profile = tidy(given)
  await refuseThemesOfNoList(db, programmeId, enrolment.seat, profile)
  await writeProfile(db, enrolment.id, profile, now)

  if (enrolment.state === 'ready' && missingFromProfile(enrolment.seat, profile).length > 0) {
    await db
      .updateTable('enrolment')
      .set({ state: 'consented', ready_at: null })
      .where('id', '=', enrolment.id)
      .execute()
  }
}

/** Each choice once; hours in their order. */
function tidy(profile: Profile): Profile {
  return {
    ...profile,
    offers: [...new Set(profile.offers)],
    wants: [...new Set(profile.wants)],
    workStyle: [...new Set(profile.workStyle)],
    interests: [...new Set(profile.interests)],
    languages: [...new Set(profile.languages)],
    availability: [...new Set(profile.availability)].toSorted((one, other) => one - other),
  }
}

/** Leaders want what mentors offer, mentors want what leaders give back: two lists of the programme. */
async function refuseThemesOfNoList(
  db: Db,
  programmeId: string,
  seat: ParticipantSeat,
  profile: Profile,
): Promise<void> {
  const programme = await findProgramme(db, programmeId)
  if (!programme) throw notEnrolled()
  const fromMentors = new Set(programme.themes)
  const fromLeaders = new Set(programme.give_back_themes)
  const lists = {
    offers: seat === 'mentor' ? fromMentors : fromLeaders,
    wants: seat === 'mentor' ? fromLeaders : fromMentors,
  }
  for (const field of ['offers', 'wants'] as const) {
    const unknown = profile[field].find((theme) => !lists[field].has(theme))
    if (unknown) throw invalidField(`#/${field}`, `${unknown} is not among the themes of this programme.`)
  }
}
