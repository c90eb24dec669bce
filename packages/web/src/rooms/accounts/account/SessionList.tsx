import { Trans, useLingui } from '@lingui/react/macro'
import IconDevices from '@tabler/icons-react/icons/IconDevices'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { api } from '../../../platform/api.ts'
import { useFormat } from '../../../platform/Formatting.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { Text } from '../../../ui/Text.tsx'
import { toast } from '../../../ui/toasts.ts'
import { ProblemNotice } from '../ProblemNotice.tsx'
import { sessionsQuery } from '../queries.ts'
import styles from './Setting.module.css'

/** Every browser this person is signed in with; each can be signed out from here. */
export function SessionList() {
  const { t } = useLingui()
  const format = useFormat()
  const queryClient = useQueryClient()
  const { data: sessions } = useSuspenseQuery(sessionsQuery())
  const refresh = () => queryClient.invalidateQueries(sessionsQuery())
  const end = useMutation({
    mutationFn: (sessionId: string) => api.accounts.endSession({ sessionId }),
    onSettled: refresh,
    onSuccess: () => toast(t`Signed out there`),
  })
  const endOthers = useMutation({
    mutationFn: () => api.accounts.endOtherSessions(),
    onSettled: refresh,
    onSuccess: () => toast(t`Signed out everywhere else`),
  })

  return (
    <div className={styles.setting}>
      <ul className={styles.list}>
        {sessions.map(({ id, device, current, lastSeenAt }) => (
          <li key={id} className={styles.entry}>
            <span>
              <Text as="span" weight="strong">
                {device}
              </Text>{' '}
              {current ? (
                <Tag plain>
                  <Trans>This one</Trans>
                </Tag>
              ) : (
                <Text as="span" size="sm" tone={3}>
                  <Trans>last used {format.dateAndTime(lastSeenAt)}</Trans>
                </Text>
              )}
            </span>
            {!current && (
              <Button
                size="small"
                busy={end.isPending && end.variables === id && t`Signing out`}
                onClick={() => end.mutate(id)}
                aria-label={t`Sign out there: ${device}`}
              >
                <Trans>Sign out there</Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ProblemNotice error={end.error ?? endOthers.error} />
      {sessions.length > 1 && (
        <div>
          <Button
            icon={IconDevices}
            busy={endOthers.isPending && t`Signing out`}
            onClick={() => endOthers.mutate()}
          >
            <Trans>Sign out everywhere else</Trans>
          </Button>
        </div>
      )}
    </div>
  )
}
