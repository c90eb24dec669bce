import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import type { IconType } from './icon.ts'
import styles from './Tag.module.css'

export type Tone = 'neutral' | 'positive' | 'caution' | 'critical'

type TagProps = {
  tone?: Tone | undefined
  icon?: IconType | undefined
  /** Only an outline, for facts that are neither good nor bad. */
  plain?: boolean | undefined
  children: ReactNode
}

/** A short fact about a thing: "Both signed", "Answer by Friday". Never a button. Toned tags should carry an icon. */
export function Tag({ tone = 'neutral', icon: Icon, plain, children }: TagProps) {
  return (
    <span className={clsx(styles.tag, styles[tone], plain && styles.plain)}>
      {Icon && <Icon size={13} aria-hidden />}
      {children}
    </span>
  )
}
