import { z } from 'zod'
import { commonProblems, errorsOf, operation } from '../problem.ts'
import { day, id, instant, personCard } from '../wire.ts'
import { programmeProblems } from './problems.ts'

export const programmeTemplateId = z.enum(['three-months', 'six-months', 'twelve-months'])
export type ProgrammeTemplateId = z.infer<typeof programmeTemplateId>

export const programmeStates = ['draft', 'open', 'running', 'closed'] as const

/** How the rhythm of a pair stands, the most pressing first; facts of dates only, never answers or words. */
export const pairSignals = ['needs-you', 'drifting', 'on-rhythm', 'waiting', 'paused'] as const
export type PairSignal = (typeof pairSignals)[number]

/** What can wait for a programme manager, the most pressing first: people before paper. */
export const needsYouKinds = [
  'pair-declined',
  'pair-expired',
  'pair-frozen',
  'pair-without-session',
  'open-the-programme',
  'invite-people',
  'match',
  'people-without-pair',
  'answers-outstanding',
] as const
export type NeedsYouKind = (typeof needsYouKinds)[number]

export const theme = z.object({
  id: z.string().regex(/^[a-z0-9-]{2,60}$/),
  name: z.string().min(1).max(80),
  /** Counts only when the mentor offers it; never inferred (rule R10). */
  livedExperience: z.boolean(),
})
export type Theme = z.infer<typeof theme>

export const programmeTemplate = z.object({
  id: programmeTemplateId,
  name: z.string(),
  description: z.string(),
  months: z.number().int(),
  /** Weeks of preparation before the kick-off: charter, call, consent, matching, training. */
  weeksBefore: z.number().int(),
  sessionCount: z.number().int(),
  sessionMinutes: z.union([z.literal(45), z.literal(60), z.literal(90)]),
  expectedPairs: z.object({ from: z.number().int(), to: z.number().int() }),
  /** Ids of the catalogue below that the template starts with. */
  themes: z.array(z.string()),
  giveBackThemes: z.array(z.string()),
})
export type ProgrammeTemplate = z.infer<typeof programmeTemplate>

/** What can be written before the programme opens; every field may still be empty. */
export const programmeDraft = z.object({
  name: z.string().trim().min(1, 'Give the programme a name.').max(120),
  template: programmeTemplateId,
  purpose: z.string().trim().max(2000),
  outcomes: z.array(z.string().trim().min(1).max(200)).max(2),
  themes: z.array(z.string()).max(40),
  giveBackThemes: z.array(z.string()).max(40),
  sponsorId: id.nullable(),
  safeContactId: id.nullable(),
  managerIds: z.array(id).min(1, 'A programme needs at least one programme manager.').max(20),
  kickOffOn: day.nullable(),
  lastSessionOn: day.nullable(),
  endsOn: day.nullable(),
  deletesOn: day.nullable(),
  sessionCount: z.number().int().min(1).max(24),
  sessionMinutes: z.union([z.literal(45), z.literal(60), z.literal(90)]),
  scheduledBy: z.enum(['leader', 'mentor']),
  agendaBy: z.enum(['leader', 'mentor']),
  expectedPairs: z.number().int().min(1).max(1000),
  acceptWithinDays: z.number().int().min(1).max(60),
})
export type ProgrammeDraft = z.infer<typeof programmeDraft>

/** What stands between a draft and opening (rule R1), in the order of the form. */
export const readinessItem = z.object({
  item: z.enum([
    'purpose',
    'outcomes',
    'sponsor',
    'programme-manager',
    'safe-contact',
    'themes',
    'dates',
    'end-date',
    'deletion-date',
  ]),
  done: z.boolean(),
  /** The step of the form where it is mended. */
  step: z.enum(['purpose', 'people', 'themes', 'rhythm']),
})
export type ReadinessItem = z.infer<typeof readinessItem>

export const plannedSession = z.object({ number: z.number().int().min(1), plannedOn: day })
export type PlannedSession = z.infer<typeof plannedSession>

export const programme = programmeDraft.omit({ managerIds: true }).extend({
  id,
  state: z.enum(programmeStates),
  version: z.number().int(),
  openedAt: instant.nullable(),
  /** Whether anybody was invited: then it can no longer be deleted. */
  hasPeople: z.boolean(),
  managers: z.array(personCard),
  sponsor: personCard.nullable(),
  safeContact: personCard.nullable(),
  sessions: z.array(plannedSession),
  readiness: z.array(readinessItem),
  /** Hours asked of each person, sessions and training together. */
  hours: z.object({ mentor: z.number(), leader: z.number() }),
})
export type Programme = z.infer<typeof programme>

export const programmeSummary = z.object({
  id,
  name: z.string(),
  state: z.enum(programmeStates),
  kickOffOn: day.nullable(),
  endsOn: day.nullable(),
  mentors: z.number().int(),
  leaders: z.number().int(),
  pairs: z.number().int(),
})

