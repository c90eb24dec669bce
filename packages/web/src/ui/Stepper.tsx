import { Trans } from '@lingui/react/macro'
import IconCheck from '@tabler/icons-react/icons/IconCheck'
import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { Anchor } from './Anchor.tsx'
import styles from './Stepper.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export type Step = {
  key: string
  label: ReactNode
  /** The finished answer in few words, or where one is. */
  detail?: ReactNode
  state: 'done' | 'current' | 'ahead'
  /** Where a finished step can be opened again. */
  href?: string | undefined
}

/** The steps of a guided form, with the answers given so far. */
export function Stepper({ steps, label }: { steps: readonly Step[]; label: string }) {
  return (
    <ol aria-label={label} className={styles.steps}>
      {steps.map((step, index) => (
        <li key={step.key} className={clsx(styles[step.state])}>
          <StepLine step={step} number={index + 1} />
        </li>
      ))}
    </ol>
  )
}

function StepLine({ step, number }: { step: Step; number: number }) {
  const content = (
    <>
      <span className={styles.number} aria-hidden="true">
        {step.state === 'done' ? <IconCheck size={15} /> : number}
      </span>
      <span className={styles.words}>
        <span className={styles.label}>{step.label}</span>
        {step.state === 'done' && (
          <VisuallyHidden>
            <Trans>(done)</Trans>
          </VisuallyHidden>
        )}
        {step.detail && <span className={styles.detail}>{step.detail}</span>}
      </span>
    </>
  )
  const current = step.state === 'current' ? 'step' : undefined
  if (step.href === undefined) {
    return (
      <span className={styles.line} aria-current={current}>
        {content}
      </span>
    )
  }
  return (
    <Anchor href={step.href} className={styles.line} aria-current={current}>
      {content}
    </Anchor>
  )
}
