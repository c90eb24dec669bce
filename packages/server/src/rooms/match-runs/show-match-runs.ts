import type { MatchRun, ProposalFigures } from '@viceversa/domain/match-runs/contract.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { askEngine } from './engine/engine.ts'
import { EngineRefusal } from './engine/refusal.ts'
import { type Market, readMarket, taskFor } from './market.ts'
import { matchRunsOf } from './queries.ts'
import { figuresToWire } from './show-proposal.ts'

/** All scenarios with their figures, so that they can be compared; null where a scenario's pins cannot hold. */
export async function showMatchRuns(
  db: Db,
  programmeId: string,
): Promise<(MatchRun & { figures: ProposalFigures | null })[]> {
  const runs = await matchRunsOf(db, programmeId)
  if (runs.length === 0) return []
  const market = await readMarket(db, programmeId)
  return Promise.all(runs.map(async (run) => ({ ...run, figures: await figuresOf(run, market) })))
}

async function figuresOf(run: MatchRun, market: Market): Promise<ProposalFigures | null> {
  // A published run's people are in pairs now: its figures would be about those who are left.
  if (run.state !== 'draft') return null
  try {
    return figuresToWire(await askEngine('figures', taskFor(run, market)))
  } catch (error) {
    if (error instanceof EngineRefusal) return null
    throw error
  }
}
