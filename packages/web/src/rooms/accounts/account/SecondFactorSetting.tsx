import { Trans, useLingui } from '@lingui/react/macro'
import IconDeviceMobile from '@tabler/icons-react/icons/IconDeviceMobile'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../../platform/api.ts'
import { Button } from '../../../ui/Button.tsx'
import { Row } from '../../../ui/Layout.tsx'
import { PasswordField } from '../../../ui/PasswordField.tsx'
import { Text } from '../../../ui/Text.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toasts.ts'
import { ProblemNotice } from '../ProblemNotice.tsx'
import { signInMethodsQuery } from '../queries.ts'
import { QrCode } from './QrCode.tsx'
import styles from './Setting.module.css'
import { Setting } from './Setting.tsx'

type Started = { uri: string; backupCodes: string[] }

/** An authenticator app on the phone, asked for after a password or a link. */
export function SecondFactorSetting() {
  const { password, twoFactor } = useSuspenseQuery(signInMethodsQuery()).data
  const [open, setOpen] = useState(false)
  const [started, setStarted] = useState<Started>()
  const close = () => {
    setOpen(false)
    setStarted(undefined)
  }
  return (
    <Setting
      title={<Trans>Second factor</Trans>}
      state={
        twoFactor ? (
          <Trans>
            On: an authenticator app is asked for after a password or a link. A passkey needs none.
          </Trans>
        ) : (
          <Trans>Off. An authenticator app can be asked for after a password or a link.</Trans>
        )
      }
      action={
        !open && (
          <Button icon={IconDeviceMobile} onClick={() => setOpen(true)}>
            {twoFactor ? <Trans>Turn it off</Trans> : <Trans>Turn it on</Trans>}
          </Button>
        )
      }
    >
      {open && !twoFactor && !started && (
        <Start hasPassword={password} onStarted={setStarted} onCancel={close} />
      )}
      {started && <Confirm started={started} onDone={close} />}
      {open && twoFactor && !started && <TurnOff hasPassword={password} onDone={close} />}
    </Setting>
  )
}

type PasswordQuestionProps = {
  hasPassword: boolean
  busy: string | false
  error: unknown
  label: React.ReactNode
  onSubmit: (password: string | undefined) => void
  onCancel: () => void
}

/** Asks for the password before something that weakens or strengthens the door; people without one just confirm. */
function PasswordQuestion({ hasPassword, busy, error, label, onSubmit, onCancel }: PasswordQuestionProps) {
  const { t } = useLingui()
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState(false)
  function submit(event: FormEvent) {
    event.preventDefault()
    if (hasPassword && !password) setMissing(true)
    else onSubmit(hasPassword ? password : undefined)
  }
  return (
    <form noValidate onSubmit={submit} className={styles.form}>
      {hasPassword && (
        <PasswordField
          label={t`Your password`}
          autoComplete="current-password"
          width={36}
          value={password}
          onChange={(value) => {
            setPassword(value)
            setMissing(false)
          }}
          error={missing ? t`Write your password.` : undefined}
        />
      )}
      <ProblemNotice error={error} />
      <Row>
        <Button type="submit" variant="primary" busy={busy}>
          {label}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
      </Row>
    </form>
  )
}

function Start({
  hasPassword,
  onStarted,
  onCancel,
}: {
  hasPassword: boolean
  onStarted: (started: Started) => void
  onCancel: () => void
}) {
  const { t } = useLingui()
  const start = useMutation({
    mutationFn: (password: string | undefined) =>
      api.accounts.startSecondFactor(password ? { password } : {}),
    onSuccess: onStarted,
  })
  return (
    <PasswordQuestion
      hasPassword={hasPassword}
      busy={start.isPending && t`Preparing`}
      error={start.error}
      label={<Trans>Continue</Trans>}
      onSubmit={(password) => start.mutate(password)}
      onCancel={onCancel}
    />
  )
}

function Confirm({ started, onDone }: { started: Started; onDone: () => void }) {
  const { t } = useLingui()
  const queryClient = useQueryClient()
  const [code, setCode] = useState('')
  const [error, setError] = useState<string>()
  const confirm = useMutation({
    mutationFn: () => api.accounts.confirmSecondFactor({ code }),
    onSuccess: async () => {
      await queryClient.invalidateQueries(signInMethodsQuery())
      toast(t`The second factor is on`, { tone: 'positive' })
      onDone()
    },
  })
  const secret = new URL(started.uri).searchParams.get('secret') ?? ''
  function submit(event: FormEvent) {
    event.preventDefault()
    if (code.trim().length < 6) setError(t`Enter the six digits.`)
    else confirm.mutate()
  }
  return (
    <form noValidate onSubmit={submit} className={styles.form}>
      <Text>
        <Trans>Scan this with your authenticator app, or type the key into it.</Trans>
      </Text>
      <QrCode text={started.uri} label={t`QR code for your authenticator app`} />
      <Text size="sm" figures>
        <code>{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </Text>
      <Text>
        <Trans>
          Keep these backup codes apart from your phone. Each signs you in once, and they are shown only now.
        </Trans>
      </Text>
      <ul className={styles.codes}>
        {started.backupCodes.map((each) => (
          <li key={each}>
            <code>{each}</code>
          </li>
        ))}
      </ul>
      <TextField
        label={t`Code the app shows now`}
        inputMode="numeric"
        autoComplete="one-time-code"
        width={10}
        value={code}
        onChange={(value) => {
          setCode(value)
          setError(undefined)
        }}
        error={error}
      />
      <ProblemNotice error={confirm.error} />
      <Row>
        <Button type="submit" variant="primary" busy={confirm.isPending && t`Checking`}>
          <Trans>Turn it on</Trans>
        </Button>
        <Button variant="quiet" onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      </Row>
    </form>
  )
}

function TurnOff({ hasPassword, onDone }: { hasPassword: boolean; onDone: () => void }) {
  const { t } = useLingui()
  const queryClient = useQueryClient()
  const remove = useMutation({
    mutationFn: (password: string | undefined) =>
      api.accounts.removeSecondFactor(password ? { password } : {}),
    onSuccess: async () => {
      await queryClient.invalidateQueries(signInMethodsQuery())
      toast(t`The second factor is off`)
      onDone()
    },
  })
  return (
    <PasswordQuestion
      hasPassword={hasPassword}
      busy={remove.isPending && t`Turning it off`}
      error={remove.error}
      label={<Trans>Turn it off</Trans>}
      onSubmit={(password) => remove.mutate(password)}
      onCancel={onDone}
    />
  )
}
