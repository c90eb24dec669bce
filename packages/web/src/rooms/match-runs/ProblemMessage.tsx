import { Trans } from '@lingui/react/macro'
import IconAlertCircle from '@tabler/icons-react/icons/IconAlertCircle'
import type { RuleFinding } from '@viceversa/domain/match-runs/contract.ts'
import { problemOf } from '../../platform/api.ts'
import { Notice } from '../../ui/Notice.tsx'
import { useRuleWords } from './use-rule-words.ts'

/** What the server said no to, in its own words, with the rules that stand in the way; nothing while there is no error. */
export function ProblemMessage({ error }: { error: unknown }) {
  const words = useRuleWords()
  if (!error) return null
  const problem = problemOf(error)
  const broken = Array.isArray(problem?.broken) ? (problem.broken as RuleFinding[]) : []
  return (
    <Notice
      tone="critical"
      icon={IconAlertCircle}
      live="assertive"
      title={problem?.title ?? <Trans>The server did not answer</Trans>}
    >
      {problem ? problem.detail : <Trans>Check the connection, then try again.</Trans>}{' '}
      {broken.map((finding) => words.broken(finding)).join(' ')}
    </Notice>
  )
}
