import { config } from 'zod/v4'

/**
 * What the browser sees in place of `zod`. By default zod tries whether it may compile code at run time; the content
 * security policy forbids that, rightly, and the browser would report the attempt. Said here, before any schema is made.
 */
config({ jitless: true })

export * from 'zod/v4'
