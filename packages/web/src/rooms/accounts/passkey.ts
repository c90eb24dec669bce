import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import { api } from '../../platform/api.ts'

export function canUsePasskeys(): boolean {
  return browserSupportsWebAuthn()
}

/** Asks the device for a passkey. @returns The next step, or undefined when the person changed their mind. */
export async function signInWithPasskey() {
  const options = await api.accounts.passkeyChallenge()
  const response = await unlessCancelled(() =>
    startAuthentication({ optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON }),
  )
  return response && api.accounts.signInWithPasskey({ response: { ...response } })
}

/** Makes a passkey on the device and keeps its public half here. @returns Undefined when the person changed their mind. */
export async function addPasskey(name: string) {
  const options = await api.accounts.startPasskey()
  const response = await unlessCancelled(() =>
    startRegistration({ optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON }),
  )
  return response && api.accounts.addPasskey({ name, response: { ...response } })
}

/** Closing the device's own dialog is an answer, not a failure. */
async function unlessCancelled<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError'))
      return undefined
    throw error
  }
}
