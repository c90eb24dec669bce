import { z } from 'zod'
import { errorsOf, operation } from '../problem.ts'
import { programmeProblems } from '../programmes/problems.ts'
import { hoursOfWeek, id, instant, languageTag, participantSeat, personCard, timeZone } from '../wire.ts'
import { enrolmentProblems } from './problems.ts'

export const enrolmentStates = ['invited', 'consented', 'ready'] as const

/** Ways of working and interests are short lists that both seats choose from, so that they can be compared. */
export const workStyles = [
  'walk-and-talk',
  'video-call',
  'in-person',
  'plan-ahead',
  'spontaneous',
  'direct-words',
  'gentle-words',
  'listen-first',
  'think-aloud',
  'write-first',
  'hands-on',
  'big-picture',
  'details',
] as const
export const interests = [
  'cooking',
  'sports',
  'music',
  'reading',
  'gaming',
  'travel',
  'family',
  'volunteering',
  'nature',
  'arts',
  'languages',
  'technology',
  'science',
  'crafts',
  'film',
  'politics-and-society',
  'entrepreneurship',
  'health',
] as const

export const profile = z.object({
  /** Mentor: themes offered. Leader: what they can give back. */
  offers: z.array(z.string()).max(40),
  /** Leader: themes wanted. Mentor: what they want back. */
  wants: z.array(z.string()).max(40),
  workStyle: z.array(z.enum(workStyles)).max(workStyles.length),
  interests: z.array(z.enum(interests)).max(interests.length),
  languages: z.array(languageTag).max(20),
  timeZone,
  availability: hoursOfWeek,
  /** How many partners at the same time; 1 unless somebody wishes for more (rule R13). */
  capacity: z.number().int().min(1).max(5),
})
export type Profile = z.infer<typeof profile>

export const enrolmentRow = z.object({
  id,
  person: personCard.extend({ email: z.string(), level: z.number().int().nullable() }),
  seat: participantSeat,
  state: z.enum(enrolmentStates),
  invitedAt: instant,
  /** Whether this person has an open pair. */
  matched: z.boolean(),
})
export type EnrolmentRow = z.infer<typeof enrolmentRow>

export const fieldReaders = [
  'you',
  'programme-managers',
  'everyone-in-the-programme',
  'sponsor',
  'safe-contact',
  'administrators',
] as const
export type FieldReader = (typeof fieldReaders)[number]

/** Who can read one thing that taking part makes known, for the consent screen and the audience line. */
export const fieldAudience = z.object({
  field: z.enum(['taking-part', ...Object.keys(profile.shape)] as ['taking-part', ...(keyof Profile)[]]),
  readers: z.array(z.enum(fieldReaders)),
  /** What a proposed partner learns of it: the card they meet, only what both have in common, or nothing. */
  proposedPartner: z.enum(['introduction', 'in-common', 'nothing']),
})
export type FieldAudience = z.infer<typeof fieldAudience>

export const myEnrolment = z.object({
  id,
  seat: participantSeat,
  state: z.enum(enrolmentStates),
  /** Whether a pair waits for an answer or runs: then leaving goes through the pair. */
  matched: z.boolean(),
  profile: profile.nullable(),
  /** What the profile starts with: language and time zone from the directory. */
  suggested: profile,
  audiences: z.array(fieldAudience),
})
export type MyEnrolment = z.infer<typeof myEnrolment>

const tags = ['Enrolment']
const programmeId = z.object({ programmeId: id })

export const enrolmentContract = {
  list: operation
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/enrolments',
      tags,
      summary: 'Who was invited and where they stand (programme managers)',
    })
    .input(programmeId)
    .output(z.array(enrolmentRow)),
  invite: operation
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/invitations',
      successStatus: 201,
      tags,
      summary: 'Invite people into a seat; each gets a one-time link',
    })
    .errors(errorsOf(programmeProblems, 'programme-not-open'))
    .input(
      programmeId.extend({
        seat: participantSeat,
        personIds: z.array(id).min(1, 'Choose at least one person.').max(2000),
      }),
    )
    .output(
      z.object({ invited: z.number().int(), alreadyIn: z.number().int(), cannotBeInvited: z.number().int() }),
    ),
  takeBackInvitation: operation
    .route({
      method: 'DELETE',
      path: '/enrolments/{enrolmentId}',
      successStatus: 204,
      tags,
      summary: 'Take back an invitation nobody has answered',
    })
    .errors(errorsOf(enrolmentProblems, 'already-answered'))
    .input(z.object({ enrolmentId: id })),
  inviteAgain: operation
    .route({
      method: 'POST',
      path: '/enrolments/{enrolmentId}/invitations',
      successStatus: 201,
      tags,
      summary: 'Send a fresh one-time link',
    })
    .errors({
      ...errorsOf(programmeProblems, 'programme-not-open'),
      ...errorsOf(enrolmentProblems, 'already-answered'),
    })
    .input(z.object({ enrolmentId: id }))
    .output(z.object({ invited: z.number().int() })),
  mine: operation
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/my-enrolment',
      tags,
      summary: 'My place in this programme',
    })
    .errors(errorsOf(enrolmentProblems, 'not-enrolled'))
    .input(programmeId)
    .output(myEnrolment),
  consent: operation
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/my-enrolment/consent',
      tags,
      summary: 'I take part and know who sees what',
    })
    .errors(errorsOf(enrolmentProblems, 'not-enrolled'))
    .input(programmeId)
    .output(myEnrolment),
  saveProfile: operation
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/my-enrolment/profile',
      tags,
      summary: 'My profile; saved as I go',
    })
    .errors(errorsOf(enrolmentProblems, 'not-enrolled', 'consent-missing'))
    .input(profile.extend({ programmeId: id }))
    .output(myEnrolment),
  finish: operation
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/my-enrolment/readiness',
      tags,
      summary: 'My profile is complete: match me',
    })
    .errors(errorsOf(enrolmentProblems, 'not-enrolled', 'consent-missing', 'profile-incomplete'))
    .input(programmeId)
    .output(myEnrolment),
  leave: operation
    .route({
      method: 'DELETE',
      path: '/programmes/{programmeId}/my-enrolment',
      successStatus: 204,
      tags,
      summary: 'Decline or withdraw; no trace is left (rule R3)',
    })
    .errors(errorsOf(enrolmentProblems, 'not-enrolled', 'already-in-a-pair'))
    .input(programmeId),
}
