import { Plural, Trans, useLingui } from '@lingui/react/macro'
import IconCalendar from '@tabler/icons-react/icons/IconCalendar'
import IconListDetails from '@tabler/icons-react/icons/IconListDetails'
import IconPlayerPause from '@tabler/icons-react/icons/IconPlayerPause'
import type { Pair } from '@viceversa/domain/pairs/contract.ts'
import { useFormat } from '../../platform/Formatting.tsx'
import { AudienceLine } from '../../ui/AudienceLine.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { PairAvatar } from '../../ui/PairAvatar.tsx'
import { RoleWord } from '../../ui/RoleWord.tsx'
import { Section } from '../../ui/Section.tsx'
import { Strand } from '../../ui/Strand.tsx'
import { CommonGroundList } from './CommonGroundList.tsx'
import { NextSession } from './NextSession.tsx'
import styles from './PairPage.module.css'
import { meIn, partnerOf, placeOf } from './partner.ts'
import { Reasons } from './Reasons.tsx'
import { positionOn, strandState, today } from './session-line.ts'

/** The page of a running pair, for its two people alone: what is next, the whole time line, who does what. */
export function PairSpace({ pair }: { pair: Pair }) {
  const partner = partnerOf(pair)
  const partnerName = partner.givenName
  return (
    <>
      <PageHeader
        avatar={
          <PairAvatar
            mentor={pair.mentor.displayName}
            leader={pair.leader.displayName}
            size={42}
            layout="diagonal"
          />
        }
        title={<Trans>You and {partnerName}</Trans>}
        lead={<Roles pair={pair} />}
      />
      <AudienceLine mentor leader>
        <Trans>
          Only you and {partnerName} can read this space. The programme team sees dates, nothing else.
        </Trans>
      </AudienceLine>
      <OnHold pair={pair} />
      <div className={styles.space}>
        <NextSession pair={pair} />
        <div className={styles.side}>
          <Section title={<Trans>Who does what</Trans>}>
            <Duties pair={pair} />
          </Section>
          {pair.commonGround.length > 0 && (
            <Section title={<Trans>What we have in common</Trans>}>
              <CommonGroundList pair={pair} />
            </Section>
          )}
        </div>
      </div>
      <OurSessions pair={pair} />
      {pair.reasons.length > 0 && (
        <Section divided title={<Trans>Why the two of us</Trans>}>
          <Reasons pair={pair} />
        </Section>
      )}
    </>
  )
}

function Roles({ pair }: { pair: Pair }) {
  const [me, partner] = [meIn(pair), partnerOf(pair)]
  const [myPlace, partnerPlace] = [placeOf(me), placeOf(partner)]
  return (
    <span className={styles.roles}>
      <span>
        <RoleWord role={me.seat} /> {myPlace ? <Trans>you, {myPlace}</Trans> : <Trans>you</Trans>}
      </span>
      <span>
        <RoleWord role={partner.seat} /> {partnerPlace || partner.givenName}
      </span>
    </span>
  )
}

function OnHold({ pair }: { pair: Pair }) {
  if (pair.state === 'active') return null
  return (
    <Notice icon={IconPlayerPause} title={<Trans>Your pair rests for the moment.</Trans>}>
      {pair.state === 'frozen' ? (
        <Trans>
          A change in the organisation put you into one reporting line. That is nobody’s doing; your programme
          manager gets in touch with both of you.
        </Trans>
      ) : (
        <Trans>Nothing is expected of either of you until it goes on.</Trans>
      )}
    </Notice>
  )
}

/** Who carries the dates and who the agenda (rule R16). */
function Duties({ pair }: { pair: Pair }) {
  const partner = partnerOf(pair).givenName
  return (
    <ul className={styles.duties}>
      <li>
        <IconCalendar size={18} aria-hidden />
        {pair.scheduledBy === pair.mySeat ? (
          <Trans>I find the dates and book them.</Trans>
        ) : (
          <Trans>{partner} finds the dates and books them. I need not chase.</Trans>
        )}
      </li>
      <li>
        <IconListDetails size={18} aria-hidden />
        {pair.agendaBy === pair.mySeat ? (
          <Trans>I set the agenda.</Trans>
        ) : (
          <Trans>{partner} sets the agenda.</Trans>
        )}
      </li>
    </ul>
  )
}

function OurSessions({ pair }: { pair: Pair }) {
  const { t } = useLingui()
  const { sessions } = pair
  if (sessions.length === 0) return null
  const held = sessions.filter(({ state }) => state === 'held').length
  return (
    <Section
      divided
      title={
        <Plural
          value={sessions.length}
          one="Our session"
          _2="Our two sessions"
          _3="Our three sessions"
          _4="Our four sessions"
          _5="Our five sessions"
          _6="Our six sessions"
          other="Our # sessions"
        />
      }
      aside={<Plural value={held} _0="None held yet" one="One held" other="# held" />}
    >
      <Strand
        label={t`Our sessions`}
        today={positionOn(sessions, today())}
        sessions={sessions.map((session) => ({
          key: String(session.number),
          label: <SessionDay session={session} />,
          detail: <Standing session={session} />,
          state: strandState(session, sessions),
        }))}
      />
    </Section>
  )
}

type SessionProps = { session: Pair['sessions'][number] }

/** The day it was or is; without a date, the day by which it should be. */
function SessionDay({ session: { state, heldOn, plannedOn } }: SessionProps) {
  const format = useFormat()
  const day = format.dayAndMonth(heldOn ?? plannedOn)
  return state === 'planned' ? <Trans>By {day}</Trans> : day
}

function Standing({ session: { state } }: SessionProps) {
  if (state === 'held') return <Trans>Held</Trans>
  if (state === 'booked') return <Trans>Booked</Trans>
  return <Trans>No date yet</Trans>
}
