import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import styles from './Layout.module.css'

/** Steps of the space scale: 1 = 4 px, 2 = 8, 3 = 12, 4 = 16, 5 = 20, 6 = 24, 7 = 32, 8 = 40. */
export type Space = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

type StackProps = {
  gap?: Space | undefined
  as?: 'div' | 'ul' | 'ol' | 'form' | undefined
  children: ReactNode
}

/** Things below each other. */
export function Stack({ gap = 4, as: Element = 'div', children }: StackProps) {
  return (
    <Element className={styles.stack} data-gap={gap}>
      {children}
    </Element>
  )
}

type RowProps = {
  gap?: Space | undefined
  align?: 'start' | 'center' | 'end' | 'baseline' | undefined
  justify?: 'start' | 'between' | 'end' | undefined
  /** Goes on in a new line where there is no room. */
  wrap?: boolean | undefined
  children: ReactNode
}

/** Things beside each other. */
export function Row({ gap = 2, align = 'center', justify = 'start', wrap = true, children }: RowProps) {
  return (
    <div
      className={clsx(styles.row, wrap && styles.wrap)}
      data-gap={gap}
      data-align={align}
      data-justify={justify}
    >
      {children}
    </div>
  )
}

type ColumnsProps = {
  /** Equal columns, or a wide one with a narrow one at its side (356 px). One column under 820 px. */
  layout?: 'halves' | 'thirds' | 'aside' | undefined
  gap?: Space | undefined
  children: ReactNode
}

/** Parts of a page side by side on wide screens. */
export function Columns({ layout = 'halves', gap = 7, children }: ColumnsProps) {
  return (
    <div className={clsx(styles.columns, styles[layout])} data-gap={gap}>
      {children}
    </div>
  )
}
