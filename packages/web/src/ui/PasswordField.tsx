import { Trans } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { type ComponentPropsWithRef, useState } from 'react'
import { TextButton } from './Button.tsx'
import { Field, type FieldProps } from './Field.tsx'
import styles from './Input.module.css'

type PasswordFieldProps = FieldProps & {
  value: string
  onChange: (value: string) => void
  /** What a password manager should do: fill the old one in or offer a new one. */
  autoComplete: 'current-password' | 'new-password'
} & Omit<ComponentPropsWithRef<'input'>, 'value' | 'onChange' | 'size' | 'type' | 'autoComplete' | 'width'>

/** A password that can be shown while typing, pasted and filled in by a password manager. */
export function PasswordField({
  label,
  hint,
  error,
  optional,
  id,
  labelHidden,
  width,
  fix,
  value,
  onChange,
  ...rest
}: PasswordFieldProps) {
  const [shown, setShown] = useState(false)
  return (
    <Field {...{ label, hint, error, optional, id, labelHidden, width, fix }}>
      {(control) => (
        <span className={clsx(styles.input, styles.box)}>
          <input
            {...rest}
            {...control}
            type={shown ? 'text' : 'password'}
            spellCheck={false}
            autoCapitalize="none"
            className={styles.bare}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <TextButton aria-controls={control.id} onClick={() => setShown(!shown)}>
            {shown ? <Trans>Hide password</Trans> : <Trans>Show password</Trans>}
          </TextButton>
        </span>
      )}
    </Field>
  )
}
