import type {
  LeftOverPerson,
  MatchRun,
  Proposal,
  ProposalFigures,
} from '@viceversa/domain/match-runs/contract.ts'
import type { Figures, LeftOver, LeftOverReason } from '@viceversa/matching/types.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { catalogue } from '../programmes/catalogue.ts'
import { cardsOf } from '../programmes/queries.ts'
import type { ProposalAnswer } from './engine/ask.ts'
import { askEngine } from './engine/engine.ts'
import { withRefusalsNamed } from './errors.ts'
import { fingerprintOf, type Market, readMarket, taskFor } from './market.ts'
import { partToWire } from './to-wire.ts'

/** The best possible set of pairs for the run's settings, the people left over and what stands in their way (rule R12). */
export async function showProposal(db: Db, run: MatchRun): Promise<Proposal> {
  const market = await readMarket(db, run.programmeId)
  const task = taskFor(run, market)
  const answer = await withRefusalsNamed(db, () => askEngine('proposal', task))
  return proposalOf(db, run, market, fingerprintOf(task), answer)
}

export async function proposalOf(
  db: Db,
  run: MatchRun,
  market: Market,
  fingerprint: string,
  answer: ProposalAnswer,
): Promise<Proposal> {
  if (!answer.verified) throw new Error('The independent check did not agree with the engine.')
  const cards = await cardsOf(
    db,
    market.people.map(({ id }) => id),
  )
  return {
    matchRunId: run.id,
    fingerprint,
    pairs: answer.pairs.map((pair) => ({
      mentorId: pair.mentorId,
      leaderId: pair.leaderId,
      fit: pair.score,
      pinned: pair.pinned,
      parts: pair.parts.map(partToWire),
      levelsApart: pair.rules.find((finding) => finding.rule === 'levelGap')?.gap ?? null,
    })),
    leftOver: answer.leftOver.map((who) => leftOverToWire(who, who.explained)),
    notReady: { ...market.notReady },
    rules: answer.rules.map(({ rule, on, broken, alone }) => ({ rule, on, broken, alone })),
    ...answer.count,
    figures: figuresToWire(answer.figures),
    people: market.people.flatMap(({ id, seat, level, capacity }) => {
      const card = cards.get(id)
      return card ? [{ ...card, seat, level, capacity }] : []
    }),
    themeNames: themeNamesOf(market),
    tookMs: Math.round(answer.tookMs * 10) / 10,
  }
}

export function figuresToWire(figures: Figures): ProposalFigures {
  return {
    pairs: figures.pairs,
    averageFit: figures.average,
    lowestFit: figures.lowest,
    otherDepartment: figures.otherDepartment,
    acrossSites: figures.acrossSites,
    blockingPairs: figures.blockingPairs,
  }
}

export function leftOverToWire(who: LeftOver, explained: boolean): LeftOverPerson {
  return {
    personId: who.id,
    seat: who.seat,
    // Whoever is asked about has no pair, so that reason cannot come up.
    reason: who.reason as Exclude<LeftOverReason, 'has-a-pair'>,
    possible: who.possible,
    allowed: who.allowed,
    banned: who.banned,
    explained,
    inTheWay: who.inTheWay.map(({ rule, broken, alone, ifRelaxed }) => ({
      rule,
      broken,
      alone,
      ifRelaxed: ifRelaxed && { pairedWith: ifRelaxed.pairedWith, people: ifRelaxed.people },
    })),
  }
}

function themeNamesOf({ programme }: Market): Record<string, string> {
  const chosen = new Set([...programme.themes, ...programme.give_back_themes])
  const known = [...catalogue.themes, ...catalogue.giveBackThemes]
  return Object.fromEntries(known.filter(({ id }) => chosen.has(id)).map(({ id, name }) => [id, name]))
}
