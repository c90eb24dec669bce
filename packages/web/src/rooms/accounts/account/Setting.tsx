import type { ReactNode } from 'react'
import styles from './Setting.module.css'

/** One way in: its name, how it stands, and what can be done about it. */
export function Setting({
  title,
  state,
  action,
  children,
}: {
  title: ReactNode
  state: ReactNode
  action?: ReactNode
  children?: ReactNode
}) {
  return (
    <div className={styles.setting}>
      <div className={styles.line}>
        <div>
          <h3 className={styles.title}>{title}</h3>
          <p className={styles.state}>{state}</p>
        </div>
        {action}
      </div>
      {children}
    </div>
  )
}
