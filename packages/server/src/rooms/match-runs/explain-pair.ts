import type { LeftOverPerson, MatchRun, WhyNot } from '@viceversa/domain/match-runs/contract.ts'
import type { PersonCard } from '@viceversa/domain/wire.ts'
import type * as engine from '@viceversa/matching/types.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { cardsOf } from '../programmes/queries.ts'
import { askEngine } from './engine/engine.ts'
import { withRefusalsNamed } from './errors.ts'
import { readMarket, taskFor } from './market.ts'
import { leftOverToWire } from './show-proposal.ts'
import { findingToWire, partToWire, peopleIn } from './to-wire.ts'

/** Why these two are not a pair: the rule and its chain, or exactly what forcing them would cost and whom. */
export async function explainWhyNot(db: Db, run: MatchRun, pair: engine.PairOfIds): Promise<WhyNot> {
  const market = await readMarket(db, run.programmeId)
  refuseStranger(market.people, { seat: 'mentor', id: pair.mentorId })
  refuseStranger(market.people, { seat: 'leader', id: pair.leaderId })
  const asked = { ...taskFor(run, market), pair }
  const { whyNot, explanation } = await withRefusalsNamed(db, () => askEngine('whyNot', asked))
  const cards = await cardsOf(db, [...market.people.map(({ id }) => id), ...peopleIn(explanation.rules)])
  const parts = explanation.parts.map(partToWire)

  switch (whyNot.answer) {
    case 'paired':
      return { answer: 'paired', fit: explanation.score, parts }
    case 'not-allowed':
      return { answer: 'not-allowed', broken: whyNot.broken.map((finding) => findingToWire(finding, cards)) }
    case 'banned': {
      const known = run.decisions.find(
        ({ mentorId, leaderId }) => mentorId === pair.mentorId && leaderId === pair.leaderId,
      )
      return { answer: 'banned', reason: known?.reason ?? null }
    }
    case 'no-seat':
      return { answer: 'no-seat', who: whyNot.who.flatMap(({ id }) => cards.get(id) ?? []) }
    default:
      return {
        answer: whyNot.answer,
        fit: whyNot.score,
        parts,
        change: { ...whyNot.change },
        moves: whyNot.moves.flatMap((move) => moveToWire(move, cards)),
      }
  }
}

/** The partners somebody could have instead at the least cost to all. */
export async function nearestPartners(db: Db, run: MatchRun, personId: string, limit: number) {
  const market = await readMarket(db, run.programmeId)
  const who = market.people.find(({ id }) => id === personId)
  if (!who) throw nobodyToMatch()
  const asked = { ...taskFor(run, market), who: { seat: who.seat, id: who.id }, limit }
  const alternatives = await withRefusalsNamed(db, () => askEngine('nearest', asked))
  const cards = await cardsOf(
    db,
    alternatives.flatMap(({ mentorId, leaderId }) => [mentorId, leaderId]),
  )
  return alternatives.flatMap(({ mentorId, leaderId, score, change }) => {
    const person = cards.get(who.seat === 'mentor' ? leaderId : mentorId)
    return person ? [{ person, fit: score, change: { people: change.people, total: change.total } }] : []
  })
}

/** Why one person has no pair, and which rule, relaxed for them alone, would help. */
export async function explainLeftOver(
  db: Db,
  run: MatchRun,
  who: engine.Participant,
): Promise<LeftOverPerson> {
  const market = await readMarket(db, run.programmeId)
  refuseStranger(market.people, who)
  const answer = await withRefusalsNamed(db, () => askEngine('leftOver', { ...taskFor(run, market), who }))
  if (answer.reason === 'has-a-pair') {
    throw new ProblemError('not-found', 'This person has a pair in the proposal.')
  }
  return leftOverToWire(answer, true)
}

function moveToWire(move: engine.Move, cards: ReadonlyMap<string, PersonCard>) {
  const person = cards.get(move.id)
  if (!person) return []
  const sides = (given: readonly engine.MoveSide[]) =>
    given.flatMap(({ partnerId, score }) => {
      const partner = cards.get(partnerId)
      return partner ? [{ partner, fit: score }] : []
    })
  return [
    { person, seat: move.seat, before: sides(move.before), after: sides(move.after), change: move.change },
  ]
}

function refuseStranger(people: readonly engine.MatchPerson[], who: engine.Participant): void {
  if (!people.some(({ seat, id }) => seat === who.seat && id === who.id)) throw nobodyToMatch()
}

function nobodyToMatch(): ProblemError {
  return new ProblemError('not-found', 'Nobody of this id is there to be matched in this programme.')
}
