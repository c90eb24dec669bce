import { Trans, useLingui } from '@lingui/react/macro'
import IconPin from '@tabler/icons-react/icons/IconPin'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { MatchRun, Proposal, ProposedPair, WhyNot } from '@viceversa/domain/match-runs/contract.ts'
import { useId, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { ComboBox, type ComboOption } from '../../ui/ComboBox.tsx'
import { PersonAvatar } from '../../ui/PersonAvatar.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useMatchingStop } from './matching-stop.ts'
import { NearestPartners } from './NearestPartners.tsx'
import { ProblemMessage } from './ProblemMessage.tsx'
import { useDecide, whyNotQuery } from './queries.ts'
import styles from './Studio.module.css'
import { WhyNotAnswer } from './WhyNotAnswer.tsx'

type WhyNotPanelProps = { run: MatchRun; proposal: Proposal; pair: ProposedPair }

/** "Why not this leader instead?": the rule that forbids it, or exactly what it would cost and whom. */
export function WhyNotPanel({ run, proposal, pair }: WhyNotPanelProps) {
  const { t } = useLingui()
  const headingId = useId()
  const [leaderId, setLeaderId] = useState<string | null>(null)
  const [showNearest, setShowNearest] = useState(false)
  const decide = useDecide(run)
  const stop = useMatchingStop()
  const others = proposal.people
    .filter(({ seat, id }) => seat === 'leader' && id !== pair.leaderId && id !== pair.mentorId)
    .toSorted((a, b) => a.displayName.localeCompare(b.displayName))
  const mentor = proposal.people.find(({ id, seat }) => seat === 'mentor' && id === pair.mentorId)
  const other = others.find(({ id }) => id === leaderId)
  const wanted = { mentorId: pair.mentorId, leaderId: other?.id ?? '' }
  const answer = useQuery({
    ...whyNotQuery(run.id, wanted, proposal.fingerprint),
    enabled: other !== undefined,
    placeholderData: keepPreviousData,
  })
  if (!mentor || others.length === 0) return null
  const mentorName = mentor.givenName

  return (
    <section aria-labelledby={headingId} className={styles.whyNot}>
      <div className={styles.whyNotHead}>
        <h3 id={headingId}>
          <Trans>Why not</Trans>
        </h3>
        <ComboBox
          label={t`Another leader for ${mentorName}`}
          labelHidden
          placeholder={t`Choose another leader`}
          value={other ? optionFor(other) : null}
          onChange={(option) => setLeaderId(option?.key ?? null)}
          options={others.map(optionFor)}
        />
      </div>
      <ProblemMessage error={decide.error ?? answer.error} />
      <div aria-live="polite">
        {other && answer.isPending && <Skeleton lines={2} />}
        {other && answer.data && (
          <WhyNotAnswer
            answer={answer.data}
            pairs={proposal.pairs.length}
            mentor={mentor}
            leader={other}
            older={answer.isPlaceholderData}
          />
        )}
      </div>
      <div className={styles.whyNotActions}>
        {!stop && other && answer.data && canBePinned(answer.data) && (
          <Button
            size="small"
            icon={IconPin}
            busy={decide.isPending && t`Recalculating`}
            onClick={() => decide.mutate({ ...wanted, decision: 'pin' })}
          >
            <Trans>Pin it and recalculate</Trans>
          </Button>
        )}
        <Button
          variant="quiet"
          size="small"
          aria-expanded={showNearest}
          onClick={() => setShowNearest(!showNearest)}
        >
          {showNearest ? <Trans>Hide the nearest</Trans> : <Trans>Show three nearest</Trans>}
        </Button>
      </div>
      {showNearest && (
        <NearestPartners run={run} proposal={proposal} mentor={mentor} onChoose={setLeaderId} />
      )}
    </section>
  )
}

function optionFor(leader: Proposal['people'][number]): ComboOption {
  return {
    key: leader.id,
    label: leader.displayName,
    detail: leader.jobTitle,
    picture: <PersonAvatar name={leader.displayName} role="leader" size={24} />,
  }
}

function canBePinned({ answer }: WhyNot): boolean {
  return answer === 'as-good' || answer === 'weaker' || answer === 'others-pay'
}
