import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { Pair } from '@viceversa/domain/pairs/contract.ts'
import { TopBar } from '../../app/shell/TopBar.tsx'
import { problemOf } from '../../platform/api.ts'
import { useDocumentTitle } from '../../platform/useDocumentTitle.ts'
import { LinkButton } from '../../ui/Button.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { ClosedPair } from './ClosedPair.tsx'
import { PairSpace } from './PairSpace.tsx'
import { Proposal } from './Proposal.tsx'
import { pairQuery } from './queries.ts'
import { WaitingForPartner } from './WaitingForPartner.tsx'

const route = getRouteApi('/pairs/$pairId')

/** One pair for its two people: the proposal, the wait, the space of the running pair, or kind words about its end. */
export function PairPage() {
  const { t } = useLingui()
  const { pairId } = route.useParams()
  const { data: pair, error, isFetching, refetch } = useQuery(pairQuery(pairId))
  // A title stands in histories and on shared screens, so it names no person.
  useDocumentTitle(t`Our pair`, pair?.programmeName)

  return (
    <>
      <TopBar place={t`Our pair`} />
      {pair && <ByState pair={pair} />}
      {!pair && !error && <Skeleton lines={6} />}
      {!pair && error && <NotMine error={error} retrying={isFetching} onRetry={() => void refetch()} />}
    </>
  )
}

function ByState({ pair }: { pair: Pair }) {
  switch (pair.state) {
    case 'asked':
      return pair.myAnswer === null ? <Proposal pair={pair} /> : <WaitingForPartner pair={pair} />
    case 'active':
    case 'paused':
    case 'frozen':
      return <PairSpace pair={pair} />
    default:
      return <ClosedPair pair={pair} />
  }
}

type NotMineProps = { error: unknown; retrying: boolean; onRetry: () => void }

/** Says to whom it belongs, and what can be seen instead. */
function NotMine({ error, retrying, onRetry }: NotMineProps) {
  const problem = problemOf(error)
  if (problem?.status === 404) {
    return (
      <PageHeader
        title={<Trans>This space belongs to two people</Trans>}
        lead={
          <Trans>
            Only a mentor and a leader can open the page of their pair. Programme managers see its dates.
          </Trans>
        }
        actions={
          <LinkButton href="/">
            <Trans>Go to my start page</Trans>
          </LinkButton>
        }
      />
    )
  }
  return (
    <ErrorState
      title={<Trans>The pair could not be loaded</Trans>}
      reference={problem?.requestId}
      onRetry={onRetry}
      retrying={retrying}
    >
      <Trans>Please try again in a moment.</Trans>
    </ErrorState>
  )
}
