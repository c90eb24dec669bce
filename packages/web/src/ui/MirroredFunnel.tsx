import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import styles from './MirroredFunnel.module.css'
import { RoleWord } from './RoleWord.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'

type MirroredFunnelProps = {
  /** For screen readers: what is counted. */
  caption: ReactNode
  steps: readonly { key: string; label: ReactNode; mentors: number; leaders: number }[]
}

/** From invitation to rhythm, mentors to the left and leaders to the right of the step's name. A table for those who listen. */
export function MirroredFunnel({ caption, steps }: MirroredFunnelProps) {
  const most = Math.max(1, ...steps.flatMap(({ mentors, leaders }) => [mentors, leaders]))
  const share = (count: number) => `${(count / most) * 78}%`
  return (
    <table className={styles.funnel}>
      <VisuallyHidden as="caption">{caption}</VisuallyHidden>
      <thead>
        <tr>
          <th scope="col" className={styles.mentors}>
            <RoleWord role="mentor">
              <Trans>Mentors</Trans>
            </RoleWord>
          </th>
          <th scope="col">
            <VisuallyHidden>
              <Trans>Step</Trans>
            </VisuallyHidden>
          </th>
          <th scope="col" className={styles.leaders}>
            <RoleWord role="leader">
              <Trans>Leaders</Trans>
            </RoleWord>
          </th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ key, label, mentors, leaders }) => (
          <tr key={key}>
            <td className={styles.mentors}>
              <span className={styles.side}>
                {mentors}
                <span className={styles.mentorBar} style={{ inlineSize: share(mentors) }} />
              </span>
            </td>
            <th scope="row">{label}</th>
            <td className={styles.leaders}>
              <span className={styles.side}>
                <span className={styles.leaderBar} style={{ inlineSize: share(leaders) }} />
                {leaders}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
