import { z } from 'zod'

const address = z.email().max(254)

/** Whether this is one e-mail address, without display name, as HR systems export it. */
export function isEmailAddress(text: string): boolean {
  return text.includes('@') && address.safeParse(text).success
}

/** The address in lower case, or `null` for anything else. `mailto:` and angle brackets around it are taken off. */
export function readEmail(text: string): string | null {
  const bare = text
    .replace(/^mailto:/i, '')
    .replace(/^<(.*)>$/, '$1')
    .toLowerCase()
  return isEmailAddress(bare) ? bare : null
}
