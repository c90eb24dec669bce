import { createHash } from 'node:crypto'

/** What the database keeps of an invitation's token. 256 random bits need no salt and no slow hash. */
export function hashInvitationToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
