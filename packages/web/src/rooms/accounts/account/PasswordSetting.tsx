import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { passwordForm } from '@viceversa/domain/accounts/password.ts'
import { type FormEvent, useState } from 'react'
import { api } from '../../../platform/api.ts'
import { Button } from '../../../ui/Button.tsx'
import { Row } from '../../../ui/Layout.tsx'
import { PasswordField } from '../../../ui/PasswordField.tsx'
import { toast } from '../../../ui/toasts.ts'
import { ProblemNotice } from '../ProblemNotice.tsx'
import { sessionsQuery, signInMethodsQuery } from '../queries.ts'
import styles from './Setting.module.css'
import { Setting } from './Setting.tsx'

export function PasswordSetting() {
  const { password } = useSuspenseQuery(signInMethodsQuery()).data
  const [open, setOpen] = useState(false)
  return (
    <Setting
      title={<Trans>Password</Trans>}
      state={
        password ? <Trans>Set. At least 15 characters.</Trans> : <Trans>None, and none is needed.</Trans>
      }
      action={
        !open && (
          <Button onClick={() => setOpen(true)}>
            {password ? <Trans>Change it</Trans> : <Trans>Set a password</Trans>}
          </Button>
        )
      }
    >
      {open && <PasswordForm hasPassword={password} onDone={() => setOpen(false)} />}
    </Setting>
  )
}

function PasswordForm({ hasPassword, onDone }: { hasPassword: boolean; onDone: () => void }) {
  const { t } = useLingui()
  const queryClient = useQueryClient()
  const [current, setCurrent] = useState('')
  const [wanted, setWanted] = useState('')
  const [errors, setErrors] = useState<{ current?: string | undefined; wanted?: string | undefined }>({})
  const set = useMutation({
    mutationFn: () =>
      api.accounts.setPassword({ newPassword: wanted, ...(hasPassword ? { currentPassword: current } : {}) }),
    onSuccess: async () => {
      await queryClient.invalidateQueries(signInMethodsQuery())
      await queryClient.invalidateQueries(sessionsQuery())
      toast(t`Saved. Everywhere else you are signed out.`, { tone: 'positive' })
      onDone()
    },
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    const found = {
      current: hasPassword && !current ? t`Write your current password.` : undefined,
      wanted: passwordForm.safeParse(wanted).error?.issues[0]?.message,
    }
    setErrors(found)
    if (!found.current && !found.wanted) set.mutate()
  }

  return (
    <form noValidate onSubmit={submit} className={styles.form}>
      {hasPassword && (
        <PasswordField
          label={t`Current password`}
          autoComplete="current-password"
          width={36}
          value={current}
          onChange={(value) => {
            setCurrent(value)
            setErrors({ ...errors, current: undefined })
          }}
          error={errors.current}
        />
      )}
      <PasswordField
        label={t`New password`}
        hint={t`At least 15 characters. A sentence of your own is easy to remember.`}
        autoComplete="new-password"
        width={36}
        value={wanted}
        onChange={(value) => {
          setWanted(value)
          setErrors({ ...errors, wanted: undefined })
        }}
        error={errors.wanted}
      />
      <ProblemNotice error={set.error} />
      <Row>
        <Button type="submit" variant="primary" busy={set.isPending && t`Saving`}>
          <Trans>Save the password</Trans>
        </Button>
        <Button variant="quiet" onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      </Row>
    </form>
  )
}
