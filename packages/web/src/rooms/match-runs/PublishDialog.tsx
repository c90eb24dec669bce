import { plural } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import IconCalendar from '@tabler/icons-react/icons/IconCalendar'
import IconMail from '@tabler/icons-react/icons/IconMail'
import IconStairs from '@tabler/icons-react/icons/IconStairs'
import IconUserQuestion from '@tabler/icons-react/icons/IconUserQuestion'
import type { MatchRun, Proposal } from '@viceversa/domain/match-runs/contract.ts'
import type { Programme } from '@viceversa/domain/programmes/contract.ts'
import { problemOf } from '../../platform/api.ts'
import { ConsequenceDialog } from '../../ui/ConsequenceDialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { toast } from '../../ui/toasts.ts'
import { LevelGapReason } from './LevelGapReason.tsx'
import type { Published } from './MatchingPage.tsx'
import { ProblemMessage } from './ProblemMessage.tsx'
import { usePublish } from './queries.ts'

type PublishDialogProps = {
  open: boolean
  onClose: () => void
  programme: Programme
  run: MatchRun
  /** The one that was looked at; a newer one is looked at first. */
  proposal: Proposal
  onPublished: (published: Published) => void
}

/** The last question before people are asked: how many, what they get, and that it cannot be called back as a whole. */
export function PublishDialog({ open, onClose, programme, run, proposal, onPublished }: PublishDialogProps) {
  const { t } = useLingui()
  const publish = usePublish(run)
  const close = () => {
    publish.reset()
    onClose()
  }
  const pairs = proposal.pairs.length
  const people = new Set(proposal.pairs.flatMap(({ mentorId, leaderId }) => [mentorId, leaderId])).size
  const days = programme.acceptWithinDays

  return (
    <ConsequenceDialog
      open={open}
      onClose={close}
      title={
        <Trans>
          Propose <Plural value={pairs} one="# pair" other="# pairs" /> to {people} people?
        </Trans>
      }
      consequences={[
        {
          icon: IconMail,
          text: <Trans>Each person gets one e-mail with a link to their proposal and its reasons.</Trans>,
        },
        {
          icon: IconCalendar,
          text: (
            <Plural
              value={days}
              one="They have one day to accept or decline, without giving a reason."
              other="They have # days to accept or decline, without giving a reason."
            />
          ),
        },
        {
          icon: IconUserQuestion,
          text: (
            <Trans>
              Proposals that were sent cannot be called back here. People who stay without a pair hear
              nothing.
            </Trans>
          ),
        },
      ]}
      confirmLabel={plural(pairs, { one: 'Propose # pair', other: 'Propose # pairs' })}
      cancelLabel={t`Keep editing`}
      busy={publish.isPending && t`Proposing`}
      onConfirm={() =>
        publish.mutate(proposal.fingerprint, {
          onSuccess: onPublished,
          onError: (error) => {
            if (problemOf(error)?.type !== '/problems/proposal-changed') return
            // Whoever confirms should have seen what they confirm.
            close()
            toast(t`The proposal changed meanwhile. Please look at the new one before you propose it.`)
          },
        })
      }
    >
      {run.levelGapReason && <OneLevelApart proposal={proposal} reason={run.levelGapReason} />}
      <ProblemMessage error={publish.error} />
    </ConsequenceDialog>
  )
}

type OneLevelApartProps = { proposal: Proposal; reason: NonNullable<MatchRun['levelGapReason']> }

/** Whoever proposes pairs closer than the standard sees how many, and the reason that somebody gave (rule R8). */
export function OneLevelApart({ proposal, reason }: OneLevelApartProps) {
  const close = proposal.pairs.filter(({ levelsApart }) => levelsApart === 1).length
  return (
    <Notice
      icon={IconStairs}
      title={
        <Plural
          value={close}
          _0="This scenario allows one level of distance; no pair needs it."
          one="One pair stands only one level apart."
          other="# pairs stand only one level apart."
        />
      }
    >
      <LevelGapReason reason={reason} />
    </Notice>
  )
}
