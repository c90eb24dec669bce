import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import type { MatchRules, MatchRun, Proposal, SwitchableRule } from '@viceversa/domain/match-runs/contract.ts'
import { isHeldFast, needsReason } from '@viceversa/domain/match-runs/rules-that-hold.ts'
import { useFormat } from '../../platform/Formatting.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { LevelGapReason } from './LevelGapReason.tsx'
import { useMatchingStop } from './matching-stop.ts'
import styles from './Studio.module.css'
import { useRuleWords } from './use-rule-words.ts'
import type { Changes, Settings } from './use-settings.ts'

type RuleSwitchesProps = {
  run: MatchRun
  settings: Settings
  change: (changes: Changes) => void
  proposal: Proposal | undefined
  onAskReason: () => void
}

const order: readonly SwitchableRule[] = [
  'reportingLine',
  'levelGap',
  'appraisal',
  'conflict',
  'earlierPair',
  'sharedHours',
  'sharedLanguage',
]

/**
 * One switch per rule with how many pairs it rules out, and the figures of the two rules that have one. Rules that protect
 * people are held fast; one level of distance asks for a reason first (rules R7, R8).
 */
export function RuleSwitches({ run, settings: { rules }, change, proposal, onAskReason }: RuleSwitchesProps) {
  const { t } = useLingui()
  const words = useRuleWords()
  const set = (changed: Partial<MatchRules>) => change({ rules: { ...rules, ...changed } })
  const close = needsReason(rules)
  const stop = useMatchingStop()

  function apart(minimum: number) {
    const wanted = { ...rules, levelGap: { on: true, minimum } }
    if (needsReason(wanted) && !close) onAskReason()
    else change({ rules: wanted })
  }

  return (
    <ul className={styles.rules}>
      {order.map((rule) => (
        <li key={rule}>
          <Switch
            checked={rules[rule].on}
            onChange={(on) => set({ [rule]: { ...rules[rule], on } })}
            label={words.name(rule, rules)}
            hint={words.hint(rule)}
            disabledReason={isHeldFast(rule) ? words.whyHeldFast(rule) : undefined}
            aside={<RuledOut count={proposal?.rules.find((each) => each.rule === rule)?.broken ?? 0} />}
          />
          {rule === 'levelGap' && (
            <div className={styles.figure}>
              <NumberField
                label={t`Levels apart, at least`}
                labelHidden
                width={3}
                unit={plural(rules.levelGap.minimum, { one: 'level', other: 'levels' })}
                min={1}
                max={10}
                value={rules.levelGap.minimum}
                onChange={(minimum) => {
                  if (isBetween(minimum, 1, 10)) apart(minimum)
                }}
              />
              {close && run.levelGapReason && (
                <LevelGapReason reason={run.levelGapReason} onChange={stop ? undefined : onAskReason} />
              )}
            </div>
          )}
          {rule === 'sharedHours' && rules.sharedHours.on && (
            <div className={styles.figure}>
              <NumberField
                label={t`Shared hours a week, at least`}
                labelHidden
                width={3}
                unit={plural(rules.sharedHours.minimumHours, { one: 'hour', other: 'hours' })}
                min={1}
                max={40}
                value={rules.sharedHours.minimumHours}
                onChange={(minimumHours) => {
                  if (isBetween(minimumHours, 1, 40)) set({ sharedHours: { on: true, minimumHours } })
                }}
              />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

function RuledOut({ count }: { count: number }) {
  const format = useFormat()
  if (count === 0) return null
  const pairs = format.number(count)
  return (
    <>
      <span aria-hidden="true">−{pairs}</span>
      <VisuallyHidden>
        <Trans>rules out {pairs} pairs</Trans>
      </VisuallyHidden>
    </>
  )
}

function isBetween(value: number | null, least: number, most: number): value is number {
  return value !== null && Number.isInteger(value) && value >= least && value <= most
}
