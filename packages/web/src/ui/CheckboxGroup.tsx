import type { ReactNode } from 'react'
import { Checkbox } from './Checkbox.tsx'
import styles from './CheckboxGroup.module.css'
import { FieldGroup, type FieldProps } from './Field.tsx'

export type Choice<Value extends string> = {
  value: Value
  label: ReactNode
  hint?: ReactNode
  disabled?: boolean | undefined
}

type GroupProps<Value extends string> = FieldProps & {
  value: readonly Value[]
  onChange: (value: Value[]) => void
  options: readonly Choice<Value>[]
}

/** Any number of a few choices, each with room for a sentence. The value keeps the order of the options. */
export function CheckboxGroup<Value extends string>({
  value,
  onChange,
  options,
  ...field
}: GroupProps<Value>) {
  return (
    <FieldGroup {...field}>
      <div className={styles.list}>
        {options.map((option) => (
          <Checkbox
            key={option.value}
            label={option.label}
            hint={option.hint}
            disabled={option.disabled}
            checked={value.includes(option.value)}
            onChange={(checked) => onChange(toggled(options, value, option.value, checked))}
          />
        ))}
      </div>
    </FieldGroup>
  )
}

/** Any number of many short choices, such as themes. */
export function ChipGroup<Value extends string>({ value, onChange, options, ...field }: GroupProps<Value>) {
  return (
    <FieldGroup {...field}>
      <div className={styles.chips}>
        {options.map((option) => (
          <label key={option.value} className={styles.chip}>
            <input
              type="checkbox"
              checked={value.includes(option.value)}
              disabled={option.disabled}
              onChange={(event) => onChange(toggled(options, value, option.value, event.target.checked))}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}

function toggled<Value extends string>(
  options: readonly Choice<Value>[],
  value: readonly Value[],
  which: Value,
  on: boolean,
): Value[] {
  return options.map((option) => option.value).filter((each) => (each === which ? on : value.includes(each)))
}
