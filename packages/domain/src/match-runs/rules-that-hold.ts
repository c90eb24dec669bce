import type { MatchRules, RuleName, SwitchableRule } from './contract.ts'

/** Rules that nobody can switch off: they keep people safe from each other's power (rules R7, R8). */
export const heldFast = [
  'reportingLine',
  'levelGap',
  'appraisal',
  'conflict',
] as const satisfies SwitchableRule[]
export type HeldFastRule = (typeof heldFast)[number]

/** Levels between two people that need no reason; one level needs a written one (rule R8). */
export const STANDARD_LEVEL_GAP = 2

export function isHeldFast(rule: string): rule is HeldFastRule {
  return (heldFast as readonly string[]).includes(rule)
}

/** Rules that a programme manager can relax in some way, be it by giving a reason. */
export type RelaxableRule = Exclude<SwitchableRule, Exclude<HeldFastRule, 'levelGap'>>

export function isRelaxable(rule: RuleName): rule is RelaxableRule {
  return rule === 'levelGap' || (rule !== 'veto' && !isHeldFast(rule))
}

/** Rules that are switched off although they always hold. */
export function wronglyOff(rules: MatchRules): HeldFastRule[] {
  return heldFast.filter((rule) => !rules[rule].on)
}

/** Whether people may stand closer than the standard, which needs a written reason. */
export function needsReason({ levelGap }: MatchRules): boolean {
  return levelGap.minimum < STANDARD_LEVEL_GAP
}

/** The same rules with everything that always holds, as a copy of an old run needs them. */
export function withWhatHolds(rules: MatchRules, hasReason: boolean): MatchRules {
  const minimum = hasReason ? rules.levelGap.minimum : Math.max(rules.levelGap.minimum, STANDARD_LEVEL_GAP)
  return {
    ...rules,
    reportingLine: { on: true },
    appraisal: { on: true },
    conflict: { on: true },
    levelGap: { on: true, minimum },
  }
}

export type RuleSetting = MatchRules[SwitchableRule]

/** Which rules differ, in the order of `after`. */
export function changedRules(
  before: MatchRules,
  after: MatchRules,
): { rule: SwitchableRule; was: RuleSetting; became: RuleSetting }[] {
  return (Object.keys(after) as SwitchableRule[])
    .map((rule) => ({ rule, was: before[rule], became: after[rule] }))
    .filter(({ was, became }) => figureOf(was) !== figureOf(became) || was.on !== became.on)
}

function figureOf(setting: RuleSetting): number | null {
  if ('minimum' in setting) return setting.minimum
  return 'minimumHours' in setting ? setting.minimumHours : null
}
