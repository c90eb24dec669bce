import type { PeopleImport } from './contract.ts'

export type ImportState = PeopleImport['state']

/** Which states allow which step. The server refuses by this table; the screen explains by it. */
const statesAllowing = {
  plan: ['read', 'planned', 'failed'],
  apply: ['planned'],
  cancel: ['read', 'planning', 'planned', 'failed'],
  undo: ['applied'],
} satisfies Record<string, ImportState[]>

export type ImportStep = keyof typeof statesAllowing

export function canTake(step: ImportStep, imported: { readonly state: ImportState }): boolean {
  const allowed: readonly ImportState[] = statesAllowing[step]
  return allowed.includes(imported.state)
}
