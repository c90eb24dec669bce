import { clsx } from 'clsx'
import { type ReactNode, useId } from 'react'
import { Stack } from '../Layout.tsx'
import { SectionHeader } from '../SectionHeader.tsx'
import styles from './Patterns.module.css'

type PanelProps = { title: string; lead?: string; span?: 1 | 2 | 3; children: ReactNode }

export function Panel({ title, lead, span = 1, children }: PanelProps) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className={clsx(styles.panel, span === 2 && styles.wide, span === 3 && styles.full)}
    >
      <SectionHeader id={id} title={title} lead={lead} />
      <Stack gap={2}>{children}</Stack>
    </section>
  )
}
