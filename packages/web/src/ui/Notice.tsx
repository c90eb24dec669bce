import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import type { IconType } from './icon.ts'
import styles from './Notice.module.css'
import type { Tone } from './Tag.tsx'

type NoticeProps = {
  tone?: Tone | undefined
  icon: IconType
  /** The first words, in bold. */
  title?: ReactNode
  children?: ReactNode
  /** A link or a text button. */
  action?: ReactNode
  /** How urgently a screen reader hears it when it appears: `polite` for news, `assertive` for a failed action. */
  live?: 'polite' | 'assertive' | undefined
}

/** A sentence or two that belong to the part of the page around them: a limit, a refusal, offline, what a filter hides. */
export function Notice({ tone = 'neutral', icon: Icon, title, children, action, live }: NoticeProps) {
  return (
    <div
      className={clsx(styles.notice, styles[tone])}
      role={live === 'assertive' ? 'alert' : live === 'polite' ? 'status' : undefined}
    >
      <Icon size={19} aria-hidden />
      <div className={styles.words}>
        {title && <strong>{title}</strong>} {children}
        {action && <div className={styles.action}>{action}</div>}
      </div>
    </div>
  )
}
