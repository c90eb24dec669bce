import { clsx } from 'clsx'
import type { ComponentPropsWithRef } from 'react'
import { Field, type FieldProps } from './Field.tsx'
import styles from './Input.module.css'

type TextFieldProps = FieldProps & {
  value: string
  onChange: (value: string) => void
  size?: 'medium' | 'large' | undefined
} & Omit<ComponentPropsWithRef<'input'>, 'value' | 'onChange' | 'size' | 'width'>

/** One line of text, an address or a code. `type`, `autoComplete`, `inputMode`, `onBlur` and the like pass through. */
export function TextField({
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
  size = 'medium',
  className,
  type = 'text',
  ...rest
}: TextFieldProps) {
  return (
    <Field {...{ label, hint, error, optional, id, labelHidden, width, fix }}>
      {(control) => (
        <input
          {...rest}
          {...control}
          type={type}
          className={clsx(styles.input, size === 'large' && styles.large, className)}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
