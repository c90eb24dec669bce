import { mailSettings } from '@viceversa/domain/mail/contract.ts'
import { useState } from 'react'
import { useStepForm } from '../organisation/set-up/useStepForm.ts'
import type { TypedMailSettings } from './queries.ts'

export type MailFormValues = {
  host: string
  port: number | null
  security: 'tls' | 'starttls' | 'none'
  userName: string
  /** Empty: the stored one, or none where nothing is stored. */
  password: string
  senderName: string
  senderAddress: string
}

export type MailForm = ReturnType<typeof useMailForm>

/** The ports that go with a kind of encryption; one that somebody chose themselves stays. */
const USUAL_PORT = { tls: 465, starttls: 587, none: 25 } as const

/**
 * How mail leaves this server, as somebody types it.
 *
 * @param passwordStored - Whether an empty password field keeps the one that is stored.
 * @param onChange - Something was typed: what was said about the earlier values no longer holds.
 */
export function useMailForm(initial: MailFormValues, passwordStored: boolean, onChange: () => void) {
  const [values, setValues] = useState(initial)
  const form = useStepForm(mailSettings, { ...values, userName: values.userName.trim() || null })

  function set<Key extends keyof MailFormValues>(key: Key, value: MailFormValues[Key]) {
    setValues((before) => ({ ...before, ...withUsualPort(before, key, value), [key]: value }))
    if (key !== 'password') form.clear(key)
    onChange()
  }

  return {
    values,
    set,
    ...form,
    /** What was typed, or undefined with every error shown. */
    checked(): TypedMailSettings | undefined {
      const settings = form.check()
      if (!settings) return undefined
      if (values.password) return { ...settings, password: values.password }
      return passwordStored && settings.userName ? settings : { ...settings, password: null }
    },
  }
}

function withUsualPort(
  before: MailFormValues,
  key: keyof MailFormValues,
  value: MailFormValues[keyof MailFormValues],
): Partial<MailFormValues> {
  if (key !== 'security' || before.port !== USUAL_PORT[before.security]) return {}
  return { port: USUAL_PORT[value as MailFormValues['security']] }
}
