import { setUpKeyFromAddress } from '../set-up-key.ts'

/** What is typed before there is an organisation to save it in. */
export type Draft = {
  givenName: string
  familyName: string
  email: string
  wayIn: 'password' | 'link'
  password: string
  organisationName: string
  timeZone: string
  setUpKey: string
}

const STORAGE_KEY = 'viceversa.set-up-draft'

/** The draft of this tab: what was typed before a reload, without the password, which is kept nowhere. */
export function draftOfThisTab(): Draft {
  return { ...emptyDraft(), ...kept() }
}

/** Keeps what was typed for as long as this tab is open. */
export function keepDraft({ password: _, setUpKey: __, ...typed }: Draft): void {
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(typed))
  } catch {
    // Without storage a reload empties the form, as it always did.
  }
}

/** The organisation exists: nothing of the draft stays behind. */
export function forgetDraft(): void {
  try {
    sessionStorage.removeItem(STORAGE_KEY)
  } catch {
    // Nothing was kept.
  }
}

function emptyDraft(): Draft {
  return {
    givenName: '',
    familyName: '',
    email: '',
    wayIn: 'password',
    password: '',
    organisationName: '',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    setUpKey: setUpKeyFromAddress(),
  }
}

function kept(): Partial<Draft> {
  try {
    return JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '{}') as Partial<Draft>
  } catch {
    return {}
  }
}
