import { Trans } from '@lingui/react/macro'
import IconAlertCircle from '@tabler/icons-react/icons/IconAlertCircle'
import { clsx } from 'clsx'
import { type ReactNode, useId } from 'react'
import styles from './Field.module.css'

/** What every field takes, whatever its control. */
export type FieldProps = {
  label: ReactNode
  /** One sentence under the label, before the person starts. */
  hint?: ReactNode
  /** What is wrong and how to mend it. Give the same words to the `ErrorSummary`. */
  error?: string | undefined
  /** Adds "(optional)". Required is the norm and is not marked. */
  optional?: boolean | undefined
  /** Also the target of the error summary's link. */
  id?: string | undefined
  /** Keeps the label for screen readers only, where a column heading already says it. */
  labelHidden?: boolean | undefined
  /** Width of the control in characters, for content of a known length. */
  width?: number | undefined
  /** A button beside the control: "Use 12 September 2027". */
  fix?: ReactNode
}

export type ControlProps = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** Label, hint, error and control in the order in which they are read. */
export function Field({
  label,
  hint,
  error,
  optional,
  id,
  labelHidden,
  width,
  fix,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const { controlId, hintId, errorId, describedBy } = useFieldIds({ id, hint, error })
  return (
    <div className={clsx(styles.field, error && styles.wrong)}>
      <label htmlFor={controlId} className={clsx(styles.label, labelHidden && styles.hidden)}>
        <LabelText label={label} optional={optional} />
      </label>
      <Hint id={hintId} hint={hint} />
      <FieldError id={errorId} error={error} />
      <div className={styles.controls}>
        <div className={styles.control} style={width ? { maxWidth: `calc(${width}ch + 3.5rem)` } : undefined}>
          {children({
            id: controlId,
            'aria-describedby': describedBy,
            'aria-invalid': error ? true : undefined,
          })}
        </div>
        {fix}
      </div>
    </div>
  )
}

/** Several controls under one question: radio cards, a list of boxes, a segmented choice. */
export function FieldGroup({
  label,
  hint,
  error,
  optional,
  id,
  labelHidden,
  children,
}: FieldProps & { children: ReactNode }) {
  const { controlId, hintId, errorId, describedBy } = useFieldIds({ id, hint, error })
  return (
    <fieldset
      id={controlId}
      tabIndex={-1}
      className={clsx(styles.field, error && styles.wrong)}
      aria-describedby={describedBy}
    >
      <legend className={clsx(styles.label, styles.legend, labelHidden && styles.hidden)}>
        <LabelText label={label} optional={optional} />
      </legend>
      <Hint id={hintId} hint={hint} />
      <FieldError id={errorId} error={error} />
      {children}
    </fieldset>
  )
}

function useFieldIds({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>) {
  const generated = useId()
  const controlId = id ?? generated
  const hintId = `${controlId}-hint`
  const errorId = `${controlId}-error`
  return { controlId, hintId, errorId, describedBy: clsx(hint && hintId, error && errorId) || undefined }
}

function LabelText({ label, optional }: Pick<FieldProps, 'label' | 'optional'>) {
  return (
    <>
      {label}
      {optional && (
        <span className={styles.optional}>
          {' '}
          <Trans>(optional)</Trans>
        </span>
      )}
    </>
  )
}

function Hint({ id, hint }: { id: string; hint: ReactNode }) {
  if (!hint) return null
  return (
    <div id={id} className={styles.hint}>
      {hint}
    </div>
  )
}

/** The sentence under a field that went wrong; also for errors that belong to no single control. */
export function FieldError({ id, error }: { id?: string; error: string | undefined }) {
  if (!error) return null
  return (
    <p id={id} className={styles.error}>
      <IconAlertCircle size={17} aria-hidden />
      <span>{error}</span>
    </p>
  )
}
