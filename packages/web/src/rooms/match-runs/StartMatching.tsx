import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { MatchRun } from '@viceversa/domain/match-runs/contract.ts'
import { TopBar } from '../../app/shell/TopBar.tsx'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useMatchingStop } from './matching-stop.ts'
import { ProblemMessage } from './ProblemMessage.tsx'
import { enrolmentsQuery, useCreateMatchRun } from './queries.ts'
import { StopTitle, StopWords } from './StopNotice.tsx'

type StartMatchingProps = { programmeId: string; runs: readonly MatchRun[] }

/** Before the first scenario, and after the last one was published: who is ready, and the one next step. */
export function StartMatching({ programmeId, runs }: StartMatchingProps) {
  const { t } = useLingui()
  const { data: enrolments } = useSuspenseQuery(enrolmentsQuery(programmeId))
  const create = useCreateMatchRun(programmeId)
  const stop = useMatchingStop()

  const free = enrolments.filter(({ state, matched }) => state === 'ready' && !matched)
  const mentors = free.filter(({ seat }) => seat === 'mentor').length
  const leaders = free.filter(({ seat }) => seat === 'leader').length
  const waiting = enrolments.filter(({ state }) => state !== 'ready').length
  const again = runs.some(({ state }) => state === 'published')

  if (stop) {
    return (
      <>
        <TopBar place={t`Matching`} />
        <PageHeader title={<Trans>Matching</Trans>} />
        <EmptyState
          level={2}
          title={<StopTitle stop={stop} />}
          action={
            <LinkButton href={`/programmes/${programmeId}${stop === 'draft' ? '/settings' : '/pairs'}`}>
              {stop === 'draft' ? <Trans>Go on setting it up</Trans> : <Trans>See its pairs</Trans>}
            </LinkButton>
          }
        >
          <StopWords stop={stop} />
        </EmptyState>
      </>
    )
  }

  const findPairs = (
    <Button variant="primary" busy={create.isPending && t`Finding pairs`} onClick={() => create.mutate({})}>
      {again ? <Trans>Match again</Trans> : <Trans>Find the best pairs</Trans>}
    </Button>
  )
  const toPeople = (
    <LinkButton href={`/programmes/${programmeId}/people`}>
      <Trans>See who stands where</Trans>
    </LinkButton>
  )

  return (
    <>
      <TopBar place={t`Matching`} />
      <PageHeader
        title={again ? <Trans>Everybody who was proposed has been asked</Trans> : <Trans>Matching</Trans>}
      />
      <Stack>
        <ProblemMessage error={create.error} />
        {mentors > 0 && leaders > 0 ? (
          <EmptyState
            level={2}
            title={
              <Trans>
                <Plural value={mentors} one="One mentor" other="# mentors" /> and{' '}
                <Plural value={leaders} one="one leader" other="# leaders" /> can be matched
              </Trans>
            }
            action={findPairs}
          >
            <Trans>
              You see every proposed pair with its reasons, and can pin, rule out and compare. Nobody is asked
              before you say so.
            </Trans>{' '}
            {waiting > 0 && (
              <Plural
                value={waiting}
                one="One person has not finished their profile yet."
                other="# people have not finished their profile yet."
              />
            )}
          </EmptyState>
        ) : (
          <NobodyToMatch again={again} mentors={mentors} leaders={leaders} action={toPeople} />
        )}
      </Stack>
    </>
  )
}

type NobodyToMatchProps = { again: boolean; mentors: number; leaders: number; action: React.ReactNode }

/** Matching needs both sides: says which one is missing. */
export function NobodyToMatch({ again, mentors, leaders, action }: NobodyToMatchProps) {
  if (mentors === 0 && leaders === 0) {
    return (
      <EmptyState
        level={2}
        title={again ? <Trans>Nobody else waits for a partner</Trans> : <Trans>Nobody is ready yet</Trans>}
        action={action}
      >
        <Trans>
          People can be matched once they have agreed to take part and finished their profile. You see here
          how they would fit as soon as the first mentor and the first leader are ready.
        </Trans>
      </EmptyState>
    )
  }
  return (
    <EmptyState
      level={2}
      shape={mentors === 0 ? 'mentor' : 'leader'}
      title={mentors === 0 ? <Trans>No mentor is free</Trans> : <Trans>No leader is free</Trans>}
      action={action}
    >
      {mentors === 0 ? (
        <Plural
          value={leaders}
          one="One leader is ready. As soon as a mentor is, you can match them."
          other="# leaders are ready. As soon as a mentor is, you can match them."
        />
      ) : (
        <Plural
          value={mentors}
          one="One mentor is ready. As soon as a leader is, you can match them."
          other="# mentors are ready. As soon as a leader is, you can match them."
        />
      )}
    </EmptyState>
  )
}
