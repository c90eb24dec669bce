import { Plural, Trans } from '@lingui/react/macro'
import IconCalendarCheck from '@tabler/icons-react/icons/IconCalendarCheck'
import IconCalendarQuestion from '@tabler/icons-react/icons/IconCalendarQuestion'
import type { Pair } from '@viceversa/domain/pairs/contract.ts'
import type { ReactNode } from 'react'
import { useFormat } from '../../platform/Formatting.tsx'
import { Card } from '../../ui/Card.tsx'
import { Halves } from '../../ui/Halves.tsx'
import { Tag } from '../../ui/Tag.tsx'
import styles from './PairPage.module.css'
import { partnerOf } from './partner.ts'
import { daysFrom, nextSession, today } from './session-line.ts'

/** The session that comes next, and how its time is shared: each leads one half. */
export function NextSession({ pair }: { pair: Pair }) {
  const format = useFormat()
  const session = nextSession(pair.sessions)
  if (!session) {
    return (
      <Card raised as="section" aria-labelledby="next-session">
        <h2 id="next-session">
          <Trans>All sessions are held</Trans>
        </h2>
        <p className={styles.quiet}>
          <Trans>Thank you both for the time you gave each other.</Trans>
        </p>
      </Card>
    )
  }

  const { number, plannedOn } = session
  const all = pair.sessions.length
  const booked = session.state === 'booked'
  const leaf = (part: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(format.locale, { ...part, timeZone: 'UTC' }).format(new Date(plannedOn))
  return (
    <Card raised as="section" aria-labelledby="next-session">
      <div className={styles.nextHead}>
        <p className={styles.date} aria-hidden="true">
          <span>{leaf({ month: 'long' })}</span>
          <strong>{leaf({ day: 'numeric' })}</strong>
          <span>{leaf({ weekday: 'short' })}</span>
        </p>
        <div>
          <p className={styles.small}>
            <Trans>
              Session {number} of {all}
            </Trans>
            , <Away days={daysFrom(today(), plannedOn)} />
          </p>
          <h2 id="next-session">
            {number === 1 ? <Trans>Your first session</Trans> : <Trans>Your next session</Trans>}
          </h2>
          <p className={styles.small}>
            <Booking pair={pair} booked={booked} plannedOn={format.date(plannedOn)} />
          </p>
        </div>
        {booked ? (
          <Tag tone="positive" icon={IconCalendarCheck}>
            <Trans>Booked</Trans>
          </Tag>
        ) : (
          <Tag icon={IconCalendarQuestion}>
            <Trans>No date yet</Trans>
          </Tag>
        )}
      </div>
      <HalvesOfSession pair={pair} />
    </Card>
  )
}

function Away({ days }: { days: number }): ReactNode {
  if (days < 0) return <Plural value={-days} one="planned for yesterday" other="planned for # days ago" />
  return <Plural value={days} _0="today" _1="tomorrow" other="in # days" />
}

function Booking({ pair, booked, plannedOn }: { pair: Pair; booked: boolean; plannedOn: string }): ReactNode {
  const partner = partnerOf(pair).givenName
  if (booked) return <Trans>On {plannedOn}.</Trans>
  if (pair.scheduledBy === pair.mySeat) {
    return (
      <Trans>
        By {plannedOn}. Please offer {partner} some dates.
      </Trans>
    )
  }
  return (
    <Trans>
      By {plannedOn}. {partner} offers you some dates.
    </Trans>
  )
}

/** Half the time the mentor leads, half the leader does (rule R21); the reader's own half comes first in the words. */
function HalvesOfSession({ pair }: { pair: Pair }) {
  const partner = partnerOf(pair).givenName
  const half = Math.round(pair.sessionMinutes / 2)
  const rest = pair.sessionMinutes - half
  const mine = pair.mySeat
  return (
    <Halves
      mentor={{
        above: <Plural value={half} one="First minute" other="First # minutes" />,
        title: mine === 'mentor' ? <Trans>You lead</Trans> : <Trans>{partner} leads</Trans>,
        children:
          mine === 'mentor' ? (
            <Trans>Show what you know, and ask what you like. The theme is yours.</Trans>
          ) : (
            <Trans>{partner} brings the theme. Listen first, then ask.</Trans>
          ),
      }}
      leader={{
        above: <Plural value={rest} one="Then one minute" other="Then # minutes" />,
        title: mine === 'leader' ? <Trans>Swap: you lead</Trans> : <Trans>Swap: {partner} leads</Trans>,
        children:
          mine === 'leader' ? (
            <Trans>Say how things are decided where you sit, and what you take from this.</Trans>
          ) : (
            <Trans>{partner} says how things are decided, and what to take from this.</Trans>
          ),
      }}
    />
  )
}
