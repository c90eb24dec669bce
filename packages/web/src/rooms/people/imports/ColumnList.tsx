import { Trans, useLingui } from '@lingui/react/macro'
import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import IconCheck from '@tabler/icons-react/icons/IconCheck'
import IconEyeOff from '@tabler/icons-react/icons/IconEyeOff'
import {
  type DateOrder,
  type ImportColumn,
  type ImportField,
  importField,
} from '@viceversa/domain/people/contract.ts'
import { Select } from '../../../ui/Select.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { DateOrderChoice } from './DateOrderChoice.tsx'
import styles from './Imports.module.css'
import { useFieldNames } from './useFieldNames.ts'

type ColumnListProps = {
  columns: readonly ImportColumn[]
  mapping: Readonly<Record<string, ImportField>>
  remembered: boolean
  dateOrder: DateOrder | null
  onChange: (index: number, field: ImportField) => void
  onDateOrder: (order: DateOrder) => void
}

/** The columns in the order of the file, each with what it becomes. */
export function ColumnList({ columns, mapping, onChange, ...rest }: ColumnListProps) {
  const { t } = useLingui()
  return (
    <div className={styles.columns}>
      <div className={styles.columnsHead} aria-hidden="true">
        <span>
          <Trans>Column in the file</Trans>
        </span>
        <span>
          <Trans>Becomes</Trans>
        </span>
        <span>
          <Trans>How sure we are</Trans>
        </span>
      </div>
      <ol aria-label={t`Columns of the file`} className={styles.columnsList}>
        {columns.map((column) => (
          <ColumnRow
            key={column.index}
            column={column}
            field={mapping[column.index] ?? 'ignore'}
            {...rest}
            onChange={(field) => onChange(column.index, field)}
          />
        ))}
      </ol>
    </div>
  )
}

type ColumnRowProps = Pick<ColumnListProps, 'remembered' | 'dateOrder' | 'onDateOrder'> & {
  column: ImportColumn
  field: ImportField
  onChange: (field: ImportField) => void
}

function ColumnRow({ column, field, remembered, dateOrder, onChange, onDateOrder }: ColumnRowProps) {
  const { t } = useLingui()
  const names = useFieldNames()
  const { header, examples, sensitive, dates } = column
  const title = header || t`Without a title`
  return (
    <li className={styles.column}>
      <div className={styles.columnWords}>
        <strong>{title}</strong>
        {examples.length > 0 && <span className={styles.examples}>{examples.join(', ')}</span>}
      </div>
      {sensitive === null ? (
        <>
          <Select
            label={t`What “${title}” becomes`}
            labelHidden
            value={field}
            onChange={onChange}
            options={[
              { value: 'ignore', label: names.ignore },
              ...importField.options
                .filter((each) => each !== 'ignore')
                .map((each) => ({ value: each, label: names[each] })),
            ]}
          />
          <span className={styles.confidence}>
            <Confidence column={column} field={field} remembered={remembered} dateOrder={dateOrder} />
          </span>
          {field === 'hireDate' && dates && (
            <div className={styles.columnMore}>
              <DateOrderChoice dates={dates} value={dateOrder} onChange={onDateOrder} />
            </div>
          )}
        </>
      ) : (
        <div className={styles.sensitive}>
          <Tag plain icon={IconEyeOff}>
            <Trans>Left out: {sensitive}</Trans>
          </Tag>
          <span className={styles.examples}>
            <Trans>Its values were not stored.</Trans>
          </span>
        </div>
      )}
    </li>
  )
}

function Confidence({
  column: { guess, confidence, dates },
  field,
  remembered,
  dateOrder,
}: Omit<ColumnRowProps, 'onChange' | 'onDateOrder'>) {
  if (field === 'hireDate' && dates && dateOrder === null) {
    return (
      <>
        <IconAlertTriangle size={15} aria-hidden className={styles.unsure} />
        <Trans>Dates to check</Trans>
      </>
    )
  }
  if (field !== guess) {
    return remembered ? <Trans>As set before or by you</Trans> : <Trans>Chosen by you</Trans>
  }
  if (field === 'ignore') return <Trans>Not recognised, left out</Trans>
  if (confidence === 'sure') {
    return (
      <>
        <IconCheck size={15} aria-hidden className={styles.sure} />
        <Trans>Recognised</Trans>
      </>
    )
  }
  return (
    <>
      <IconAlertTriangle size={15} aria-hidden className={styles.unsure} />
      {confidence === 'likely' ? <Trans>Likely, please check</Trans> : <Trans>A guess, please check</Trans>}
    </>
  )
}
