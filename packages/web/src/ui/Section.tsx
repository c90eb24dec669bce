import { clsx } from 'clsx'
import { type ReactNode, useId } from 'react'
import styles from './Section.module.css'
import { SectionHeader } from './SectionHeader.tsx'

type SectionProps = {
  title: ReactNode
  lead?: ReactNode
  aside?: ReactNode
  level?: 2 | 3 | undefined
  /** A hairline above, between this section and what came before. */
  divided?: boolean | undefined
  children: ReactNode
}

/** A part of a page under its heading. Plain on wide screens, a card on the canvas on phones. */
export function Section({ title, lead, aside, level, divided, children }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={clsx(styles.section, divided && styles.divided)}>
      <SectionHeader id={id} title={title} lead={lead} aside={aside} level={level} />
      {children}
    </section>
  )
}