/** What everybody in a programme sees of it. */
export const programmeView = z.object({
  id,
  name: z.string(),
  state: z.enum(programmeStates),
  purpose: z.string(),
  outcomes: z.array(z.string()),
  themes: z.array(theme),
  giveBackThemes: z.array(theme),
  kickOffOn: day.nullable(),
  endsOn: day.nullable(),
  deletesOn: day.nullable(),
  sessionMinutes: z.number().int(),
  scheduledBy: z.enum(['leader', 'mentor']),
  agendaBy: z.enum(['leader', 'mentor']),
  acceptWithinDays: z.number().int(),
  sessions: z.array(plannedSession),
  managers: z.array(personCard),
  sponsor: personCard.nullable(),
  safeContact: personCard.nullable(),
})
export type ProgrammeView = z.infer<typeof programmeView>

export const controlRoom = z.object({
  programme: programmeSummary,
  sessions: z.array(
    plannedSession.extend({ held: z.number().int(), booked: z.number().int(), pairs: z.number().int() }),
  ),
  /** Days between two sessions of a pair, as the time line has it. */
  intervalDays: z.number().int(),
  /** Things that wait for a programme manager, the most pressing first. */
  needsYou: z.array(
    z.object({
      kind: z.enum(needsYouKinds),
      count: z.number().int(),
      pairId: id.nullable(),
      mentor: personCard.nullable(),
      leader: personCard.nullable(),
      since: instant.nullable(),
    }),
  ),
  funnel: z.array(
    z.object({
      stage: z.enum(['invited', 'opted-in', 'ready', 'asked', 'matched', 'met']),
      mentors: z.number().int(),
      leaders: z.number().int(),
    }),
  ),
  pairs: z.array(
    z.object({
      id,
      mentor: personCard,
      leader: personCard,
      state: z.enum(['asked', 'active', 'declined', 'expired', 'paused', 'frozen', 'ended']),
      signal: z.enum(pairSignals),
      startedOn: day.nullable(),
      lastSessionOn: day.nullable(),
      nextSessionOn: day.nullable(),
    }),
  ),
  /** Ready mentors in no pair that waits or runs. */
  spareMentors: z.number().int(),
})
export type ControlRoom = z.infer<typeof controlRoom>

const tags = ['Programmes']
const programmeId = z.object({ programmeId: id })

export const programmesContract = {
  templates: operation
    .route({
      method: 'GET',
      path: '/programme-templates',
      tags,
      summary: 'Templates and the catalogue of themes',
    })
    .output(
      z.object({
        templates: z.array(programmeTemplate),
        themes: z.array(theme),
        giveBackThemes: z.array(theme),
      }),
    ),
  list: operation
    .route({ method: 'GET', path: '/programmes', tags, summary: 'Programmes I manage' })
    .output(z.array(programmeSummary)),
  create: operation
    .route({
      method: 'POST',
      path: '/programmes',
      successStatus: 201,
      tags,
      summary: 'Create a draft from a template',
    })
    .input(
      z.object({ name: programmeDraft.shape.name, template: programmeTemplateId, kickOffOn: day.optional() }),
    )
    .output(programme),
  show: operation
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}',
      tags,
      summary: 'A programme with its readiness (programme managers)',
    })
    .input(programmeId)
    .output(programme),
  view: operation
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/view',
      tags,
      summary: 'What everybody in the programme sees',
    })
    .input(programmeId)
    .output(programmeView),
  change: operation
    .route({
      method: 'PATCH',
      path: '/programmes/{programmeId}',
      tags,
      summary: 'Change it; send If-Match with the version',
    })
    .errors({
      ...errorsOf(commonProblems, 'changed-meanwhile', 'version-missing'),
      ...errorsOf(
        programmeProblems,
        'dates-out-of-order',
        'deletion-date-moved-later',
        'safe-contact-not-outside',
        'programme-closed',
        'programme-not-ready',
      ),
    })
    .input(
      programmeDraft
        .partial()
        .extend({ programmeId: id, sessions: z.array(plannedSession).max(24).optional() }),
    )
    .output(programme),
  open: operation
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/opening',
      tags,
      summary: 'Open it, so that people can be invited',
    })
    .errors(errorsOf(programmeProblems, 'programme-not-ready', 'programme-closed'))
    .input(programmeId)
    .output(programme),
  remove: operation
    .route({
      method: 'DELETE',
      path: '/programmes/{programmeId}',
      successStatus: 204,
      tags,
      summary: 'Delete a programme nobody was invited to',
    })
    .errors(errorsOf(programmeProblems, 'programme-has-people'))
    .input(programmeId),
  controlRoom: operation
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/control-room',
      tags,
      summary: 'What needs you, the funnel, the pairs',
    })
    .input(programmeId)
    .output(controlRoom),
}
