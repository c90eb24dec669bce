import { z } from 'zod'

/**
 * A new password: long, and nothing else is asked of it. No kinds of characters and no renewal by the calendar
 * (NIST SP 800-63B-4; OWASP ASVS 5.0 V6.2). The list of common ones is the server's, see `password-too-common`.
 */
export const passwordForm = z
  .string()
  .min(15, 'Use at least 15 characters: a sentence of your own is easy to remember.')
  .max(256, 'Use at most 256 characters.')
