import type { Field } from '../field.ts'
import type { Rule } from './rule.ts'

/**
 * The leader stands at least so many levels above the mentor (rule R8). Somebody without a known level passes with
 * nobody: that they are far enough apart cannot be shown.
 */
export function levelGap({ mentors, leaders, input }: Field): Rule {
  const { on, minimum } = input.rules.levelGap
  // NaN compares false with everything, which is what an unknown level must do.
  const mentorLevels = Float64Array.from(mentors, ({ level }) => level ?? Number.NaN)
  const leaderLevels = Float64Array.from(leaders, ({ level }) => level ?? Number.NaN)

  return {
    name: 'levelGap',
    on,
    isBroken: (mentor, leader) => !(mentorLevels[mentor]! - leaderLevels[leader]! >= minimum),
    fact: (mentor, leader) => {
      const mentorLevel = mentors[mentor]!.level
      const leaderLevel = leaders[leader]!.level
      const gap = mentorLevel === null || leaderLevel === null ? null : mentorLevel - leaderLevel
      return { rule: 'levelGap', mentorLevel, leaderLevel, gap, minimum }
    },
  }
}
