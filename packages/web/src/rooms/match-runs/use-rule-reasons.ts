import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { RuleName } from '@viceversa/domain/match-runs/contract.ts'
import type { RelaxableRule } from '@viceversa/domain/match-runs/rules-that-hold.ts'

/** Why rules leave somebody without a partner, and what relaxing one for this person alone would do. */
export function useRuleReasons() {
  const { t } = useLingui()

  function mostOften(rule: RuleName, broken: number): string {
    switch (rule) {
      case 'reportingLine':
        return plural(broken, {
          one: 'One is in the same reporting line.',
          other: '# are in the same reporting line.',
        })
      case 'levelGap':
        return plural(broken, { one: 'One is too close in level.', other: '# are too close in level.' })
      case 'appraisal':
        return plural(broken, {
          one: 'One has an appraisal or HR duty.',
          other: '# have an appraisal or HR duty.',
        })
      case 'conflict':
        return plural(broken, { one: 'One has declared a conflict.', other: '# have declared a conflict.' })
      case 'veto':
        return plural(broken, {
          one: 'One is ruled out in confidence.',
          other: '# are ruled out in confidence.',
        })
      case 'earlierPair':
        return plural(broken, {
          one: 'One was their partner before.',
          other: '# were their partners before.',
        })
      case 'sharedHours':
        return plural(broken, { one: 'One shares too few hours.', other: '# share too few hours.' })
      case 'sharedLanguage':
        return plural(broken, { one: 'One shares no language.', other: '# share no language.' })
    }
  }

  function wouldHelp(rule: RelaxableRule, partner: string): string {
    switch (rule) {
      case 'levelGap':
        return t`With one level of distance, for which you give a reason, the partner would be ${partner}.`
      case 'earlierPair':
        return t`If they may meet somebody again, the partner would be ${partner}.`
      case 'sharedHours':
        return t`With fewer shared hours, or a wider profile, the partner would be ${partner}.`
      case 'sharedLanguage':
        return t`With a language in common the partner would be ${partner}.`
    }
  }

  return { mostOften, wouldHelp }
}
