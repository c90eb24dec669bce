import { clsx } from 'clsx'
import { type ReactNode, useId } from 'react'
import styles from './Checkbox.module.css'
import { FieldError } from './Field.tsx'

type CheckboxProps = {
  checked: boolean
  onChange: (checked: boolean) => void
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  /** Some but not all of what the box stands for. */
  partly?: boolean | undefined
  labelHidden?: boolean | undefined
  disabled?: boolean | undefined
  id?: string | undefined
  name?: string | undefined
}

/** A box to tick. The whole line is the target. */
export function Checkbox({
  checked,
  onChange,
  label,
  hint,
  error,
  partly,
  labelHidden,
  disabled,
  id,
  name,
}: CheckboxProps) {
  const generated = useId()
  const inputId = id ?? generated
  return (
    <div className={styles.holder}>
      <label className={clsx(styles.line, labelHidden && styles.alone)}>
        <input
          type="checkbox"
          id={inputId}
          name={name}
          className={styles.box}
          checked={checked}
          disabled={disabled}
          aria-invalid={error ? true : undefined}
          aria-describedby={clsx(hint && `${inputId}-hint`, error && `${inputId}-error`) || undefined}
          ref={(input) => {
            if (input) input.indeterminate = Boolean(partly)
          }}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span className={clsx(labelHidden && styles.hidden)}>{label}</span>
      </label>
      {hint && (
        <div id={`${inputId}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
      <FieldError id={`${inputId}-error`} error={error} />
    </div>
  )
}
