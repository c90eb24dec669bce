import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { MatchRules, RuleFinding, RuleName } from '@viceversa/domain/match-runs/contract.ts'
import type { HeldFastRule } from '@viceversa/domain/match-runs/rules-that-hold.ts'
import { useFormat } from '../../platform/Formatting.tsx'

/** The rules in words: what each asks for, and what breaks one. */
export function useRuleWords() {
  const { t } = useLingui()
  const format = useFormat()

  /** What a rule asks for, as a line beside its switch. */
  function name(rule: RuleName, rules: MatchRules): string {
    switch (rule) {
      case 'reportingLine':
        return t`No shared reporting line`
      case 'levelGap':
        return plural(rules.levelGap.minimum, {
          one: 'At least one level apart',
          other: 'At least # levels apart',
        })
      case 'appraisal':
        return t`No appraisal or HR duty`
      case 'conflict':
        return t`No declared conflict`
      case 'veto':
        return t`Nobody asked not to meet the other`
      case 'earlierPair':
        return t`Not a pair before`
      case 'sharedHours':
        return plural(rules.sharedHours.minimumHours, {
          one: 'One shared hour a week',
          other: '# shared hours a week',
        })
      case 'sharedLanguage':
        return t`A shared language`
    }
  }

  function hint(rule: RuleName): string {
    switch (rule) {
      case 'reportingLine':
        return t`Any depth, either direction`
      case 'levelGap':
        return t`From the directory`
      case 'appraisal':
        return t`Leader towards mentor`
      case 'conflict':
        return t`Told to you in confidence`
      case 'veto':
        return t`In confidence, always on`
      case 'earlierPair':
        return t`From pairs that have ended`
      case 'sharedHours':
        return t`Every week of the programme`
      case 'sharedLanguage':
        return t`From profiles`
    }
  }

  /** Why a rule that protects people cannot be switched off. */
  function whyHeldFast(rule: HeldFastRule): string {
    switch (rule) {
      case 'reportingLine':
        return t`Always on: candour needs distance`
      case 'levelGap':
        return t`Always on; one level needs a reason`
      case 'appraisal':
        return t`Always on: reviews stay apart`
      case 'conflict':
        return t`Always on: told in confidence`
    }
  }

  /** What breaks a rule for two people: "Same reporting line: Sunita, Patrick Dunleary, Ruth." */
  function broken(finding: RuleFinding): string {
    switch (finding.rule) {
      case 'reportingLine': {
        const chain = finding.chain.map(({ displayName }) => displayName).join(', ')
        return t`Same reporting line: ${chain}.`
      }
      case 'levelGap': {
        if (finding.gap === null) return t`The level of one of them is not known.`
        if (finding.gap < 0) return t`The leader stands below the mentor.`
        if (finding.gap === 0) return t`Both stand on the same level.`
        return plural(finding.gap, { one: 'Only one level apart.', other: 'Only # levels apart.' })
      }
      case 'appraisal':
        return finding.leaderAppraisesMentor
          ? t`The leader appraises the mentor.`
          : t`The leader has an HR duty for the mentor.`
      case 'conflict':
        return t`A conflict between the two was declared.`
      case 'veto':
        return t`This pair was ruled out in confidence.`
      case 'earlierPair':
        return t`The two were a pair before.`
      case 'sharedHours': {
        const hours = format.number(Math.floor(finding.minutes / 60))
        const wanted = format.number(finding.minimumMinutes / 60)
        return t`Shared hours a week: ${hours} of the ${wanted} asked for.`
      }
      case 'sharedLanguage':
        return t`No language in common.`
    }
  }

  return { name, hint, whyHeldFast, broken }
}
