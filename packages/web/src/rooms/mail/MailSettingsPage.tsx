import { Trans, useLingui } from '@lingui/react/macro'
import IconLock from '@tabler/icons-react/icons/IconLock'
import IconMailbox from '@tabler/icons-react/icons/IconMailbox'
import IconMailOff from '@tabler/icons-react/icons/IconMailOff'
import IconSend from '@tabler/icons-react/icons/IconSend'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { TopBar } from '../../app/shell/TopBar.tsx'
import { queries } from '../../platform/api.ts'
import { useDocumentTitle } from '../../platform/useDocumentTitle.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { ConsequenceDialog } from '../../ui/ConsequenceDialog.tsx'
import { DescriptionList } from '../../ui/DescriptionList.tsx'
import { Row, Stack } from '../../ui/Layout.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { toast } from '../../ui/toasts.ts'
import { ProblemNotice } from '../accounts/ProblemNotice.tsx'
import { MailServerFields } from './MailServerFields.tsx'
import styles from './MailSettingsPage.module.css'
import { mailSettingsQuery, useRemoveMailSettings, useSaveMailSettings, useTestMail } from './queries.ts'
import { TestOutcome } from './TestOutcome.tsx'
import { type MailFormValues, useMailForm } from './useMailForm.ts'

/** How mail leaves this server; tried out before it is saved. */
export function MailSettingsPage() {
  const { t } = useLingui()
  const { data } = useSuspenseQuery(mailSettingsQuery())
  useDocumentTitle(t`Sending e-mail`)
  return (
    <>
      <TopBar place={t`Sending e-mail`} />
      <div className={styles.page}>
        <PageHeader
          title={<Trans>How should Viceversa send e-mail?</Trans>}
          lead={
            <Trans>
              Invitations, reminders and sign-in links go out by e-mail. They never contain what people write
              to each other.
            </Trans>
          }
        />
        {data.fromEnvironment && data.settings ? (
          <FixedSettings settings={data.settings} />
        ) : (
          <SettingsForm settings={data.settings} passwordSet={data.passwordSet} />
        )}
      </div>
    </>
  )
}

type Settings = NonNullable<ReturnType<typeof useSettings>['data']['settings']>

const useSettings = () => useSuspenseQuery(mailSettingsQuery())

function FixedSettings({ settings }: { settings: Settings }) {
  return (
    <Stack gap={5}>
      <Notice icon={IconLock} title={<Trans>Set where the server is started.</Trans>}>
        <Trans>
          These values come from SMTP_URL and SMTP_SENDER. Whoever runs the server changes them there; to
          change them here, take them away there.
        </Trans>
      </Notice>
      <Card>
        <DescriptionList
          items={[
            { term: <Trans>Mail server</Trans>, detail: `${settings.host}:${settings.port}` },
            { term: <Trans>Encryption</Trans>, detail: <SecurityWord security={settings.security} /> },
            { term: <Trans>User name</Trans>, detail: settings.userName ?? <Trans>None</Trans> },
            { term: <Trans>Sender</Trans>, detail: `${settings.senderName}, ${settings.senderAddress}` },
          ]}
        />
      </Card>
    </Stack>
  )
}

function SecurityWord({ security }: { security: Settings['security'] }) {
  if (security === 'tls') return <Trans>TLS</Trans>
  if (security === 'starttls') return <Trans>STARTTLS</Trans>
  return <Trans>None</Trans>
}

function SettingsForm({ settings, passwordSet }: { settings: Settings | null; passwordSet: boolean }) {
  const { t } = useLingui()
  const { data: me } = useSuspenseQuery(queries.accounts.me.queryOptions())
  const [removing, setRemoving] = useState(false)
  const save = useSaveMailSettings()
  const trial = useTestMail()
  const form = useMailForm(valuesOf(settings, me.person.email), passwordSet, () => {
    trial.reset()
    save.reset()
  })

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const typed = form.checked()
        if (typed) {
          save.mutate(typed, {
            onSuccess: () => {
              form.set('password', '')
              toast(t`Saved. Mails that were waiting leave now.`, { tone: 'positive' })
            },
          })
        }
      }}
    >
      <Stack gap={5}>
        <MailServerFields form={form} passwordStored={passwordSet} />
        <TestOutcome error={trial.error} sentTo={trial.data?.sentTo} />
        <ProblemNotice error={save.error} />
        <div>
          <Button
            icon={IconSend}
            busy={trial.isPending && t`Sending a test`}
            onClick={() => {
              const typed = form.checked()
              if (typed) trial.mutate(typed)
            }}
          >
            <Trans>Send a test to {me.person.email}</Trans>
          </Button>
        </div>
        {!settings && (
          <Notice icon={IconMailbox}>
            <Trans>
              Until a server is set, mails wait in the outbox, where you can read them and hand the links on
              yourself.
            </Trans>
          </Notice>
        )}
        <div className={styles.actions}>
          <Row gap={3} justify="end">
            {settings && (
              <Button variant="quiet" icon={IconMailOff} onClick={() => setRemoving(true)}>
                <Trans>Stop sending</Trans>
              </Button>
            )}
            <Button type="submit" variant="primary" busy={save.isPending && t`Saving`}>
              <Trans>Save</Trans>
            </Button>
          </Row>
        </div>
      </Stack>
      <StopSending open={removing} onClose={() => setRemoving(false)} />
    </form>
  )
}

function StopSending({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useLingui()
  const remove = useRemoveMailSettings()
  return (
    <ConsequenceDialog
      open={open}
      onClose={onClose}
      title={<Trans>Stop sending e-mail?</Trans>}
      consequences={[
        {
          icon: IconMailbox,
          text: <Trans>New mails wait in the outbox, and somebody hands on their links.</Trans>,
        },
        { icon: IconLock, text: <Trans>The password of the mail server is removed.</Trans> },
      ]}
      confirmLabel={t`Stop sending`}
      cancelLabel={t`Go on sending`}
      onConfirm={() => remove.mutate(undefined, { onSuccess: onClose })}
      busy={remove.isPending && t`Removing`}
    />
  )
}

function valuesOf(settings: Settings | null, ownAddress: string): MailFormValues {
  if (settings) return { ...settings, userName: settings.userName ?? '', password: '' }
  return {
    host: '',
    port: 587,
    security: 'starttls',
    userName: '',
    password: '',
    senderName: '',
    senderAddress: ownAddress,
  }
}
