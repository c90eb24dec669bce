import { type ReactNode, useId } from 'react'
import { FieldGroup, type FieldProps } from './Field.tsx'
import styles from './Segmented.module.css'

type SegmentedProps<Value extends string | number> = FieldProps & {
  value: Value | null
  onChange: (value: Value) => void
  options: readonly { value: Value; label: ReactNode }[]
  /** Stands behind the choices: "min". */
  unit?: ReactNode
}

/** One of two to four short choices. */
export function Segmented<Value extends string | number>({
  value,
  onChange,
  options,
  unit,
  ...field
}: SegmentedProps<Value>) {
  const name = useId()
  return (
    <FieldGroup {...field}>
      <div className={styles.track}>
        {options.map((option) => (
          <label key={option.value} className={styles.choice}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
        {unit && <span className={styles.unit}>{unit}</span>}
      </div>
    </FieldGroup>
  )
}
