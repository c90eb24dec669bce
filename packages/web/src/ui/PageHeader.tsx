import type { ReactNode } from 'react'
import styles from './PageHeader.module.css'

type PageHeaderProps = {
  /** A sentence where possible: "Good morning, Imogen. Four things need you." */
  title: ReactNode
  /** One line of facts below. */
  lead?: ReactNode
  /** A pair or a person in front of the title. */
  avatar?: ReactNode
  /** Secondary actions first, the primary one last. */
  actions?: ReactNode
}

/** The page's only `h1`, with what one can do here. */
export function PageHeader({ title, lead, avatar, actions }: PageHeaderProps) {
  return (
    <div className={styles.header}>
      {avatar}
      <div className={styles.words}>
        <h1>{title}</h1>
        {lead && <div className={styles.lead}>{lead}</div>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
