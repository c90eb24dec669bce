import { Plural, Trans } from '@lingui/react/macro'
import type { ManagedPair } from '@viceversa/domain/pairs/contract.ts'
import type { ReactNode } from 'react'
import { useFormat } from '../../platform/Formatting.tsx'
import { type Cadence, rhythmOf } from './managed-rhythm.ts'
import { daysFrom, today } from './session-line.ts'

type ManagedPairFactProps = { pair: ManagedPair; cadence: Cadence }

/** Where a pair stands in one sentence: who has answered, when they meet, or how long they have not. */
export function ManagedPairFact({ pair, cadence }: ManagedPairFactProps): ReactNode {
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
      return pair.closedAt ? (
        <Trans>
          {mentor} and {leader} will not go ahead. No reason is asked. Both are free for the next proposal.
        </Trans>
      ) : (
        <Declined pair={pair} />
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
      return <Rhythms pair={pair} cadence={cadence} />
  }
}

/** Whoever declined is free at once; the other is told when the time is over, in the words for everybody (rule R11). */
function Declined({ pair }: { pair: ManagedPair }): ReactNode {
  const format = useFormat()
  const [mentor, leader] = [pair.mentor.givenName, pair.leader.givenName]
  const until = format.dateOf(pair.answerBy)
  if (pair.mentorAnswer === 'declined' && pair.leaderAnswer === 'declined') {
    return (
      <Trans>
        {mentor} and {leader} will not go ahead. No reason is asked. Both are free for the next proposal.
      </Trans>
    )
  }
  const free = pair.mentorAnswer === 'declined' ? mentor : leader
  const other = free === mentor ? leader : mentor
  return (
    <Trans>
      {mentor} and {leader} will not go ahead. No reason is asked. {free} is free for the next proposal;{' '}
      {other} is after {until}, and hears then only that it did not come about.
    </Trans>
  )
}

function Rhythms({ pair, cadence }: ManagedPairFactProps): ReactNode {
  const format = useFormat()
  const { lastSessionOn, nextSessionOn, sessionsHeld } = pair
  if (lastSessionOn === null) {
    const started = pair.startedAt ? format.dateOf(pair.startedAt) : ''
    if (nextSessionOn) return <Trans>First session on {format.dayAndMonth(nextSessionOn)}.</Trans>
    return <Trans>Both accepted on {started}, no date yet.</Trans>
  }
  if (rhythmOf(pair, cadence) === 'on-rhythm') {
    return (
      <>
        <Plural value={sessionsHeld} one="One session held" other="# sessions held" />,{' '}
        <Trans>the last on {format.dayAndMonth(lastSessionOn)}.</Trans>
      </>
    )
  }
  const days = daysFrom(lastSessionOn, today())
  const { intervalDays } = cadence
  return (
    <Trans>
      No session for {days} days, agreed every {intervalDays}.
    </Trans>
  )
}
