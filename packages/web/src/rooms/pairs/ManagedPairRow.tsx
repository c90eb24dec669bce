import { Plural, Trans } from '@lingui/react/macro'
import type { ManagedPair } from '@viceversa/domain/pairs/contract.ts'
import { pairSignal } from '@viceversa/domain/programmes/pair-signal.ts'
import type { ReactNode } from 'react'
import { useFormat } from '../../platform/Formatting.tsx'
import { LinkButton } from '../../ui/Button.tsx'
import { PairSignalRow, type Rhythm, RhythmWord } from '../../ui/PairSignal.tsx'
import { daysFrom, today } from './session-line.ts'

type ManagedPairRowProps = {
  pair: ManagedPair
  programmeId: string
  /** Days agreed between two sessions. */
  intervalDays: number
  kickOffOn: string | null
}

/** One pair: how close the two stand, the fact behind it, and the next step where there is one. */
export function ManagedPairRow({ pair, programmeId, intervalDays, kickOffOn }: ManagedPairRowProps) {
  const [mentor, leader] = [pair.mentor.displayName, pair.leader.displayName]
  const closed = pair.state === 'declined' || pair.state === 'expired'
  return (
    <PairSignalRow
      state={rhythmOf(pair, intervalDays, kickOffOn)}
      mentor={mentor}
      leader={leader}
      title={
        <Trans>
          {mentor} and {leader}
        </Trans>
      }
      fact={<Fact pair={pair} intervalDays={intervalDays} kickOffOn={kickOffOn} />}
      action={
        closed && (
          <LinkButton size="small" href={`/programmes/${programmeId}/matching`}>
            <Trans>Match again</Trans>
          </LinkButton>
        )
      }
    />
  )
}

function rhythmOf(pair: ManagedPair, intervalDays: number, kickOffOn: string | null): Rhythm {
  if (pair.state === 'declined' || pair.state === 'expired' || pair.state === 'ended') return 'ended'
  const { state, lastSessionOn, nextSessionOn } = pair
  return pairSignal(
    { state, startedOn: startOf(pair, kickOffOn), lastSessionOn, nextSessionOn },
    intervalDays,
    today(),
  )
}

/** A pair that accepted early begins with the programme. */
function startOf({ startedAt }: ManagedPair, kickOffOn: string | null): string | null {
  if (!startedAt) return null
  const startedOn = startedAt.slice(0, 10)
  return kickOffOn && kickOffOn > startedOn ? kickOffOn : startedOn
}

function Fact({ pair, intervalDays, kickOffOn }: Omit<ManagedPairRowProps, 'programmeId'>): ReactNode {
  const format = useFormat()
  const [mentor, leader] = [pair.mentor.givenName, pair.leader.givenName]
  const closedOn = pair.closedAt ? format.dateOf(pair.closedAt) : ''
  switch (pair.state) {
    case 'asked': {
      const until = format.dateOf(pair.answerBy)
      const accepted =
        pair.mentorAnswer === 'accepted' ? mentor : pair.leaderAnswer === 'accepted' ? leader : null
      const waits = accepted === mentor ? leader : mentor
      return accepted ? (
        <Trans>
          {accepted} has accepted; {waits} has until {until}.
        </Trans>
      ) : (
        <Trans>Both are asked, until {until}.</Trans>
      )
    }
    case 'declined':
      return (
        <Trans>
          Did not come about on {closedOn}. One of them declined, as everybody may, without a reason. Both are
          free for the next round.
        </Trans>
      )
    case 'expired':
      return (
        <Trans>
          Not both answered by {closedOn}. A short word to {leader} often helps before the next proposal.
        </Trans>
      )
    case 'ended':
      return <Trans>Ended on {closedOn}.</Trans>
    case 'frozen':
      return <Trans>Paused by a new reporting line between the two.</Trans>
    case 'paused':
      return <Trans>Paused; nothing is expected of them.</Trans>
    case 'active':
      return <Rhythms pair={pair} intervalDays={intervalDays} kickOffOn={kickOffOn} />
  }
}

function Rhythms({ pair, intervalDays, kickOffOn }: Omit<ManagedPairRowProps, 'programmeId'>): ReactNode {
  const format = useFormat()
  const { lastSessionOn, nextSessionOn, sessionsHeld } = pair
  const rhythm = rhythmOf(pair, intervalDays, kickOffOn)
  if (lastSessionOn === null) {
    const started = pair.startedAt ? format.dateOf(pair.startedAt) : ''
    if (nextSessionOn) return <Trans>First session on {format.dayAndMonth(nextSessionOn)}.</Trans>
    return <Trans>Both accepted on {started}, no date yet.</Trans>
  }
  if (rhythm === 'on-rhythm') {
    return (
      <>
        <RhythmWord state={rhythm} />:{' '}
        <Plural value={sessionsHeld} one="one session held" other="# sessions held" />,{' '}
        <Trans>the last on {format.dayAndMonth(lastSessionOn)}.</Trans>
      </>
    )
  }
  const days = daysFrom(lastSessionOn, today())
  return (
    <Trans>
      No session for {days} days, agreed every {intervalDays}.
    </Trans>
  )
}
