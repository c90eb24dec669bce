import { Trans, useLingui } from '@lingui/react/macro'
import IconFingerprint from '@tabler/icons-react/icons/IconFingerprint'
import IconServer2 from '@tabler/icons-react/icons/IconServer2'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router'
import { emailAddress } from '@viceversa/domain/wire.ts'
import { type FormEvent, useState } from 'react'
import { OrLine, SplitSignIn } from '../../app/layouts/SplitSignIn.tsx'
import { api } from '../../platform/api.ts'
import { useDocumentTitle } from '../../platform/useDocumentTitle.ts'
import { Button, TextButton } from '../../ui/Button.tsx'
import { PasswordField } from '../../ui/PasswordField.tsx'
import { Text } from '../../ui/Text.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { organisationQuery } from '../organisation/queries.ts'
import { SampleDoor } from '../organisation/SampleDoor.tsx'
import { WhatIsStored } from '../organisation/WhatIsStored.tsx'
import { rememberNext } from './next-address.ts'
import { ProblemNotice } from './ProblemNotice.tsx'
import { canUsePasskeys, signInWithPasskey } from './passkey.ts'
import styles from './SignInPage.module.css'
import { useAfterSignIn } from './useAfterSignIn.ts'

/** The door: a link by e-mail first, then a password, or a passkey. */
export function SignInPage() {
  const { t } = useLingui()
  const organisation = useQuery(organisationQuery())
  const [byPassword, setByPassword] = useState(false)
  const [email, setEmail] = useState('')
  const [emailError, setEmailError] = useState<string>()
  useDocumentTitle(t`Sign in`)
  if (organisation.data?.state === 'empty') return <Navigate to="/welcome" replace />
  if (organisation.data?.state === 'sample') return <SampleDoor organisation={organisation.data} />

  function checked(): string | undefined {
    const { data, error } = emailAddress.safeParse(email)
    setEmailError(error?.issues[0]?.message)
    if (error) document.getElementById('email')?.focus()
    return data
  }
  const emailField = (
    <TextField
      id="email"
      label={<Trans>Work e-mail</Trans>}
      type="email"
      size="large"
      autoComplete={byPassword ? 'username' : 'username webauthn'}
      inputMode="email"
      value={email}
      onChange={(value) => {
        setEmail(value)
        setEmailError(undefined)
      }}
      error={emailError}
    />
  )

  return (
    <SplitSignIn
      organisation={organisation.data?.name ?? undefined}
      title={<Trans>Good to see you again</Trans>}
      lead={<Trans>Sign in to your pair, your programme, or both.</Trans>}
      footer={
        <>
          <IconServer2 size={18} aria-hidden />
          <span>
            {organisation.data?.name ? (
              <Trans>Runs on {organisation.data.name}’s own server.</Trans>
            ) : (
              <Trans>Runs on your organisation’s own server.</Trans>
            )}{' '}
            <WhatIsStored />
          </span>
        </>
      }
    >
      {byPassword ? (
        <PasswordForm emailField={emailField} checked={checked} />
      ) : (
        <LinkForm emailField={emailField} checked={checked} />
      )}
      <OrLine>
        <Trans>or</Trans>
      </OrLine>
      <div className={styles.ways}>
        {canUsePasskeys() && <PasskeyButton />}
        <TextButton onClick={() => setByPassword(!byPassword)}>
          {byPassword ? (
            <Trans>Send me a sign-in link instead</Trans>
          ) : (
            <Trans>Sign in with a password</Trans>
          )}
        </TextButton>
      </div>
    </SplitSignIn>
  )
}

type FormProps = { emailField: React.ReactNode; checked: () => string | undefined }

function LinkForm({ emailField, checked }: FormProps) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { next } = useSearch({ strict: false })
  const request = useMutation({
    mutationFn: (email: string) => api.accounts.requestSignInLink({ email }),
    onSuccess: () => {
      rememberNext(next)
      return navigate({ to: '/sign-in/link' })
    },
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    const email = checked()
    if (email) request.mutate(email)
  }
  return (
    <form noValidate onSubmit={submit} className={styles.form}>
      {emailField}
      <Button type="submit" variant="primary" size="large" wide busy={request.isPending && t`Sending`}>
        <Trans>Send me a sign-in link</Trans>
      </Button>
      <ProblemNotice error={request.error} />
      <Text size="sm" tone={3}>
        <Trans>The link works once and for 15 minutes. There is no password to forget.</Trans>
      </Text>
    </form>
  )
}

function PasswordForm({ emailField, checked }: FormProps) {
  const { t } = useLingui()
  const afterSignIn = useAfterSignIn()
  const [password, setPassword] = useState('')
  const [passwordError, setPasswordError] = useState<string>()
  const signIn = useMutation({
    mutationFn: (email: string) => api.accounts.signInWithPassword({ email, password }),
    onSuccess: afterSignIn,
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    const email = checked()
    if (!password) setPasswordError(t`Write your password.`)
    if (email && password) signIn.mutate(email)
  }
  return (
    <form noValidate onSubmit={submit} className={styles.form}>
      {emailField}
      <PasswordField
        label={<Trans>Password</Trans>}
        autoComplete="current-password"
        value={password}
        onChange={(value) => {
          setPassword(value)
          setPasswordError(undefined)
        }}
        error={passwordError}
      />
      <Button type="submit" variant="primary" size="large" wide busy={signIn.isPending && t`Signing in`}>
        <Trans>Sign in</Trans>
      </Button>
      <ProblemNotice error={signIn.error} />
    </form>
  )
}

function PasskeyButton() {
  const { t } = useLingui()
  const afterSignIn = useAfterSignIn()
  const signIn = useMutation({
    mutationFn: signInWithPasskey,
    onSuccess: (step) => step && afterSignIn(step),
  })
  return (
    <>
      <Button
        size="large"
        wide
        icon={IconFingerprint}
        busy={signIn.isPending && t`Asking your device`}
        onClick={() => signIn.mutate()}
      >
        <Trans>Sign in with a passkey</Trans>
      </Button>
      <ProblemNotice error={signIn.error} />
    </>
  )
}
