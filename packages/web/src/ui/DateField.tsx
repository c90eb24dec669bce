import { useLingui } from '@lingui/react/macro'
import IconCalendar from '@tabler/icons-react/icons/IconCalendar'
import { clsx } from 'clsx'
import { useRef, useState } from 'react'
import { useFormat } from '../platform/Formatting.tsx'
import { IconButton } from './Button.tsx'
import styles from './DateField.module.css'
import { Field, type FieldProps } from './Field.tsx'
import input from './Input.module.css'
import { parseDate } from './parse-date.ts'

type DateFieldProps = FieldProps & {
  /** ISO 8601, `2026-09-14`; empty while nothing or nothing understandable is typed. */
  value: string
  onChange: (value: string) => void
  onBlur?: (() => void) | undefined
  /** First and last day the calendar offers. The form says in words what is out of range. */
  min?: string | undefined
  max?: string | undefined
  name?: string | undefined
}

/** A day: typed the way the person writes dates, or picked from the browser's calendar. */
export function DateField({
  label,
  hint,
  error,
  optional,
  id,
  labelHidden,
  width,
  fix,
  value,
  onChange,
  onBlur,
  min,
  max,
  name,
}: DateFieldProps) {
  const { t } = useLingui()
  const format = useFormat()
  const calendar = useRef<HTMLInputElement>(null)
  const [draft, setDraft] = useState<string | null>(null)
  const [left, setLeft] = useState(false)
  const written = value ? format.date(value) : ''
  const example = format.date('2026-09-14')
  const misunderstood = draft !== null && draft.trim() !== '' && value === ''
  const complaint =
    misunderstood && left ? t`We do not understand this date. Write it like ${example}.` : undefined

  function type(text: string) {
    setDraft(text)
    setLeft(false)
    onChange(parseDate(text, format.locale, new Date().getFullYear()) ?? '')
  }

  function leave() {
    // A date that was understood is shown written out, so that 3/4 cannot be taken for the wrong one.
    if (!misunderstood) setDraft(null)
    setLeft(true)
    onBlur?.()
  }

  return (
    <Field {...{ label, hint, optional, id, labelHidden, width, fix }} error={error ?? complaint}>
      {(control) => (
        <span className={clsx(input.input, input.box, styles.box)}>
          <input
            {...control}
            name={name}
            autoComplete="off"
            className={input.bare}
            value={draft ?? written}
            onChange={(event) => type(event.target.value)}
            onBlur={leave}
          />
          <input
            ref={calendar}
            type="date"
            tabIndex={-1}
            aria-hidden="true"
            className={styles.native}
            value={value}
            {...{ min, max }}
            onChange={(event) => {
              setDraft(null)
              onChange(event.target.value)
            }}
          />
          <IconButton
            icon={IconCalendar}
            label={t`Choose from a calendar`}
            className={styles.button}
            onClick={() => calendar.current?.showPicker()}
          />
        </span>
      )}
    </Field>
  )
}
