import { z } from 'zod'
import { fitPart } from '../match-runs/contract.ts'
import { errorsOf, operation } from '../problem.ts'
import { day, id, instant, participantSeat, personCard } from '../wire.ts'
import { memberPairStates, pairStates } from './pair-states.ts'
import { pairProblems } from './problems.ts'

/** One of up to three points that both have in common (rule R14), as ids that the screen turns into words. */
export const commonGround = z.object({
  kind: z.enum(['theme', 'give-back', 'interest', 'work-style', 'language', 'time', 'site']),
  value: z.string(),
})
export type CommonGround = z.infer<typeof commonGround>

export const pairSession = z.object({
  number: z.number().int(),
  plannedOn: day,
  state: z.enum(['planned', 'booked', 'held']),
  heldOn: day.nullable(),
})

/** A pair as its two members see it. */
export const pair = z.object({
  id,
  programmeId: id,
  programmeName: z.string(),
  state: z.enum(memberPairStates),
  mySeat: participantSeat,
  /** Of the other, once the pair is over, the name alone. */
  mentor: personCard,
  leader: personCard,
  /** Empty once the pair is over, as is `commonGround`. */
  reasons: z.array(fitPart),
  commonGround: z.array(commonGround).max(3),
  answerBy: instant,
  /** Mine only. What the partner answered shows nowhere, but for a second yes. */
  myAnswer: z.enum(['accepted', 'declined']).nullable(),
  /** Each may decline once (rule R11). */
  mayDecline: z.boolean(),
  startedAt: instant.nullable(),
  sessions: z.array(pairSession),
  sessionMinutes: z.number().int(),
  scheduledBy: participantSeat,
  agendaBy: participantSeat,
  /** Names for every theme id above. */
  themeNames: z.record(z.string(), z.string()),
})
export type Pair = z.infer<typeof pair>

/** A pair as a programme manager sees it: people, state and dates; never words. */
export const managedPair = z.object({
  id,
  mentor: personCard,
  leader: personCard,
  state: z.enum(pairStates),
  fit: z.number().int(),
  askedAt: instant,
  answerBy: instant,
  startedAt: instant.nullable(),
  /** Null for a declined pair whose time to answer is not over: the other has not been told. */
  closedAt: instant.nullable(),
  mentorAnswer: z.enum(['accepted', 'declined']).nullable(),
  leaderAnswer: z.enum(['accepted', 'declined']).nullable(),
  lastSessionOn: day.nullable(),
  nextSessionOn: day.nullable(),
  sessionsHeld: z.number().int(),
})
export type ManagedPair = z.infer<typeof managedPair>

const tags = ['Pairs']

export const pairsContract = {
  list: operation
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/pairs',
      tags,
      summary: 'Pairs of a programme: people, state, dates (programme managers)',
    })
    .input(z.object({ programmeId: id }))
    .output(z.array(managedPair)),
  mine: operation
    .route({ method: 'GET', path: '/my-pairs', tags, summary: 'My pairs and the proposals that wait for me' })
    .output(z.array(pair)),
  show: operation
    .route({ method: 'GET', path: '/pairs/{pairId}', tags, summary: 'One of my pairs' })
    .input(z.object({ pairId: id }))
    .output(pair),
  answer: operation
    .route({
      method: 'PUT',
      path: '/pairs/{pairId}/answer',
      tags,
      summary: 'Accept or decline; declining needs no reason',
    })
    .errors(errorsOf(pairProblems, 'pair-not-asked', 'proposal-answered', 'declined-once-already'))
    .input(z.object({ pairId: id, answer: z.enum(['accepted', 'declined']) }))
    .output(pair),
}
