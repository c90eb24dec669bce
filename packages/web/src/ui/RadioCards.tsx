import { type ReactNode, useId } from 'react'
import { FieldGroup, type FieldProps } from './Field.tsx'
import styles from './RadioCards.module.css'

export type RadioCard<Value extends string> = { value: Value; label: ReactNode; detail?: ReactNode }

type RadioCardsProps<Value extends string> = FieldProps & {
  value: Value | null
  onChange: (value: Value) => void
  options: readonly RadioCard<Value>[]
  /** Cards side by side on wide screens; one below the other on narrow ones. */
  columns?: 1 | 2 | 3 | undefined
}

/** One of a few choices that need a sentence each. */
export function RadioCards<Value extends string>({
  value,
  onChange,
  options,
  columns = 3,
  ...field
}: RadioCardsProps<Value>) {
  const name = useId()
  return (
    <FieldGroup {...field}>
      <div className={styles.cards} data-columns={columns}>
        {options.map((option) => (
          <label key={option.value} className={styles.card}>
            <input
              type="radio"
              name={name}
              className={styles.radio}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>
              <span className={styles.label}>{option.label}</span>
              {option.detail && <span className={styles.detail}>{option.detail}</span>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}
