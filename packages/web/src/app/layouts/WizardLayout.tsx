import { Trans, useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { type ReactNode, useEffect, useRef } from 'react'
import { Anchor } from '../../ui/Anchor.tsx'
import { Logo } from '../../ui/Mark.tsx'
import { type Step, Stepper } from '../../ui/Stepper.tsx'
import { ToastRegion } from '../../ui/ToastRegion.tsx'
import { SkipLink } from '../shell/SkipLink.tsx'
import styles from './WizardLayout.module.css'

type WizardLayoutProps = {
  /** What is being made: "New programme". */
  subject: string
  /** A sentence under it, for first-time set-up. */
  about?: ReactNode
  steps: readonly Step[]
  /** At the foot of the steps: "Saved at 14:06", version. */
  status?: ReactNode
  /** The bar over the sheet: name of the thing, "Save and leave". */
  top?: ReactNode
  title: ReactNode
  lead?: ReactNode
  /** The form of this step. */
  children: ReactNode
  /** Back first, going on last. */
  actions: ReactNode
  /** A live preview or checks. */
  aside?: ReactNode
  asideLabel?: string | undefined
}

/** A guided form in steps: the steps with their answers, one step on the sheet, a preview at its side. */
export function WizardLayout({
  subject,
  about,
  steps,
  status,
  top,
  title,
  lead,
  children,
  actions,
  aside,
  asideLabel,
}: WizardLayoutProps) {
  const { t } = useLingui()
  const count = steps.length
  const at = steps.findIndex((step) => step.state === 'current') + 1
  const heading = useFocusOnStep(at)
  return (
    <div className={clsx(styles.flow, about && styles.roomy)}>
      <SkipLink />
      <aside aria-label={t`Progress`} className={styles.side}>
        <Anchor href="/" className={styles.brand}>
          <Logo size={about ? 32 : 28} />
        </Anchor>
        <p className={about ? styles.heading : styles.subject}>{subject}</p>
        {about && <p className={styles.about}>{about}</p>}
        <nav aria-label={subject} className={styles.steps}>
          <Stepper steps={steps} label={subject} />
        </nav>
        <span className={styles.spacer} />
        {status && <div className={styles.status}>{status}</div>}
      </aside>
      <div className={styles.sheet}>
        {top && <header className={styles.top}>{top}</header>}
        <div className={clsx(styles.content, aside && styles.withAside)}>
          <main id="main" tabIndex={-1} className={clsx(styles.form, !top && styles.airy)}>
            {at > 0 && (
              <p className={styles.at}>
                <Trans>
                  Step {at} of {count}
                </Trans>
              </p>
            )}
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {lead && <p className={clsx(styles.lead, !top && styles.large)}>{lead}</p>}
            <div className={styles.fields}>{children}</div>
            <div className={styles.actions}>{actions}</div>
          </main>
          {aside && (
            <aside aria-label={asideLabel} className={clsx(styles.aside, !top && styles.airy)}>
              {aside}
            </aside>
          )}
        </div>
      </div>
      <ToastRegion />
    </div>
  )
}

/** Another step is another page: the keyboard and the screen reader start at its heading. */
function useFocusOnStep(step: number) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(step)
  useEffect(() => {
    if (shown.current === step) return
    shown.current = step
    heading.current?.focus({ preventScroll: true })
    scrollTo({ top: 0 })
  }, [step])
  return heading
}
