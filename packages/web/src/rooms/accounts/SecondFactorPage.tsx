import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { SplitSignIn } from '../../app/layouts/SplitSignIn.tsx'
import { api, problemOf } from '../../platform/api.ts'
import { useDocumentTitle } from '../../platform/useDocumentTitle.ts'
import { Button, LinkButton, TextButton } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { ProblemNotice } from './ProblemNotice.tsx'
import styles from './SignInPage.module.css'
import { useAfterSignIn } from './useAfterSignIn.ts'

/** The second step of signing in: a code of the authenticator app, or one of the printed backup codes. */
export function SecondFactorPage() {
  const { t } = useLingui()
  const afterSignIn = useAfterSignIn()
  const [method, setMethod] = useState<'app' | 'backup-code'>('app')
  const [code, setCode] = useState('')
  const [error, setError] = useState<string>()
  const give = useMutation({
    mutationFn: () => api.accounts.giveSecondFactor({ method, code }),
    onSuccess: afterSignIn,
    onError: () => setCode(''),
  })
  useDocumentTitle(t`Second factor`)

  function submit(event: FormEvent) {
    event.preventDefault()
    if (code.trim().length < 6)
      setError(method === 'app' ? t`Enter the six digits.` : t`Enter a whole backup code.`)
    else give.mutate()
  }
  const tooLate = problemOf(give.error)?.type === '/problems/second-factor-expired'
  return (
    <SplitSignIn
      title={<Trans>One more step</Trans>}
      lead={
        method === 'app' ? (
          <Trans>Enter the six digits that your authenticator app shows now.</Trans>
        ) : (
          <Trans>Enter one of the backup codes you kept. Each works once.</Trans>
        )
      }
    >
      <form noValidate onSubmit={submit} className={styles.form}>
        <TextField
          label={method === 'app' ? <Trans>Code</Trans> : <Trans>Backup code</Trans>}
          size="large"
          inputMode={method === 'app' ? 'numeric' : 'text'}
          autoComplete="one-time-code"
          value={code}
          onChange={(value) => {
            setCode(value)
            setError(undefined)
          }}
          error={error}
        />
        <Button type="submit" variant="primary" size="large" wide busy={give.isPending && t`Checking`}>
          <Trans>Go on</Trans>
        </Button>
        <ProblemNotice error={give.error} />
        {tooLate && (
          <LinkButton href="/sign-in" wide>
            <Trans>Back to sign-in</Trans>
          </LinkButton>
        )}
        <TextButton
          onClick={() => {
            setMethod(method === 'app' ? 'backup-code' : 'app')
            setCode('')
            give.reset()
          }}
        >
          {method === 'app' ? <Trans>Use a backup code</Trans> : <Trans>Use the authenticator app</Trans>}
        </TextButton>
      </form>
    </SplitSignIn>
  )
}
