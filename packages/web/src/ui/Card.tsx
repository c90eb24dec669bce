import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import styles from './Card.module.css'

type CardProps = {
  /** The one card on a page that says what is next. */
  raised?: boolean | undefined
  /** A quiet area inside a page. */
  sunken?: boolean | undefined
  as?: 'div' | 'section' | 'li' | 'article' | undefined
  'aria-labelledby'?: string | undefined
  'aria-label'?: string | undefined
  children: ReactNode
}

/** A bordered area. Prefer hairlines and space between sections; a card sets one thing apart. */
export function Card({ raised, sunken, as: Element = 'div', children, ...aria }: CardProps) {
  return (
    <Element {...aria} className={clsx(styles.card, raised && styles.raised, sunken && styles.sunken)}>
      {children}
    </Element>
  )
}
