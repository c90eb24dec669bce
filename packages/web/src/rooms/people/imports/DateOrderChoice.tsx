import { Trans, useLingui } from '@lingui/react/macro'
import type { DateOrder, ImportColumn } from '@viceversa/domain/people/contract.ts'
import { useFormat } from '../../../platform/Formatting.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'

type DateOrderChoiceProps = {
  dates: NonNullable<ImportColumn['dates']>
  /** `null` while nobody has chosen. */
  value: DateOrder | null
  onChange: (order: DateOrder) => void
}

/** How dates such as 03/04/2025 are meant, by an example of the file. */
export function DateOrderChoice({ dates, value, onChange }: DateOrderChoiceProps) {
  const { t } = useLingui()
  const format = useFormat()
  const { example, dayFirst, monthFirst, assumed } = dates
  const mixed = dayFirst === null || monthFirst === null
  return (
    <Segmented
      label={t`What “${example}” means`}
      hint={
        mixed ? (
          <Trans>
            The dates are written both ways. Rows with the other one are left out, so that you can mend them.
          </Trans>
        ) : value !== null ? (
          <Trans>The dates of this column can be read two ways.</Trans>
        ) : assumed === 'day-first' ? (
          <Trans>The dates of this column can be read two ways. We assume that the day comes first.</Trans>
        ) : (
          <Trans>The dates of this column can be read two ways. We assume that the month comes first.</Trans>
        )
      }
      value={value ?? assumed}
      onChange={onChange}
      options={[
        { value: 'day-first', label: dayFirst === null ? t`Day first` : format.date(dayFirst) },
        { value: 'month-first', label: monthFirst === null ? t`Month first` : format.date(monthFirst) },
      ]}
    />
  )
}
