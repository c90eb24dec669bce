import { Trans, useLingui } from '@lingui/react/macro'
import IconRefresh from '@tabler/icons-react/icons/IconRefresh'
import IconShieldCheck from '@tabler/icons-react/icons/IconShieldCheck'
import type { MatchRun, MatchWeights, Proposal } from '@viceversa/domain/match-runs/contract.ts'
import { useFormat } from '../../platform/Formatting.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Select } from '../../ui/Select.tsx'
import { Slider } from '../../ui/Slider.tsx'
import { useMatchingStop } from './matching-stop.ts'
import { ProblemMessage } from './ProblemMessage.tsx'
import { RuledOutPairs } from './RuledOutPairs.tsx'
import { RuleSwitches } from './RuleSwitches.tsx'
import { StopNotice } from './StopNotice.tsx'
import styles from './Studio.module.css'
import { useObjectives } from './use-objectives.ts'
import type { useSettings } from './use-settings.ts'

type SettingsPanelProps = {
  run: MatchRun
  edited: ReturnType<typeof useSettings>
  proposal: Proposal | undefined
  /** Opens the question why people one level apart may be paired. */
  onAskReason: () => void
}

/** What the proposal follows: rules that must hold, what makes a good pair, and what counts for the whole. */
export function SettingsPanel({ run, edited, proposal, onAskReason }: SettingsPanelProps) {
  const { t } = useLingui()
  const { settings, change } = edited
  const objectives = useObjectives()
  const stop = useMatchingStop()
  const names: Record<keyof MatchWeights, string> = {
    goals: t`Goals meet offered themes`,
    workStyle: t`Interests and way of working`,
    department: t`Different department`,
    time: t`Easy to find a time`,
  }

  return (
    <section
      aria-label={t`Settings`}
      className={styles.settings}
      // Held settings take no focus, and a part that scrolls must be reachable by keyboard.
      tabIndex={stop ? 0 : undefined}
    >
      <div className={styles.news}>
        <StopNotice />
        {edited.changedMeanwhile ? (
          <Notice
            icon={IconRefresh}
            live="polite"
            title={<Trans>Somebody else changed this scenario.</Trans>}
          >
            <Trans>You see the newest state now. Make your change again if it is still needed.</Trans>
          </Notice>
        ) : (
          <ProblemMessage error={edited.error} />
        )}
      </div>
      <fieldset disabled={stop !== null}>
        <h2>
          <Trans>Rules that must hold</Trans>
        </h2>
        <RuleSwitches {...{ run, settings, change, proposal, onAskReason }} />
        {proposal && <Allowed proposal={proposal} />}

        <h2 className={styles.divided}>
          <Trans>What makes a good pair</Trans>
        </h2>
        <div className={styles.weights}>
          {(Object.keys(names) as (keyof MatchWeights)[]).map((part) => (
            <Slider
              key={part}
              label={names[part]}
              value={settings.weights[part]}
              onChange={(value) => change({ weights: { ...settings.weights, [part]: value } })}
            />
          ))}
        </div>

        <div className={styles.objective}>
          <Select
            label={t`What counts for all pairs together`}
            value={settings.objective}
            onChange={(objective) => change({ objective })}
            options={objectives.options}
            hint={objectives.sentence(settings.objective)}
          />
        </div>
      </fieldset>
      <RuledOutPairs run={run} proposal={proposal} />
      <Notice icon={IconShieldCheck}>
        <Trans>
          Age, gender, origin and health are never inputs. Themes count only if the mentor offered them.
        </Trans>
      </Notice>
    </section>
  )
}

function Allowed({ proposal }: { proposal: Proposal }) {
  const format = useFormat()
  const possible = format.number(proposal.possible)
  const ruledOut = format.number(proposal.ruledOut)
  const allowed = format.number(proposal.allowed)
  return (
    <p className={styles.allowed}>
      <Trans>
        {possible} possible, {ruledOut} ruled out, <strong>{allowed}</strong> allowed.
      </Trans>
    </p>
  )
}
