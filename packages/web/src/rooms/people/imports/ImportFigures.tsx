import { Trans } from '@lingui/react/macro'
import type { PeopleImport } from '@viceversa/domain/people/contract.ts'
import type { ReactNode } from 'react'
import { useFormat } from '../../../platform/Formatting.tsx'
import styles from './Imports.module.css'

type ImportFiguresProps = {
  counts: NonNullable<PeopleImport['counts']>
  markMissingAsLeft: boolean
}

/** Every row of the file is in one of the figures. */
export function ImportFigures({ counts, markMissingAsLeft }: ImportFiguresProps) {
  const figures: [label: ReactNode, value: number][] = [
    [<Trans key="created">Created</Trans>, counts.created],
    [<Trans key="updated">Changed</Trans>, counts.updated],
    [<Trans key="unchanged">Unchanged</Trans>, counts.unchanged],
    [
      markMissingAsLeft ? (
        <Trans key="left">Marked as left</Trans>
      ) : (
        <Trans key="missing">Missing, stay as they are</Trans>
      ),
      counts.missing,
    ],
    [<Trans key="skipped">Rows left out</Trans>, counts.skipped],
  ]
  const format = useFormat()
  return (
    <dl className={styles.figures}>
      {figures.map(([label, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of figures
        <div key={index} className={styles.figure}>
          <dt>{label}</dt>
          <dd>{format.number(value)}</dd>
        </div>
      ))}
    </dl>
  )
}
