import { Trans } from '@lingui/react/macro'
import IconArrowRight from '@tabler/icons-react/icons/IconArrowRight'
import type { ImportChange } from '@viceversa/domain/people/contract.ts'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import styles from './Imports.module.css'
import { useChangedFieldName, useChangedValue } from './useFieldNames.ts'

/** Field by field, what stands there now and what would stand there. */
export function FieldChanges({ changes }: Pick<ImportChange, 'changes'>) {
  const nameOf = useChangedFieldName()
  const inWords = useChangedValue()
  if (changes.length === 0) return <Trans>Nothing</Trans>
  return (
    <ul className={styles.changes}>
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          <span className={styles.changedField}>{nameOf(field)}</span>
          <span className={styles.values}>
            <del className={styles.before}>{inWords(field, before)}</del>
            <IconArrowRight size={14} aria-hidden className={styles.arrow} />
            <VisuallyHidden>
              <Trans>becomes</Trans>
            </VisuallyHidden>
            <ins className={styles.after}>{inWords(field, after)}</ins>
          </span>
        </li>
      ))}
    </ul>
  )
}
