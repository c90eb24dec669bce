import { Trans, useLingui } from '@lingui/react/macro'
import type { ManagedPair } from '@viceversa/domain/pairs/contract.ts'
import type { ReactNode } from 'react'
import { useFormat } from '../../platform/Formatting.tsx'
import { PairSignal, RhythmWord } from '../../ui/PairSignal.tsx'
import { type Column, Table } from '../../ui/Table.tsx'
import { Text } from '../../ui/Text.tsx'
import { ManagedPairFact } from './ManagedPairFact.tsx'
import { canBeMatchedAgain, MatchAgain } from './ManagedPairRow.tsx'
import styles from './ManagedPairTable.module.css'
import { type Cadence, rhythmOf } from './managed-rhythm.ts'

type ManagedPairTableProps = { pairs: readonly ManagedPair[]; programmeId: string; cadence: Cadence }

/** The pairs on a wide screen: people, state in words, who has answered, dates. */
export function ManagedPairTable({ pairs, programmeId, cadence }: ManagedPairTableProps) {
  const { t } = useLingui()
  const format = useFormat()
  const columns: Column<ManagedPair>[] = [
    {
      id: 'pair',
      header: <Trans>Pair</Trans>,
      width: '36%',
      cell: (pair) => <People pair={pair} cadence={cadence} />,
    },
    { id: 'state', header: <Trans>State</Trans>, cell: (pair) => <State pair={pair} cadence={cadence} /> },
    {
      id: 'fact',
      header: <Trans>Where they stand</Trans>,
      cell: (pair) => (
        <Text as="span" size="sm" tone={2}>
          <ManagedPairFact pair={pair} cadence={cadence} />
        </Text>
      ),
    },
    {
      id: 'next',
      header: <Trans>Next session</Trans>,
      cell: ({ nextSessionOn }) => (
        <span className={styles.date}>{nextSessionOn ? format.dayAndMonth(nextSessionOn) : '–'}</span>
      ),
    },
    {
      id: 'asked',
      header: <Trans>Asked</Trans>,
      cell: ({ askedAt }) => <span className={styles.date}>{format.dateOf(askedAt)}</span>,
    },
    ...(pairs.some(canBeMatchedAgain)
      ? [
          {
            id: 'step',
            header: <Trans>Next step</Trans>,
            headerHidden: true,
            cell: (pair: ManagedPair) => (
              <span className={styles.step}>
                <MatchAgain pair={pair} programmeId={programmeId} />
              </span>
            ),
          },
        ]
      : []),
  ]
  return (
    <Table
      caption={t`Pairs of this programme`}
      columns={columns}
      rows={pairs}
      rowKey={({ id }) => id}
      rowHeader="pair"
    />
  )
}

function People({ pair, cadence }: { pair: ManagedPair; cadence: Cadence }) {
  const [mentor, leader] = [pair.mentor.displayName, pair.leader.displayName]
  return (
    <span className={styles.people}>
      <span className={styles.signal}>
        <PairSignal state={rhythmOf(pair, cadence)} mentor={mentor} leader={leader} size={34} />
      </span>
      <span>
        <Trans>
          {mentor} and {leader}
        </Trans>
        <small className={styles.jobs}>
          {[pair.mentor.jobTitle, pair.leader.jobTitle].filter(Boolean).join(' · ')}
        </small>
      </span>
    </span>
  )
}

function State({ pair, cadence }: { pair: ManagedPair; cadence: Cadence }): ReactNode {
  if (pair.state === 'asked') return <Trans>Asked</Trans>
  if (pair.state === 'declined') return <Trans>Will not go ahead</Trans>
  if (pair.state === 'expired') return <Trans>Not answered in time</Trans>
  const rhythm = rhythmOf(pair, cadence)
  const tone = rhythm === 'needs-you' ? 'critical' : rhythm === 'drifting' ? 'caution' : 1
  return (
    <Text as="strong" weight="medium" tone={tone}>
      <RhythmWord state={rhythm} />
    </Text>
  )
}
