import { Trans, useLingui } from '@lingui/react/macro'
import IconCheck from '@tabler/icons-react/icons/IconCheck'
import { clsx } from 'clsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import styles from './Imports.module.css'

const steps = ['file', 'columns', 'check', 'done'] as const
export type ImportStepKey = (typeof steps)[number]

/** Where one is on the way from a file to the directory. */
export function ImportSteps({ at }: { at: ImportStepKey }) {
  const { t } = useLingui()
  const words: Record<ImportStepKey, string> = {
    file: t`File`,
    columns: t`Columns`,
    check: t`Check`,
    done: t`Done`,
  }
  const current = steps.indexOf(at)
  return (
    <ol aria-label={t`Steps of the import`} className={styles.steps}>
      {steps.map((step, index) => {
        const isDone = index < current || at === 'done'
        return (
          <li
            key={step}
            aria-current={step === at ? 'step' : undefined}
            className={clsx(step === at && styles.current, isDone && styles.passed)}
          >
            <span className={styles.number} aria-hidden="true">
              {isDone ? <IconCheck size={13} /> : index + 1}
            </span>
            {words[step]}
            {isDone && step !== at && (
              <VisuallyHidden>
                <Trans>(done)</Trans>
              </VisuallyHidden>
            )}
          </li>
        )
      })}
    </ol>
  )
}
