import type { ReactNode } from 'react'
import styles from './VisuallyHidden.module.css'

/** Words for screen readers where the eye has a shape or a position. */
export function VisuallyHidden({
  as: Element = 'span',
  children,
}: {
  as?: 'span' | 'div' | 'h2' | 'caption'
  children: ReactNode
}) {
  return <Element className={styles.hidden}>{children}</Element>
}
