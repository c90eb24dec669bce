import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import styles from './SectionHeader.module.css'

type SectionHeaderProps = {
  title: ReactNode
  /** For `aria-labelledby` of the section around it. */
  id?: string | undefined
  level?: 2 | 3 | undefined
  /** One line under the title. */
  lead?: ReactNode
  /** A link, a tag or a small button at the far end. */
  aside?: ReactNode
}

/** The heading of a part of a page. */
export function SectionHeader({ title, id, level = 2, lead, aside }: SectionHeaderProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className={styles.holder}>
      <div className={styles.line}>
        <Heading id={id} className={clsx(level === 3 && styles.small)}>
          {title}
        </Heading>
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
      {lead && <div className={styles.lead}>{lead}</div>}
    </div>
  )
}
