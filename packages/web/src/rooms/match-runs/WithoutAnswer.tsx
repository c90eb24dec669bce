import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { MatchRun } from '@viceversa/domain/match-runs/contract.ts'
import { problemOf } from '../../platform/api.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { pairKey } from './changed-pairs.ts'
import { ProblemMessage } from './ProblemMessage.tsx'
import { enrolmentsQuery, useDecide } from './queries.ts'
import styles from './Studio.module.css'

type WithoutAnswerProps = {
  run: MatchRun
  error: unknown
  onRetry: () => void
}

/** No proposal can be made: pins that cannot hold can be taken back here; anything else can be tried again. */
export function WithoutAnswer({ run, error, onRetry }: WithoutAnswerProps) {
  const problem = problemOf(error)
  const pins = run.decisions.filter(({ decision }) => decision === 'pin')
  const aboutPins =
    problem?.type === '/problems/pins-do-not-fit' || problem?.type === '/problems/pin-not-allowed'
  if (!aboutPins || pins.length === 0) {
    return (
      <div className={styles.waiting}>
        <ErrorState
          title={problem?.title ?? <Trans>The proposal could not be made</Trans>}
          reference={problem?.requestId}
          onRetry={onRetry}
        >
          {problem?.detail ?? <Trans>Your rules and pins are kept. Please try again in a moment.</Trans>}
        </ErrorState>
      </div>
    )
  }
  return (
    <section aria-labelledby="pins-in-the-way" className={styles.waiting}>
      <h2 id="pins-in-the-way">
        <Trans>A pinned pair cannot hold</Trans>
      </h2>
      <ProblemMessage error={error} />
      <Pins run={run} pins={pins} />
    </section>
  )
}

function Pins({ run, pins }: { run: MatchRun; pins: MatchRun['decisions'] }) {
  const decide = useDecide(run)
  const { data: enrolments } = useQuery(enrolmentsQuery(run.programmeId))
  const nameOf = (id: string) => enrolments?.find(({ person }) => person.id === id)?.person.displayName ?? ''
  return (
    <ul className={styles.bans}>
      {pins.map((pin) => {
        const [mentor, leader] = [nameOf(pin.mentorId), nameOf(pin.leaderId)]
        return (
          <li key={pairKey(pin)}>
            <span>
              <Trans>
                {mentor} and {leader}
              </Trans>
            </span>
            <Button
              size="small"
              onClick={() =>
                decide.mutate({ mentorId: pin.mentorId, leaderId: pin.leaderId, decision: 'none' })
              }
            >
              <Trans>Take the pin back</Trans>
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
