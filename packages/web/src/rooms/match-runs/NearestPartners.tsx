import { Plural, Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { MatchRun, Proposal } from '@viceversa/domain/match-runs/contract.ts'
import { TextButton } from '../../ui/Button.tsx'
import { PersonAvatar } from '../../ui/PersonAvatar.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { outOf100 } from './FitEvidence.tsx'
import { ProblemMessage } from './ProblemMessage.tsx'
import { nearestQuery } from './queries.ts'
import styles from './Studio.module.css'
import { Change } from './WhyNotAnswer.tsx'

type NearestPartnersProps = {
  run: MatchRun
  proposal: Proposal
  mentor: { id: string; givenName: string }
  onChoose: (leaderId: string) => void
}

/** The leaders a mentor could have instead at the least cost to everybody together. */
export function NearestPartners({ run, proposal, mentor, onChoose }: NearestPartnersProps) {
  const answer = useQuery(nearestQuery(run.id, mentor.id, proposal.fingerprint))
  if (answer.error) return <ProblemMessage error={answer.error} />
  if (!answer.data) return <Skeleton lines={3} />
  const name = mentor.givenName
  if (answer.data.length === 0) {
    return (
      <p>
        <Trans>No other leader is possible for {name} just now.</Trans>
      </p>
    )
  }
  return (
    <ol className={styles.nearest}>
      {answer.data.map(({ person, fit, change }) => (
        <li key={person.id}>
          <PersonAvatar name={person.displayName} role="leader" size={24} />
          <span>
            <TextButton onClick={() => onChoose(person.id)}>{person.displayName}</TextButton>{' '}
            <small>
              <Trans>fit {outOf100(fit)}</Trans>
              {change.people < 0 && (
                <>
                  {', '}
                  <Plural
                    value={-change.people}
                    one="one person would have nobody"
                    other="# people would have nobody"
                  />
                </>
              )}
            </small>
          </span>
          <Change points={change.total} />
        </li>
      ))}
    </ol>
  )
}
