import { Trans } from '@lingui/react/macro'
import type { ManagedPair } from '@viceversa/domain/pairs/contract.ts'
import { LinkButton } from '../../ui/Button.tsx'
import { PairSignalRow } from '../../ui/PairSignal.tsx'
import { ManagedPairFact } from './ManagedPairFact.tsx'
import { type Cadence, rhythmOf } from './managed-rhythm.ts'
import styles from './PairPage.module.css'

type ManagedPairRowProps = { pair: ManagedPair; programmeId: string; cadence: Cadence }

/** One pair on a phone: how close the two stand, the fact behind it, and the next step where there is one. */
export function ManagedPairRow({ pair, programmeId, cadence }: ManagedPairRowProps) {
  const [mentor, leader] = [pair.mentor.displayName, pair.leader.displayName]
  return (
    <PairSignalRow
      state={rhythmOf(pair, cadence)}
      mentor={mentor}
      leader={leader}
      title={
        <Trans>
          {mentor} and {leader}
        </Trans>
      }
      fact={
        <>
          <ManagedPairFact pair={pair} cadence={cadence} />{' '}
          {canBeMatchedAgain(pair) && (
            <span className={styles.step}>
              <MatchAgain pair={pair} programmeId={programmeId} />
            </span>
          )}
        </>
      }
    />
  )
}

/** The next step for two people who will not go ahead with each other. */
export function MatchAgain({ pair, programmeId }: Omit<ManagedPairRowProps, 'cadence'>) {
  if (!canBeMatchedAgain(pair)) return null
  return (
    <LinkButton size="small" href={`/programmes/${programmeId}/matching`}>
      <Trans>Match again</Trans>
    </LinkButton>
  )
}

/** One of them at least is free again; an ended pair has had its time. */
export function canBeMatchedAgain({ state }: ManagedPair): boolean {
  return state === 'declined' || state === 'expired'
}
