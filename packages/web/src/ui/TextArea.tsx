import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import type { ComponentPropsWithRef } from 'react'
import { Field, type FieldProps } from './Field.tsx'
import styles from './Input.module.css'

type TextAreaProps = FieldProps & {
  value: string
  onChange: (value: string) => void
  /** Most characters allowed. The count appears once four fifths are used; typing on is possible, sending is not. */
  limit?: number | undefined
} & Omit<ComponentPropsWithRef<'textarea'>, 'value' | 'onChange' | 'maxLength'>

/** Several lines of text. Grows with its content where the browser can. */
export function TextArea({
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
  limit,
  rows = 4,
  className,
  ...rest
}: TextAreaProps) {
  return (
    <Field {...{ label, hint, error, optional, id, labelHidden, width, fix }}>
      {(control) => (
        <>
          <textarea
            {...rest}
            {...control}
            rows={rows}
            style={{ ['--rows' as string]: rows }}
            className={clsx(styles.input, styles.area, className)}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          {limit !== undefined && value.length > limit * 0.8 && <Counter left={limit - value.length} />}
        </>
      )}
    </Field>
  )
}

function Counter({ left }: { left: number }) {
  const { t } = useLingui()
  const over = -left
  return (
    <p className={clsx(styles.counter, left < 0 && styles.over)} role="status">
      {left < 0 ? t`${over} characters too many` : t`${left} characters left`}
    </p>
  )
}
