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

export function emptyDraft(): Draft {
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
