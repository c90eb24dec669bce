import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { MatchRun, RuleChange } from '@viceversa/domain/match-runs/contract.ts'
import { useFormat } from '../../platform/Formatting.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { ProblemMessage } from './ProblemMessage.tsx'
import { ruleChangesQuery } from './queries.ts'
import styles from './Studio.module.css'

type RuleHistoryProps = { run: MatchRun; open: boolean; onClose: () => void }

/** Who changed which rule of this scenario, and when; the newest first. */
export function RuleHistory({ run, open, onClose }: RuleHistoryProps) {
  const { t } = useLingui()
  return (
    <Dialog open={open} onClose={onClose} title={t`Who changed the rules`}>
      <Changes run={run} />
    </Dialog>
  )
}

function Changes({ run }: { run: MatchRun }) {
  const format = useFormat()
  const inWords = useChangeInWords()
  const { data: changes, error } = useQuery(ruleChangesQuery(run))
  if (error) return <ProblemMessage error={error} />
  if (!changes) return <Skeleton lines={3} />
  if (changes.length === 0) {
    return (
      <p>
        <Trans>Nobody has changed a rule of this scenario. All of them stand as they came.</Trans>
      </p>
    )
  }
  return (
    <ol className={styles.history}>
      {changes.map((change) => {
        const [by, at] = [change.by, format.dateAndTime(change.at)]
        return (
          <li key={`${change.at} ${change.rule}`}>
            <strong>{inWords(change)}</strong>
            <small>
              {by ? (
                <Trans>
                  {by}, {at}
                </Trans>
              ) : (
                at
              )}
            </small>
          </li>
        )
      })}
    </ol>
  )
}

function useChangeInWords() {
  const { t } = useLingui()

  return function inWords({ rule, was, became, reasonGiven }: RuleChange): string {
    if (rule === 'levelGap') {
      const levels = plural(became.minimum ?? 0, {
        one: 'At least one level apart',
        other: 'At least # levels apart',
      })
      if (was.minimum === became.minimum) return t`${levels}: the reason was written anew`
      return reasonGiven ? t`${levels}, with a written reason` : levels
    }
    if (rule === 'sharedHours' && was.on && became.on) {
      return plural(became.minimumHours ?? 0, {
        one: 'One shared hour a week',
        other: '# shared hours a week',
      })
    }
    const name = {
      reportingLine: t`No shared reporting line`,
      appraisal: t`No appraisal or HR duty`,
      conflict: t`No declared conflict`,
      veto: t`Nobody asked not to meet the other`,
      earlierPair: t`Not a pair before`,
      sharedHours: t`Shared hours a week`,
      sharedLanguage: t`A shared language`,
    }[rule]
    return became.on ? t`${name}: switched on` : t`${name}: switched off`
  }
}
