import { Trans, useLingui } from '@lingui/react/macro'
import { type OrganisationView, setUpForm } from '@viceversa/domain/organisation/contract.ts'
import { useId } from 'react'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Columns, Stack } from '../../../ui/Layout.tsx'
import { PasswordField } from '../../../ui/PasswordField.tsx'
import { RadioCards } from '../../../ui/RadioCards.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import type { Draft } from './draft.ts'
import { SetUpLayout } from './SetUpLayout.tsx'
import { useStepForm } from './useStepForm.ts'

export type DraftStepProps = {
  draft: Draft
  onChange: (draft: Draft) => void
  organisation: OrganisationView
  onDone: () => void
}

const byLink = setUpForm.pick({ givenName: true, familyName: true, email: true })
const byPassword = byLink.extend({ password: setUpForm.shape.password.unwrap() })

/** Who looks after this installation. */
export function AccountStep({
  draft,
  onChange,
  onDone,
  passwordError,
}: DraftStepProps & {
  /** Why the server refused the password a step later. */
  passwordError?: string | undefined
}) {
  const { t } = useLingui()
  const formId = useId()
  const form = useStepForm(
    draft.wayIn === 'password' ? byPassword : byLink,
    draft,
    passwordError ? ({ password: passwordError } as Partial<Record<'email', string>>) : {},
  )
  const bind = (name: 'givenName' | 'familyName' | 'email' | 'password') => ({
    ...form.field(name as 'email'),
    value: draft[name],
    onChange: (value: string) => {
      onChange({ ...draft, [name]: value })
      form.clear(name as 'email')
    },
  })

  return (
    <SetUpLayout
      step="account"
      title={<Trans>Who looks after Viceversa here?</Trans>}
      lead={
        <Trans>
          You become the first administrator: you import people, start programmes and look after the server.
          You can hand on any of it later.
        </Trans>
      }
      formId={formId}
      onSubmit={() => form.check() && onDone()}
      actions={
        <>
          <LinkButton href="/welcome">
            <Trans>Back</Trans>
          </LinkButton>
          <Button type="submit" form={formId} variant="primary">
            <Trans>Continue</Trans>
          </Button>
        </>
      }
    >
      <Stack gap={5}>
        <ErrorSummary problems={form.problems} submissions={form.submissions} />
        <Columns gap={5}>
          <TextField label={t`First name`} autoComplete="given-name" {...bind('givenName')} />
          <TextField label={t`Family name`} autoComplete="family-name" {...bind('familyName')} />
        </Columns>
        <TextField
          label={t`Work e-mail`}
          type="email"
          inputMode="email"
          autoComplete="username"
          {...bind('email')}
        />
        <RadioCards
          label={t`How do you want to sign in?`}
          columns={2}
          value={draft.wayIn}
          onChange={(wayIn) => onChange({ ...draft, wayIn })}
          options={[
            { value: 'password', label: t`With a password`, detail: t`Works before any mail server is set.` },
            {
              value: 'link',
              label: t`With a link by e-mail`,
              detail: t`Needs a mail server, which you set in a moment.`,
            },
          ]}
        />
        {draft.wayIn === 'password' && (
          <PasswordField
            label={t`Password`}
            hint={t`At least 15 characters. A sentence of your own is easy to remember; nothing else is asked of it.`}
            autoComplete="new-password"
            {...bind('password')}
          />
        )}
      </Stack>
    </SetUpLayout>
  )
}
