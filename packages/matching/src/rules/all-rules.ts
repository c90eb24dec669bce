import type { Field } from '../field.ts'
import type { SharedWeek } from '../time/shared-week.ts'
import { appraisal } from './appraisal.ts'
import { conflict } from './conflict.ts'
import { earlierPair } from './earlier-pair.ts'
import { levelGap } from './level-gap.ts'
import { reportingLine } from './reporting-line.ts'
import type { Rule } from './rule.ts'
import { sharedHours } from './shared-hours.ts'
import { sharedLanguage } from './shared-language.ts'
import { veto } from './veto.ts'

/** Every rule for this field, in the order of `ruleNames`. */
export function allRules(field: Field, sharedWeek: SharedWeek): readonly Rule[] {
  return [
    reportingLine(field),
    levelGap(field),
    appraisal(field),
    conflict(field),
    veto(field),
    earlierPair(field),
    sharedHours(field, sharedWeek),
    sharedLanguage(field),
  ]
}
