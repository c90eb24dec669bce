import { bitCount } from '../bit-rows.ts'
import { type RuleCount, type RuleName, type Rules, ruleNames } from '../types.ts'

const LEVEL_GAP = ruleNames.indexOf('levelGap')
const SHARED_HOURS = ruleNames.indexOf('sharedHours')
const SHARED_LANGUAGE = ruleNames.indexOf('sharedLanguage')

/** Counts of what rules exclude, as in {@link RuleCount}, in the order of the rules. */
export class RuleTally {
  possible = 0
  readonly broken = new Float64Array(ruleNames.length)
  readonly first = new Float64Array(ruleNames.length)
  readonly alone = new Float64Array(ruleNames.length)

  /** 32 pairs at a time: those that break the rules of levels, hours and language, in this order, and no other. */
  add(level: number, hours: number, language: number): void {
    const { broken, first, alone } = this
    if (level !== 0) {
      const pairs = bitCount(level)
      broken[LEVEL_GAP]! += pairs
      first[LEVEL_GAP]! += pairs
      alone[LEVEL_GAP]! += bitCount(level & ~(hours | language))
    }
    if (hours !== 0) {
      broken[SHARED_HOURS]! += bitCount(hours)
      first[SHARED_HOURS]! += bitCount(hours & ~level)
      alone[SHARED_HOURS]! += bitCount(hours & ~(level | language))
    }
    if (language !== 0) {
      const only = bitCount(language & ~(level | hours))
      broken[SHARED_LANGUAGE]! += bitCount(language)
      first[SHARED_LANGUAGE]! += only
      alone[SHARED_LANGUAGE]! += only
    }
  }

  /** One pair, with a bit for each rule that it breaks. */
  addOne(rules: number): void {
    const lowest = 31 - Math.clz32(rules & -rules)
    for (let rule = lowest; rule < ruleNames.length; rule++) if ((rules >> rule) & 1) this.broken[rule]!++
    this.first[lowest]!++
    if ((rules & (rules - 1)) === 0) this.alone[lowest]!++
  }

  /** Adds the counts of another part of the pairs. */
  join({ possible, broken, first, alone }: Pick<RuleTally, 'possible' | 'broken' | 'first' | 'alone'>): void {
    this.possible += possible
    for (let rule = 0; rule < ruleNames.length; rule++) {
      this.broken[rule]! += broken[rule]!
      this.first[rule]! += first[rule]!
      this.alone[rule]! += alone[rule]!
    }
  }

  get ruledOut(): number {
    return this.first.reduce((sum, pairs) => sum + pairs, 0)
  }

  counts(rules: Rules): RuleCount[] {
    return ruleNames.map((rule, i) => ({
      rule,
      on: isOn(rules, rule),
      broken: this.broken[i]!,
      first: this.first[i]!,
      alone: this.alone[i]!,
    }))
  }
}

/** A veto has no switch, and earlier pairs count unless told. */
export function isOn(rules: Rules, rule: RuleName): boolean {
  return rule === 'veto' || (rules[rule]?.on ?? true)
}
