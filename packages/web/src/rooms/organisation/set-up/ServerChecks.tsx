import { Trans, useLingui } from '@lingui/react/macro'
import IconAlertCircle from '@tabler/icons-react/icons/IconAlertCircle'
import IconCircleCheck from '@tabler/icons-react/icons/IconCircleCheck'
import IconCircleDashed from '@tabler/icons-react/icons/IconCircleDashed'
import IconLock from '@tabler/icons-react/icons/IconLock'
import { useQuery } from '@tanstack/react-query'
import { problemOf } from '../../../platform/api.ts'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { checksQuery } from '../queries.ts'
import styles from './ServerChecks.module.css'

/** What works on this server now, looked at again every few seconds. */
export function ServerChecks() {
  const { t } = useLingui()
  const checks = useQuery(checksQuery())
  const names = {
    database: t`Database`,
    'background-work': t`Background work`,
    address: t`Secure address`,
    mail: t`Sending e-mail`,
    network: t`Network`,
  }
  const looks = {
    working: { icon: IconCircleCheck, words: t`Works` },
    'not-working': { icon: IconAlertCircle, words: t`Does not work` },
    optional: { icon: IconCircleDashed, words: t`Optional` },
  }
  return (
    <div className={styles.checks}>
      <h2 className={styles.heading}>
        <Trans>This server</Trans>
      </h2>
      {checks.data ? (
        <ul>
          {checks.data.map(({ name, state, detail }) => {
            const { icon: Icon, words } = looks[state]
            return (
              <li key={name} className={styles.check}>
                <Icon size={20} aria-label={words} role="img" className={styles.icon} data-state={state} />
                <span>
                  <span className={styles.name}>{names[name]}</span>
                  <span className={styles.detail} data-state={state}>
                    {detail}
                  </span>
                </span>
              </li>
            )
          })}
        </ul>
      ) : problemOf(checks.error)?.status === 401 ? (
        <p className={styles.detail}>
          <Trans>The live checks appear here once you are signed in.</Trans>
        </p>
      ) : checks.error ? (
        <ErrorState
          title={<Trans>The checks could not be made</Trans>}
          reference={problemOf(checks.error)?.requestId}
          onRetry={() => void checks.refetch()}
          retrying={checks.isFetching}
        />
      ) : (
        <Skeleton lines={5} height={44} />
      )}
      <p className={styles.promise}>
        <IconLock size={18} aria-hidden className={styles.icon} />
        <Trans>Apart from your mail server, Viceversa calls nobody.</Trans>
      </p>
    </div>
  )
}
