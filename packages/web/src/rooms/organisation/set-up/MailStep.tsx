import { Trans, useLingui } from '@lingui/react/macro'
import IconAlertCircle from '@tabler/icons-react/icons/IconAlertCircle'
import IconCircleCheck from '@tabler/icons-react/icons/IconCircleCheck'
import IconMailbox from '@tabler/icons-react/icons/IconMailbox'
import IconSend from '@tabler/icons-react/icons/IconSend'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Me } from '@viceversa/domain/accounts/contract.ts'
import { mailSettings } from '@viceversa/domain/mail/contract.ts'
import { useId, useState } from 'react'
import { api, problemOf } from '../../../platform/api.ts'
import { Button } from '../../../ui/Button.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Columns, Stack } from '../../../ui/Layout.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { PasswordField } from '../../../ui/PasswordField.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { ProblemNotice } from '../../accounts/ProblemNotice.tsx'
import { SetUpLayout } from './SetUpLayout.tsx'
import { useStepForm } from './useStepForm.ts'

type Settings = Parameters<typeof api.mail.test>[0]

type MailForm = {
  host: string
  port: number | null
  security: 'tls' | 'starttls' | 'none'
  userName: string
  password: string
  senderName: string
  senderAddress: string
}

/** How mail leaves this server. Can be skipped: mails then wait in the outbox. */
export function MailStep({ me, onDone }: { me: Me; onDone: () => void }) {
  const { t } = useLingui()
  const formId = useId()
  const [values, setValues] = useState<MailForm>({
    host: '',
    port: 587,
    security: 'starttls',
    userName: '',
    password: '',
    senderName: '',
    senderAddress: me.person.email,
  })
  const form = useStepForm(mailSettings, { ...values, userName: values.userName || null })
  const save = useSaveSettings(onDone)
  const trial = useMutation({ mutationFn: (settings: Settings) => api.mail.test(settings) })
  const set = <Key extends keyof MailForm>(key: Key, value: MailForm[Key]) => {
    setValues((before) => ({ ...before, [key]: value }))
    if (key !== 'password') form.clear(key)
    trial.reset()
  }
  const text = (key: 'host' | 'userName' | 'senderName' | 'senderAddress') => ({
    ...form.field(key),
    value: values[key],
    onChange: (value: string) => set(key, value),
  })
  const checked = () => {
    const settings = form.check()
    return settings && { ...settings, password: values.password || null }
  }

  return (
    <SetUpLayout
      step="mail"
      title={<Trans>How should Viceversa send e-mail?</Trans>}
      lead={
        <Trans>
          Invitations, reminders and sign-in links go out by e-mail. They never contain what people write to
          each other.
        </Trans>
      }
      formId={formId}
      onSubmit={() => {
        const settings = checked()
        if (settings) save.mutate(settings)
      }}
      actions={
        <>
          <Button variant="quiet" onClick={onDone}>
            <Trans>Skip for now</Trans>
          </Button>
          <Button type="submit" form={formId} variant="primary" busy={save.isPending && t`Saving`}>
            <Trans>Save and continue</Trans>
          </Button>
        </>
      }
    >
      <Stack gap={5}>
        <ErrorSummary problems={form.problems} submissions={form.submissions} />
        <Columns layout="aside" gap={5}>
          <TextField label={t`Mail server`} autoComplete="off" spellCheck={false} {...text('host')} />
          <NumberField
            label={t`Port`}
            {...form.field('port')}
            value={values.port}
            onChange={(port) => set('port', port)}
          />
        </Columns>
        <Segmented
          label={t`Encryption`}
          value={values.security}
          onChange={(security) => set('security', security)}
          options={[
            { value: 'starttls', label: t`STARTTLS` },
            { value: 'tls', label: t`TLS` },
            { value: 'none', label: t`None` },
          ]}
        />
        <Columns gap={5}>
          <TextField label={t`User name`} optional autoComplete="off" {...text('userName')} />
          <PasswordField
            label={t`Password`}
            optional
            autoComplete="new-password"
            value={values.password}
            onChange={(password) => set('password', password)}
          />
        </Columns>
        <Columns gap={5}>
          <TextField
            label={t`Sender’s name`}
            hint={t`People see it in their inbox.`}
            {...text('senderName')}
          />
          <TextField
            label={t`Sender’s address`}
            hint={t`Answers go there.`}
            type="email"
            {...text('senderAddress')}
          />
        </Columns>
        <TrialOutcome error={trial.error} sentTo={trial.data?.sentTo} />
        <ProblemNotice error={save.error} />
        <div>
          <Button
            icon={IconSend}
            busy={trial.isPending && t`Sending a test`}
            onClick={() => {
              const settings = checked()
              if (settings) trial.mutate(settings)
            }}
          >
            <Trans>Send a test to {me.person.email}</Trans>
          </Button>
        </div>
        <Notice icon={IconMailbox}>
          <Trans>
            If you skip this, mails wait in the outbox, where you can read them and hand the links on
            yourself.
          </Trans>
        </Notice>
      </Stack>
    </SetUpLayout>
  )
}

function TrialOutcome({ error, sentTo }: { error: unknown; sentTo: string | undefined }) {
  if (sentTo) {
    return (
      <Notice
        tone="positive"
        icon={IconCircleCheck}
        live="polite"
        title={<Trans>The test is on its way.</Trans>}
      >
        <Trans>Look for it in the inbox of {sentTo}.</Trans>
      </Notice>
    )
  }
  if (!error) return null
  return (
    <Notice
      tone="critical"
      icon={IconAlertCircle}
      live="assertive"
      title={<Trans>The mail server did not take the test message.</Trans>}
    >
      {problemOf(error)?.detail ?? <Trans>The server did not answer.</Trans>}
    </Notice>
  )
}

function useSaveSettings(onDone: () => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (settings: Settings) => api.mail.saveSettings(settings),
    onSuccess: async () => {
      await queryClient.invalidateQueries()
      onDone()
    },
  })
}
