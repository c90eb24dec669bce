import { Trans, useLingui } from '@lingui/react/macro'
import IconCloudOff from '@tabler/icons-react/icons/IconCloudOff'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import styles from './ErrorState.module.css'

type ErrorStateProps = {
  /** What did not work, in plain words; for a refusal, to whom it belongs. */
  title: ReactNode
  /** What was not saved or cannot be shown, and what can be done. */
  children?: ReactNode
  /** The request's number, for the people who run the server. */
  reference?: string | undefined
  onRetry?: (() => void) | undefined
  retrying?: boolean | undefined
  /** Somewhere else to go instead. */
  action?: ReactNode
  /** 1 where nothing else stands on the page. */
  level?: 1 | 2
}

/** Something failed. Never a stack trace, never the loss of what somebody typed. */
export function ErrorState({
  title,
  children,
  reference,
  onRetry,
  retrying,
  action,
  level = 2,
}: ErrorStateProps) {
  const Heading = `h${level}` as const
  const { t } = useLingui()
  return (
    <div className={styles.state} role="alert">
      <IconCloudOff size={32} aria-hidden />
      <Heading className={styles.title}>{title}</Heading>
      {children && <div className={styles.words}>{children}</div>}
      {(onRetry || action) && (
        <div className={styles.actions}>
          {onRetry && (
            <Button variant="primary" onClick={onRetry} busy={retrying && t`Trying again`}>
              <Trans>Try again</Trans>
            </Button>
          )}
          {action}
        </div>
      )}
      {reference && (
        <p className={styles.reference}>
          <Trans>
            Reference <code>{reference}</code>
          </Trans>
        </p>
      )}
    </div>
  )
}
