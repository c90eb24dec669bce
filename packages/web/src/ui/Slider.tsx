import { type ReactNode, useId } from 'react'
import styles from './Slider.module.css'

type SliderProps = {
  label: ReactNode
  value: number
  onChange: (value: number) => void
  min?: number | undefined
  max?: number | undefined
  step?: number | undefined
  /** What is shown and spoken instead of the bare number: "40 of 60". */
  valueText?: string | undefined
  hint?: ReactNode
}

/** A number chosen by feel, such as a weight. Arrow keys step, Page Up and Down leap, Home and End go to the limits. */
export function Slider({
  label,
  value,
  onChange,
  min = 0,
  max = 100,
  step = 1,
  valueText,
  hint,
}: SliderProps) {
  const id = useId()
  const share = ((value - min) / (max - min)) * 100
  return (
    <div className={styles.slider}>
      <div className={styles.head}>
        <label htmlFor={id}>{label}</label>
        <output htmlFor={id}>{valueText ?? value}</output>
      </div>
      <input
        type="range"
        id={id}
        className={styles.range}
        style={{ ['--share' as string]: `${share}%` }}
        {...{ min, max, step, value }}
        aria-valuetext={valueText}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      {hint && (
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
    </div>
  )
}
