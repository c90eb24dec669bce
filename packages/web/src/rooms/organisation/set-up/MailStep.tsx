import { Trans, useLingui } from '@lingui/react/macro'
import IconMailbox from '@tabler/icons-react/icons/IconMailbox'
import IconSend from '@tabler/icons-react/icons/IconSend'
import type { Me } from '@viceversa/domain/accounts/contract.ts'
import { useId } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Stack } from '../../../ui/Layout.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { ProblemNotice } from '../../accounts/ProblemNotice.tsx'
import { MailServerFields } from '../../mail/MailServerFields.tsx'
import { useSaveMailSettings, useTestMail } from '../../mail/queries.ts'
import { TestOutcome } from '../../mail/TestOutcome.tsx'
import { useMailForm } from '../../mail/useMailForm.ts'
import { SetUpLayout } from './SetUpLayout.tsx'

/** How mail leaves this server. Can be skipped: mails then wait in the outbox. */
export function MailStep({ me, onDone }: { me: Me; onDone: () => void }) {
  const { t } = useLingui()
  const formId = useId()
  const save = useSaveMailSettings()
  const trial = useTestMail()
  const form = useMailForm({ ...NO_SERVER, senderAddress: me.person.email }, false, trial.reset)

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
        const settings = form.checked()
        if (settings) save.mutate(settings, { onSuccess: onDone })
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
        <MailServerFields form={form} passwordStored={false} />
        <TestOutcome error={trial.error} sentTo={trial.data?.sentTo} />
        <ProblemNotice error={save.error} />
        <div>
          <Button
            icon={IconSend}
            busy={trial.isPending && t`Sending a test`}
            onClick={() => {
              const settings = form.checked()
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

const NO_SERVER = {
  host: '',
  port: 587,
  security: 'starttls',
  userName: '',
  password: '',
  senderName: '',
} as const
