import { useLingui } from '@lingui/react/macro'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Columns, Stack } from '../../ui/Layout.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { PasswordField } from '../../ui/PasswordField.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { MailForm } from './useMailForm.ts'

type TextKey = 'host' | 'userName' | 'senderName' | 'senderAddress'

/** The fields that say how mail leaves this server. */
export function MailServerFields({ form, passwordStored }: { form: MailForm; passwordStored: boolean }) {
  const { t } = useLingui()
  const { values, set } = form
  const text = (key: TextKey) => ({
    ...form.field(key),
    value: values[key],
    onChange: (value: string) => set(key, value),
  })
  return (
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
          hint={passwordStored ? t`One is stored. Leave this empty to keep it.` : undefined}
          value={values.password}
          onChange={(password) => set('password', password)}
        />
      </Columns>
      <Columns gap={5}>
        <TextField label={t`Sender’s name`} hint={t`People see it in their inbox.`} {...text('senderName')} />
        <TextField
          label={t`Sender’s address`}
          hint={t`Answers go there.`}
          type="email"
          {...text('senderAddress')}
        />
      </Columns>
    </Stack>
  )
}
