import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ManagedPair } from '@viceversa/domain/pairs/contract.ts'
import { openPairStates } from '@viceversa/domain/pairs/pair-states.ts'
import { sessionIntervalDays } from '@viceversa/domain/programmes/time-line.ts'
import { useState } from 'react'
import { TopBar } from '../../app/shell/TopBar.tsx'
import { useDocumentTitle } from '../../platform/useDocumentTitle.ts'
import { useMediaQuery } from '../../platform/useMediaQuery.ts'
import { AudienceLine } from '../../ui/AudienceLine.tsx'
import { LinkButton } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { ManagedPairRow } from './ManagedPairRow.tsx'
import { ManagedPairTable } from './ManagedPairTable.tsx'
import type { Cadence } from './managed-rhythm.ts'
import styles from './PairPage.module.css'
import { managedPairsQuery, programmeQuery } from './queries.ts'

const route = getRouteApi('/programmes/$programmeId/pairs')

type View = 'open' | 'asked' | 'running' | 'closed'

/** The pairs of a programme for its managers: people, states and dates, never a word of theirs. */
export function ManagedPairsPage() {
  const { t } = useLingui()
  const { programmeId } = route.useParams()
  const { data: programme } = useSuspenseQuery(programmeQuery(programmeId))
  const { data: pairs } = useSuspenseQuery(managedPairsQuery(programmeId))
  const [view, setView] = useState<View>('open')
  useDocumentTitle(t`Pairs`, programme.name)

  const cadence: Cadence = {
    intervalDays: sessionIntervalDays(programme.sessions),
    kickOffOn: programme.kickOffOn,
  }
  const inView = (wanted: View) => pairs.filter((pair) => belongsTo(pair, wanted))
  const shown = inView(view)
  const toMatching = (
    <LinkButton href={`/programmes/${programmeId}/matching`}>
      <Trans>Open matching</Trans>
    </LinkButton>
  )

  return (
    <>
      <TopBar place={t`Pairs`} />
      <PageHeader title={<Headline pairs={pairs} />} actions={pairs.length > 0 && toMatching} />
      {pairs.length === 0 ? (
        <EmptyState level={2} title={<Trans>Nobody has been asked yet</Trans>} action={toMatching}>
          <Trans>
            Pairs appear here once you propose them. You then see who has accepted and when they meet.
          </Trans>
        </EmptyState>
      ) : (
        <>
          <Tabs
            label={t`Which pairs`}
            selected={view}
            onSelect={setView}
            tabs={[
              { key: 'open', label: t`All open`, count: inView('open').length },
              { key: 'asked', label: t`Asked`, count: inView('asked').length },
              { key: 'running', label: t`Running`, count: inView('running').length },
              { key: 'closed', label: t`Closed`, count: inView('closed').length },
            ]}
          >
            {shown.length === 0 ? (
              <EmptyState level={2} title={<NothingHere view={view} />} />
            ) : (
              <div className={styles.pairs}>
                <PairRows pairs={shown} programmeId={programmeId} cadence={cadence} />
              </div>
            )}
          </Tabs>
          <AudienceLine team>
            <Trans>You see states and dates. What the two say and write stays with them.</Trans>
          </AudienceLine>
        </>
      )}
    </>
  )
}

type PairRowsProps = { pairs: readonly ManagedPair[]; programmeId: string; cadence: Cadence }

/** A table where there is room for one, a list on phones. */
function PairRows({ pairs, ...programme }: PairRowsProps) {
  const narrow = useMediaQuery('(max-width: 980px)')
  if (!narrow) return <ManagedPairTable pairs={pairs} {...programme} />
  return (
    <ul className={styles.managed}>
      {pairs.map((pair) => (
        <li key={pair.id}>
          <ManagedPairRow pair={pair} {...programme} />
        </li>
      ))}
    </ul>
  )
}

function belongsTo({ state }: ManagedPair, view: View): boolean {
  const isOpen = (openPairStates as readonly string[]).includes(state)
  if (view === 'open') return isOpen
  if (view === 'asked') return state === 'asked'
  if (view === 'running') return isOpen && state !== 'asked'
  return !isOpen
}

function Headline({ pairs }: { pairs: readonly ManagedPair[] }) {
  const running = pairs.filter((pair) => belongsTo(pair, 'running')).length
  const asked = pairs.filter((pair) => belongsTo(pair, 'asked')).length
  if (running === 0 && asked === 0) return <Trans>Pairs</Trans>
  if (asked === 0) return <Plural value={running} one="One pair is running" other="# pairs are running" />
  if (running === 0) {
    return <Plural value={asked} one="One pair has been asked" other="# pairs have been asked" />
  }
  return (
    <>
      <Plural value={running} one="One pair is running" other="# pairs are running" />,{' '}
      <Plural value={asked} one="one waits for answers" other="# wait for answers" />
    </>
  )
}

function NothingHere({ view }: { view: View }) {
  if (view === 'asked') return <Trans>Everybody who was asked has answered</Trans>
  if (view === 'running') return <Trans>No pair is running yet</Trans>
  if (view === 'closed') return <Trans>Every proposal has come about so far</Trans>
  return <Trans>No pair is open at the moment</Trans>
}
