/** Every figure of signing in, in one place. */

const MINUTE = 60

/** Without a request for this long a session ends. OWASP asks 15 to 30 minutes of low-risk applications. */
export const IDLE_SECONDS = 30 * MINUTE
export const ADMINISTRATOR_IDLE_SECONDS = 15 * MINUTE
/** A session ends after an office day in any case. */
export const SESSION_SECONDS = 8 * 60 * MINUTE
/** How exactly we know when a session was last used; a write per request would be too many. */
export const LAST_SEEN_PRECISION_SECONDS = MINUTE

export const SIGN_IN_LINK_SECONDS = 15 * MINUTE
export const SECOND_FACTOR_SECONDS = 10 * MINUTE
export const INVITATION_DAYS = 14

/** Tries on one address before each further one has to wait, twice as long every time. */
export const FREE_TRIES = 5
export const FIRST_PAUSE_SECONDS = 30
export const LONGEST_PAUSE_SECONDS = 15 * MINUTE

/** An answer about an address takes at least this long, whether or not anybody has the address. */
export const ALIKE_MILLISECONDS = 250
