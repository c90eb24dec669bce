import type { HeldFastRule } from '@viceversa/domain/match-runs/rules-that-hold.ts'
import type { PersonCard } from '@viceversa/domain/wire.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { cardsOf } from '../programmes/queries.ts'
import { EngineRefusal, type Refusal } from './engine/refusal.ts'
import { findingToWire, peopleIn } from './to-wire.ts'

export function matchRunNotDraft(state: string): ProblemError {
  return new ProblemError('match-run-not-draft', `This match run is ${state}. Make a copy to go on.`, {
    currentState: state,
  })
}

export function ruleAlwaysHolds(rules: readonly HeldFastRule[]): ProblemError {
  const detail = 'It keeps people safe from each other’s power and holds in every programme.'
  return new ProblemError('rule-always-holds', detail, {
    rules,
    errors: rules.map((rule) => ({ pointer: `#/rules/${rule}/on`, detail })),
  })
}

export function levelGapReasonMissing(): ProblemError {
  const detail = 'Write why people one level apart may be paired, or keep them two levels apart.'
  return new ProblemError('level-gap-reason-missing', detail, {
    errors: [{ pointer: '#/levelGapReason', detail }],
  })
}

/** Runs work that asks the engine, and turns its refusals into problems that name the people. */
export async function withRefusalsNamed<T>(db: Db, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof EngineRefusal) throw await problemFor(db, error.refusal)
    throw error
  }
}

async function problemFor(db: Db, refusal: Refusal): Promise<Error> {
  switch (refusal.kind) {
    case 'pin-not-allowed': {
      const { mentorId, leaderId } = refusal.pair
      const cards = await cardsOf(db, [mentorId, leaderId, ...peopleIn(refusal.broken)])
      const names = `${nameOf(cards, mentorId)} and ${nameOf(cards, leaderId)}`
      return new ProblemError('pin-not-allowed', `A rule keeps ${names} apart. Take the pin back.`, {
        mentorId,
        leaderId,
        broken: refusal.broken.map((finding) => findingToWire(finding, cards)),
      })
    }
    case 'pins-over-capacity': {
      const cards = await cardsOf(db, [refusal.participant.id])
      const name = nameOf(cards, refusal.participant.id)
      return new ProblemError(
        'pins-do-not-fit',
        `${name} has room for ${refusal.capacity}. Take one of the pins back.`,
        {
          personId: refusal.participant.id,
          capacity: refusal.capacity,
        },
      )
    }
    case 'pinned-and-banned':
      return new ProblemError('pins-do-not-fit', 'One pair is pinned and ruled out at once.', {
        ...refusal.pair,
      })
    case 'fault':
      return new Error(refusal.message)
  }
}

function nameOf(cards: ReadonlyMap<string, PersonCard>, personId: string): string {
  return cards.get(personId)?.displayName ?? 'Somebody'
}
