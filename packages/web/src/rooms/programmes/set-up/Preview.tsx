import { Trans, useLingui } from '@lingui/react/macro'
import type { PlannedSession } from '@viceversa/domain/programmes/contract.ts'
import { hoursAsked } from '@viceversa/domain/programmes/hours.ts'
import { useFormat } from '../../../platform/Formatting.tsx'
import { RoleWord } from '../../../ui/RoleWord.tsx'
import { Strand } from '../../../ui/Strand.tsx'
import styles from './Preview.module.css'

type PreviewProps = {
  sessions: readonly PlannedSession[]
  kickOffOn: string | null
  sessionCount: number
  sessionMinutes: number
}

/** What the answers so far mean for people: the time line of a pair, and the hours asked of each. */
export function Preview({ sessions, kickOffOn, sessionCount, sessionMinutes }: PreviewProps) {
  const { t } = useLingui()
  const format = useFormat()
  const hours = hoursAsked(sessionCount, sessionMinutes)
  return (
    <div className={styles.preview}>
      <h2>
        <Trans>What a pair will see</Trans>
      </h2>
      {kickOffOn && (
        <p className={styles.kickOff}>
          <Trans>Kick-off on {format.date(kickOffOn)}</Trans>
        </p>
      )}
      <Strand
        orientation="upright"
        label={t`Sessions of a pair`}
        sessions={sessions.map(({ number, plannedOn }) => ({
          key: String(number),
          label: format.dayAndMonth(plannedOn),
          detail:
            number === 1 ? (
              <Trans>First session</Trans>
            ) : number === sessions.length ? (
              <Trans>Last session</Trans>
            ) : (
              <Trans>Session {number}</Trans>
            ),
          state: 'planned',
        }))}
      />
      {sessions.length === 0 && (
        <p className={styles.kickOff}>
          <Trans>The sessions appear here once there is a kick-off and a last session.</Trans>
        </p>
      )}
      <h2>
        <Trans>What you ask of each person</Trans>
      </h2>
      <div className={styles.hours}>
        {(['mentor', 'leader'] as const).map((seat) => (
          <div key={seat}>
            <RoleWord role={seat} />
            <strong>
              <Trans>{format.number(hours[seat].total, decimalsOf(hours[seat].total))} h</Trans>
            </strong>
            <span>
              <Trans>
                {format.number(hours[seat].sessions, decimalsOf(hours[seat].sessions))} h sessions,{' '}
                {format.number(hours[seat].training, decimalsOf(hours[seat].training))} h training
              </Trans>
            </span>
          </div>
        ))}
      </div>
    </div>
  )
}

function decimalsOf(hours: number): number {
  return Number.isInteger(hours) ? 0 : Number.isInteger(hours * 10) ? 1 : 2
}
