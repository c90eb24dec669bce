import { Plural } from '@lingui/react/macro'
import IconAlertCircle from '@tabler/icons-react/icons/IconAlertCircle'
import { type MouseEvent, useEffect, useId, useRef } from 'react'
import styles from './ErrorSummary.module.css'

export type FieldProblem = { fieldId: string; message: string }

type ErrorSummaryProps = {
  problems: readonly FieldProblem[]
  /** How often the form was submitted. Each rise takes focus here while there is something to fix. */
  submissions: number
}

/** What stands in the way of going on, at the top of the form, with a way to each field. Nothing when all is well. */
export function ErrorSummary({ problems, submissions }: ErrorSummaryProps) {
  const headingId = useId()
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (submissions > 0) summary.current?.focus()
  }, [submissions])

  if (problems.length === 0) return null
  return (
    <div ref={summary} role="alert" tabIndex={-1} aria-labelledby={headingId} className={styles.summary}>
      <h2 id={headingId} className={styles.heading}>
        <IconAlertCircle size={19} aria-hidden />
        <Plural
          value={problems.length}
          one="One thing to fix before you go on"
          other="# things to fix before you go on"
        />
      </h2>
      <ul className={styles.list}>
        {problems.map(({ fieldId, message }) => (
          <li key={fieldId + message}>
            <a href={`#${fieldId}`} onClick={(event) => goToField(event, fieldId)}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function goToField(event: MouseEvent, fieldId: string) {
  const field = document.getElementById(fieldId)
  if (!field) return
  event.preventDefault()
  field.scrollIntoView({ block: 'center' })
  const first =
    field instanceof HTMLFieldSetElement
      ? field.querySelector<HTMLElement>('input, select, textarea, button')
      : field
  ;(first ?? field).focus({ preventScroll: true })
}
