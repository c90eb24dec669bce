import IconChevronDown from '@tabler/icons-react/icons/IconChevronDown'
import { clsx } from 'clsx'
import type { ComponentPropsWithRef } from 'react'
import { Field, type FieldProps } from './Field.tsx'
import styles from './Input.module.css'

export type Option<Value extends string> = { value: Value; label: string; disabled?: boolean | undefined }

type SelectProps<Value extends string> = FieldProps & {
  value: Value | ''
  onChange: (value: Value) => void
  options: readonly Option<Value>[]
  /** Shown while nothing is chosen; cannot be chosen again. */
  placeholder?: string | undefined
} & Omit<ComponentPropsWithRef<'select'>, 'value' | 'onChange' | 'width'>

/** One of up to some thirty choices, in the browser's own list: it opens large on a phone and speaks every language. */
export function Select<Value extends string>({
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
  options,
  placeholder,
  className,
  ...rest
}: SelectProps<Value>) {
  return (
    <Field {...{ label, hint, error, optional, id, labelHidden, width, fix }}>
      {(control) => (
        <span className={styles.selectHolder}>
          <select
            {...rest}
            {...control}
            className={clsx(styles.input, styles.select, className)}
            value={value}
            onChange={(event) => onChange(event.target.value as Value)}
          >
            {placeholder !== undefined && (
              <option value="" disabled>
                {placeholder}
              </option>
            )}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <IconChevronDown size={18} aria-hidden />
        </span>
      )}
    </Field>
  )
}
