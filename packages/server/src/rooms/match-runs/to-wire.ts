import type { FitPart, RuleFinding } from '@viceversa/domain/match-runs/contract.ts'
import type { PersonCard } from '@viceversa/domain/wire.ts'
import type * as engine from '@viceversa/matching/types.ts'

/** A reason names a few stretches of the week, not all of them. */
const WINDOWS_SHOWN = 3

/** The engine's part of a fit, as plain values without shared arrays. */
export function partToWire(part: engine.Part): FitPart {
  switch (part.part) {
    case 'goals':
      return { ...part, leaderGets: [...part.leaderGets], mentorGets: [...part.mentorGets] }
    case 'workStyle':
      return { ...part, interests: [...part.interests], workStyle: [...part.workStyle] }
    case 'department':
      return { ...part }
    case 'time':
      return { ...part, windows: part.windows.slice(0, WINDOWS_SHOWN) }
  }
}

/** A finding with the people of its chain by name, so that it can be understood without a look-up. */
export function findingToWire(
  finding: engine.RuleFinding,
  cards: ReadonlyMap<string, PersonCard>,
): RuleFinding {
  switch (finding.rule) {
    case 'reportingLine':
      return { ...finding, chain: finding.chain.flatMap((id) => cards.get(id) ?? []) }
    case 'sharedHours':
      return { ...finding, windows: finding.windows.slice(0, WINDOWS_SHOWN) }
    case 'sharedLanguage':
      return { ...finding, shared: [...finding.shared] }
    default:
      return { ...finding }
  }
}

/** Everybody a list of findings names. */
export function peopleIn(findings: readonly engine.RuleFinding[]): string[] {
  return findings.flatMap((finding) => (finding.rule === 'reportingLine' ? finding.chain : []))
}
