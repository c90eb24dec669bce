import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { ControlRoom } from '@viceversa/domain/programmes/contract.ts'
import { useFormat } from '../../../platform/Formatting.tsx'
import { Strand, type StrandSession } from '../../../ui/Strand.tsx'
import { today } from '../today.ts'
import styles from './ProgrammeStrand.module.css'
import { positionOfDay } from './strand-position.ts'

type Session = ControlRoom['sessions'][number]

/** The time line of the whole programme: one crossing per session, with how many pairs met. */
export function ProgrammeStrand({ room }: { room: ControlRoom }) {
  const { t } = useLingui()
  const format = useFormat()
  const { programme, sessions } = room
  if (sessions.length === 0) return null

  const now = today()
  const position = positionOfDay(
    sessions.map(({ plannedOn }) => plannedOn),
    now,
  )
  const isRunning = programme.kickOffOn !== null && programme.kickOffOn <= now && programme.state !== 'draft'
  return (
    <div className={styles.strand}>
      <Strand
        label={t`Sessions of the programme`}
        sessions={sessions.map((session, index) => ({
          key: String(session.number),
          label: isOnlyOneInMonth(sessions, index)
            ? format.month(session.plannedOn).split(' ')[0]
            : format.dayAndMonth(session.plannedOn),
          detail: <Meetings session={session} now={now} />,
          state: stateOf(sessions, index, now),
        }))}
        start={{
          label: <Trans>Set up and match</Trans>,
          detail: programme.kickOffOn ? (
            <Trans>Kick-off {format.dayAndMonth(programme.kickOffOn)}</Trans>
          ) : undefined,
        }}
        end={{
          label: <Trans>Close and learn</Trans>,
          detail: programme.endsOn ? format.dayAndMonth(programme.endsOn) : undefined,
        }}
        today={isRunning ? position : -0.5}
        todayLabel={isRunning ? <Trans>Today, {format.dayAndMonth(now)}</Trans> : undefined}
      />
    </div>
  )
}

function isOnlyOneInMonth(sessions: readonly Session[], index: number): boolean {
  const month = sessions[index]?.plannedOn.slice(0, 7)
  return sessions.filter(({ plannedOn }) => plannedOn.startsWith(month ?? '')).length === 1
}

function stateOf(sessions: readonly Session[], index: number, now: string): StrandSession['state'] {
  const session = sessions[index]!
  if (session.plannedOn < now) return session.held > 0 ? 'held' : 'planned'
  const next = sessions.findIndex(({ plannedOn }) => plannedOn >= now)
  return index === next && session.pairs > 0 ? 'next' : 'ahead'
}

function Meetings({ session, now }: { session: Session; now: string }) {
  const { held, booked, pairs, plannedOn } = session
  if (pairs === 0) return <Trans>planned</Trans>
  if (plannedOn < now) {
    return (
      <Trans>
        {held} of {pairs} met
      </Trans>
    )
  }
  if (held > 0) {
    return (
      <Trans>
        {held} met, {booked} booked
      </Trans>
    )
  }
  return <Plural value={booked} _0="not yet booked" one="# booked" other="# booked" />
}
