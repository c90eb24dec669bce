import type { MatchRun } from '@viceversa/domain/match-runs/contract.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { publishUpdate } from '../../platform/events/publish-update.ts'
import { answerVersion, api, refuseStale } from '../../platform/http/operations.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import type { RequestContext } from '../../platform/http/request-context.ts'
import { programmeManager } from '../programmes/guards.ts'
import { changeMatchRun, discardMatchRun } from './change-match-run.ts'
import { createMatchRun } from './create-match-run.ts'
import { decide, takeBackDecision } from './decide.ts'
import { explainLeftOver, explainWhyNot, nearestPartners } from './explain-pair.ts'
import { matchRunManager } from './guards.ts'
import { publishMatchRun } from './publish-match-run.ts'
import { findMatchRun } from './queries.ts'
import { ruleChangesOf } from './rule-changes.ts'
import { showMatchRuns } from './show-match-runs.ts'
import { showProposal } from './show-proposal.ts'

export const matchRunsRoutes = {
  list: api.matchRuns.list
    .use(programmeManager)
    .handler(({ input, context }) => context.act((db) => showMatchRuns(db, input.programmeId))),

  create: api.matchRuns.create.use(programmeManager).handler(({ input, context }) =>
    context.act(async (db) => {
      const matchRunId = await createMatchRun(db, input, context.me, context.platform.clock.now())
      return await answerChanged(db, context, matchRunId)
    }),
  ),

  show: api.matchRuns.show.use(matchRunManager).handler(async ({ input, context }) => {
    const run = await context.act((db) => theRun(db, input.matchRunId))
    answerVersion(context, run.version)
    return run
  }),

  change: api.matchRuns.change.use(matchRunManager).handler(({ input, context }) =>
    context.act(async (db) => {
      const { matchRunId, ...given } = input
      const settings = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
      await changeMatchRun(
        db,
        matchRunId,
        settings,
        (current) => refuseStale(context, current),
        context.me,
        context.platform.clock.now(),
      )
      return await answerChanged(db, context, matchRunId)
    }),
  ),

  ruleChanges: api.matchRuns.ruleChanges
    .use(matchRunManager)
    .handler(({ input, context }) => context.act((db) => ruleChangesOf(db, input.matchRunId))),

  discard: api.matchRuns.discard.use(matchRunManager).handler(({ input, context }) =>
    context.act(async (db) => {
      const programmeId = await discardMatchRun(db, input.matchRunId, context.platform.clock.now())
      await tellManagers(db, programmeId, input.matchRunId)
    }),
  ),

  proposal: api.matchRuns.proposal
    .use(matchRunManager)
    .handler(({ input, context }) =>
      context.act(async (db) => showProposal(db, await theRun(db, input.matchRunId))),
    ),

  whyNot: api.matchRuns.whyNot
    .use(matchRunManager)
    .handler(({ input, context }) =>
      context.act(async (db) => explainWhyNot(db, await theRun(db, input.matchRunId), input)),
    ),

  leftOver: api.matchRuns.leftOver
    .use(matchRunManager)
    .handler(({ input, context }) =>
      context.act(async (db) =>
        explainLeftOver(db, await theRun(db, input.matchRunId), { seat: input.seat, id: input.personId }),
      ),
    ),

  nearest: api.matchRuns.nearest
    .use(matchRunManager)
    .handler(({ input, context }) =>
      context.act(async (db) =>
        nearestPartners(db, await theRun(db, input.matchRunId), input.personId, input.limit),
      ),
    ),

  decide: api.matchRuns.decide.use(matchRunManager).handler(({ input, context }) =>
    context.act(async (db) => {
      await decide(db, input.matchRunId, input, context.me, context.platform.clock.now())
      return await answerChanged(db, context, input.matchRunId)
    }),
  ),

  takeBackDecision: api.matchRuns.takeBackDecision.use(matchRunManager).handler(({ input, context }) =>
    context.act(async (db) => {
      await takeBackDecision(db, input.matchRunId, input, context.platform.clock.now())
      return await answerChanged(db, context, input.matchRunId)
    }),
  ),

  publish: api.matchRuns.publish.use(matchRunManager).handler(({ input, context }) =>
    context.act(async (db) => {
      const sender = { address: context.platform.config.address }
      const now = context.platform.clock.now()
      const done = await publishMatchRun(db, input.matchRunId, input.fingerprint, sender, now)
      await tellManagers(db, done.programmeId, input.matchRunId)
      await publishUpdate(db, {
        topic: 'programme',
        id: done.programmeId,
        to: { programmeManagersOf: done.programmeId },
      })
      await publishUpdate(db, { topic: 'me', to: { persons: done.personIds } })
      return { pairs: done.pairs, people: done.people }
    }),
  ),
}

/** The run as it now stands, after every open screen was told that it changed. */
async function answerChanged(db: Db, context: RequestContext, matchRunId: string): Promise<MatchRun> {
  const run = await theRun(db, matchRunId)
  await tellManagers(db, run.programmeId, run.id)
  answerVersion(context, run.version)
  return run
}

async function theRun(db: Db, matchRunId: string): Promise<MatchRun> {
  const run = await findMatchRun(db, matchRunId)
  if (!run) throw new ProblemError('not-found', 'There is no such match run.')
  return run
}

function tellManagers(db: Db, programmeId: string, matchRunId: string): Promise<void> {
  return publishUpdate(db, { topic: 'match-run', id: matchRunId, to: { programmeManagersOf: programmeId } })
}
