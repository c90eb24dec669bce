import { Trans, useLingui } from '@lingui/react/macro'
import IconAlertCircle from '@tabler/icons-react/icons/IconAlertCircle'
import IconCopy from '@tabler/icons-react/icons/IconCopy'
import IconLock from '@tabler/icons-react/icons/IconLock'
import { useQuery } from '@tanstack/react-query'
import { problemOf } from '../../platform/api.ts'
import { useFormat } from '../../platform/Formatting.tsx'
import { Button } from '../../ui/Button.tsx'
import { DescriptionList } from '../../ui/DescriptionList.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { toast } from '../../ui/toasts.ts'
import { ProblemNotice } from '../accounts/ProblemNotice.tsx'
import styles from './MailDialog.module.css'
import { MailStateTag } from './MailStateTag.tsx'
import { mailQuery, useTryAgain } from './queries.ts'

type Mail = NonNullable<ReturnType<typeof useMail>['data']>

const useMail = (mailId: string) => useQuery(mailQuery(mailId))

/** One mail: to whom, what became of it, and, while nobody delivers it, its text and link. */
export function MailDialog({ mailId, onClose }: { mailId: string; onClose: () => void }) {
  const { t } = useLingui()
  const mail = useMail(mailId)
  const again = useTryAgain()
  const link = mail.data?.bodyText?.match(/https?:\/\/\S+/)?.[0]

  return (
    <Dialog
      open
      onClose={onClose}
      title={mail.data?.subject ?? <Trans>A mail</Trans>}
      actions={
        <>
          {mail.data?.state === 'failed' && (
            <Button onClick={() => again.mutate(mailId)} busy={again.isPending && t`Trying again`}>
              <Trans>Try again now</Trans>
            </Button>
          )}
          {link && canCopy() && (
            <Button variant="primary" icon={IconCopy} onClick={() => void copy(link, t`The link is copied`)}>
              <Trans>Copy the link</Trans>
            </Button>
          )}
        </>
      }
    >
      {mail.data ? (
        <MailContent mail={mail.data} />
      ) : mail.isError ? (
        <ErrorState
          title={<Trans>This mail could not be loaded</Trans>}
          reference={problemOf(mail.error)?.requestId}
          onRetry={() => void mail.refetch()}
        />
      ) : (
        <Skeleton lines={6} />
      )}
      <ProblemNotice error={again.error} />
    </Dialog>
  )
}

function MailContent({ mail }: { mail: Mail }) {
  const format = useFormat()
  return (
    <Stack gap={4}>
      <DescriptionList
        items={[
          {
            term: <Trans>To</Trans>,
            detail: mail.recipientName ? `${mail.recipientName}, ${mail.address}` : mail.address,
          },
          { term: <Trans>Written</Trans>, detail: format.dateAndTime(mail.createdAt) },
          {
            term: <Trans>State</Trans>,
            detail: (
              <>
                <MailStateTag state={mail.state} /> {mail.sentAt && format.dateAndTime(mail.sentAt)}
              </>
            ),
          },
        ]}
      />
      {mail.lastError && (
        <Notice
          tone={mail.state === 'failed' ? 'critical' : 'caution'}
          icon={IconAlertCircle}
          title={<Trans>The last try did not work.</Trans>}
        >
          {mail.lastError}
        </Notice>
      )}
      {mail.bodyText ? <pre className={styles.text}>{mail.bodyText}</pre> : <WhyNoText mail={mail} />}
    </Stack>
  )
}

function WhyNoText({ mail }: { mail: Mail }) {
  return (
    <Notice icon={IconLock}>
      {mail.state === 'sent' ? (
        <Trans>The text was removed when the mail left.</Trans>
      ) : (
        <Trans>
          Mails leave by themselves here, so nobody reads them: they may hold somebody’s one-time link.
        </Trans>
      )}
    </Notice>
  )
}

async function copy(link: string, done: string): Promise<void> {
  await navigator.clipboard.writeText(link)
  toast(done)
}

/** Browsers have no clipboard on pages without encryption; the text can still be marked and copied by hand. */
function canCopy(): boolean {
  return window.isSecureContext
}
