import type { Breath } from '../breath.ts'
import { comparableName } from '../cells/name.ts'
import type { Reference } from '../rows/stated-person.ts'
import { withoutZeros } from './identify.ts'

/** Somebody whom a row can name as manager: from the file, or from the directory as it stays. */
export type Findable = {
  readonly id: string
  readonly externalId: string | null
  readonly email: string
  readonly givenName: string
  readonly familyName: string
  readonly displayName: string
}

/** Everybody a reference fits: none, one, or several with the same name. */
export type FindPerson = (reference: Reference) => readonly Findable[]

/**
 * Makes people findable by number (also where a spreadsheet has eaten its leading zeros), e-mail and name.
 *
 * O(n) to make, O(1) to ask. The order of people changes no answer.
 */
export async function findPersonAmong(people: readonly Findable[], breath: Breath): Promise<FindPerson> {
  const byNumber = new Map<string, Findable[]>()
  const byBareNumber = new Map<string, Findable[]>()
  const byEmail = new Map<string, Findable[]>()
  const byName = new Map<string, Findable[]>()
  let namesKnown = false

  for (const person of people) {
    if (person.externalId !== null) {
      add(byNumber, person.externalId, person)
      add(byBareNumber, withoutZeros(person.externalId), person)
    }
    add(byEmail, person.email, person)
    const pause = breath()
    if (pause) await pause
  }

  return ({ by, value }) => {
    if (by === 'externalId') return byNumber.get(value) ?? byBareNumber.get(withoutZeros(value)) ?? []
    if (by === 'email') return byEmail.get(value) ?? []
    // Comparing names is dear, and most files need none.
    if (!namesKnown)
      for (const person of people) for (const name of namesOf(person)) add(byName, name, person)
    namesKnown = true
    return byName.get(comparableName(value)) ?? []
  }
}

function namesOf({ givenName, familyName, displayName }: Findable): Set<string> {
  return new Set([comparableName(displayName), comparableName(`${givenName} ${familyName}`)])
}

function add(index: Map<string, Findable[]>, key: string, person: Findable): void {
  const known = index.get(key)
  if (known) known.push(person)
  else index.set(key, [person])
}
