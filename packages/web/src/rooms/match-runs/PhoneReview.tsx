import { Trans, useLingui } from '@lingui/react/macro'
import IconDeviceDesktop from '@tabler/icons-react/icons/IconDeviceDesktop'
import type { MatchRun, Proposal, ProposedPair } from '@viceversa/domain/match-runs/contract.ts'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PairAvatar } from '../../ui/PairAvatar.tsx'
import { pairKey } from './changed-pairs.ts'
import { outOf100 } from './FitEvidence.tsx'
import { LeftOverPeople } from './LeftOverPeople.tsx'
import { useMatchingStop } from './matching-stop.ts'
import { PairCount } from './PairCount.tsx'
import { PairReasons } from './PairPanel.tsx'
import { OneLevelApart } from './PublishDialog.tsx'
import { StopNotice } from './StopNotice.tsx'
import styles from './Studio.module.css'
import { sortPairs } from './sort-pairs.ts'

type PhoneReviewProps = {
  programmeId: string
  run: MatchRun
  proposal: Proposal
  reviewing: boolean
  onReview: () => void
}

/** The proposal to read on the way, and to approve as it is. Changing it wants a wider screen. */
export function PhoneReview({ programmeId, run, proposal, reviewing, onReview }: PhoneReviewProps) {
  const { t } = useLingui()
  const stop = useMatchingStop()
  const [opened, setOpened] = useState<ProposedPair | null>(null)
  const nameOf = (id: string) => proposal.people.find((person) => person.id === id)?.displayName ?? ''
  return (
    <section aria-labelledby="proposed-pairs" className={styles.review}>
      {stop ? (
        <StopNotice />
      ) : (
        <Notice icon={IconDeviceDesktop}>
          <Trans>
            You can read and propose these pairs here. To change rules or pin a pair, open them on a wider
            screen.
          </Trans>
        </Notice>
      )}
      {run.levelGapReason && <OneLevelApart proposal={proposal} reason={run.levelGapReason} />}
      <h2 id="proposed-pairs">
        <PairCount count={proposal.pairs.length} />
      </h2>
      <ul className={styles.reviewPairs}>
        {sortPairs(proposal, 'lowest-fit').map((pair) => (
          <li key={pairKey(pair)}>
            <button type="button" onClick={() => setOpened(pair)}>
              <PairAvatar mentor={nameOf(pair.mentorId)} leader={nameOf(pair.leaderId)} size={32} />
              <span>
                <strong>{nameOf(pair.mentorId)}</strong>
                <span>{nameOf(pair.leaderId)}</span>
              </span>
              <span className={styles.reviewFit}>
                <strong>{outOf100(pair.fit)}</strong> <Trans>of 100</Trans>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <LeftOverPeople programmeId={programmeId} proposal={proposal} />
      {!stop && proposal.pairs.length > 0 && (
        <Button variant="primary" wide busy={reviewing && t`Working out`} onClick={onReview}>
          <Trans>Review and propose…</Trans>
        </Button>
      )}
      <Dialog open={opened !== null} onClose={() => setOpened(null)} title={t`Reasons for this pair`}>
        {opened && <PairReasons run={run} proposal={proposal} pair={opened} />}
      </Dialog>
    </section>
  )
}
