/** Whom a live update concerns. Everybody else never hears of it. */
export type AudienceWanted =
  | { readonly persons: readonly string[] }
  | { readonly programmeManagersOf: string }
  | { readonly administrators: true }

/** As what somebody listens: themselves, and whatever they look after at the moment. */
export type Listening = {
  readonly personId: string
  readonly administrator: boolean
  readonly managedProgrammes: ReadonlySet<string>
}

export function concerns(wanted: AudienceWanted, listening: Listening): boolean {
  if ('persons' in wanted) return wanted.persons.includes(listening.personId)
  if ('programmeManagersOf' in wanted) return listening.managedProgrammes.has(wanted.programmeManagersOf)
  return listening.administrator
}
