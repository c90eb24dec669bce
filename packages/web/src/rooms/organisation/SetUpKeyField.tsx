import { Trans } from '@lingui/react/macro'
import { TextField } from '../../ui/TextField.tsx'

type SetUpKeyFieldProps = {
  value: string
  onChange: (value: string) => void
  id?: string
  error?: string | undefined
  /** On the welcome page the key is only needed for one of two ways. */
  optional?: boolean
}

/** The key that proves that one has seen the server's console. Asked for when the server can be reached from outside. */
export function SetUpKeyField({ value, onChange, id, error, optional }: SetUpKeyFieldProps) {
  return (
    <TextField
      id={id}
      label={optional ? <Trans>Set-up key, for the sample organisation</Trans> : <Trans>Set-up key</Trans>}
      hint={
        <Trans>
          It stands on the console where Viceversa was started. Only whoever runs the server can see it.
        </Trans>
      }
      error={error}
      value={value}
      onChange={onChange}
      autoComplete="off"
      spellCheck={false}
    />
  )
}
