import { clsx } from 'clsx'
import { type ReactNode, useState } from 'react'
import { Field, type FieldProps } from './Field.tsx'
import styles from './Input.module.css'

type NumberFieldProps = FieldProps & {
  /** `null` while empty or not a number. */
  value: number | null
  onChange: (value: number | null) => void
  onBlur?: (() => void) | undefined
  min?: number | undefined
  max?: number | undefined
  /** Step of the arrow keys; whole numbers unless it has decimals. */
  step?: number | undefined
  /** Stands behind the number: "weeks". */
  unit?: ReactNode
  name?: string | undefined
}

/** A number, typed; arrow keys step. Limits guide the arrow keys only: the form says in words what is out of range. */
export function NumberField({
  label,
  hint,
  error,
  optional,
  id,
  labelHidden,
  width = 6,
  fix,
  value,
  onChange,
  onBlur,
  min,
  max,
  step = 1,
  unit,
  name,
}: NumberFieldProps) {
  const [text, setText] = useState(value === null ? '' : String(value))
  const shown = parseNumber(text) === value ? text : value === null ? '' : String(value)

  function type(next: string) {
    setText(next)
    onChange(parseNumber(next))
  }

  function stepBy(steps: number) {
    const next = (value ?? min ?? 0) + steps * step
    type(String(Math.min(max ?? next, Math.max(min ?? next, Number(next.toFixed(6))))))
  }

  return (
    <Field {...{ label, hint, error, optional, id, labelHidden, width, fix }}>
      {(control) => (
        <span className={clsx(styles.input, styles.box)}>
          <input
            {...control}
            name={name}
            inputMode={Number.isInteger(step) ? 'numeric' : 'decimal'}
            autoComplete="off"
            className={styles.bare}
            value={shown}
            onBlur={onBlur}
            onChange={(event) => type(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
              event.preventDefault()
              stepBy(event.key === 'ArrowUp' ? 1 : -1)
            }}
          />
          {unit && <span className={styles.unit}>{unit}</span>}
        </span>
      )}
    </Field>
  )
}

/** Understands a decimal comma, because half of Europe types one. */
function parseNumber(text: string): number | null {
  const plain = text.trim().replace(',', '.')
  return plain === '' || Number.isNaN(Number(plain)) ? null : Number(plain)
}
