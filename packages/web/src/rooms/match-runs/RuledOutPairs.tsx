import { Trans } from '@lingui/react/macro'
import type { MatchRun, Proposal } from '@viceversa/domain/match-runs/contract.ts'
import { TextButton } from '../../ui/Button.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { pairKey } from './changed-pairs.ts'
import { useMatchingStop } from './matching-stop.ts'
import { useDecide } from './queries.ts'
import styles from './Studio.module.css'

/** Pairs a programme manager has ruled out, with a way to let the engine decide again. */
export function RuledOutPairs({ run, proposal }: { run: MatchRun; proposal: Proposal | undefined }) {
  const decide = useDecide(run)
  const stop = useMatchingStop()
  const bans = run.decisions.filter(({ decision }) => decision === 'ban')
  if (bans.length === 0) return null
  const nameOf = (id: string) => proposal?.people.find((person) => person.id === id)?.displayName

  return (
    <>
      <h2 className={styles.divided}>
        <Trans>Never together</Trans>
      </h2>
      <ul className={styles.bans}>
        {bans.map((ban) => {
          const [mentor, leader] = [nameOf(ban.mentorId), nameOf(ban.leaderId)]
          return (
            <li key={pairKey(ban)}>
              <span>
                {mentor && leader ? (
                  <Trans>
                    {mentor} and {leader}
                  </Trans>
                ) : (
                  <Trans>Two people of whom one is not here now</Trans>
                )}
                {ban.reason && <small>{ban.reason}</small>}
              </span>
              <TextButton
                disabled={stop !== null}
                onClick={() =>
                  decide.mutate({ mentorId: ban.mentorId, leaderId: ban.leaderId, decision: 'none' })
                }
              >
                <Trans>Allow</Trans>
                <VisuallyHidden>
                  {' '}
                  {mentor} {leader}
                </VisuallyHidden>
              </TextButton>
            </li>
          )
        })}
      </ul>
    </>
  )
}
