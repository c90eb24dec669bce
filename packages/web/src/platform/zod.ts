import { config } from 'zod'

// By default zod tries whether it may compile code at run time. The content security policy forbids that, rightly, and
// the browser would report the attempt on every page. To be imported before any schema is made, so first of all where
// the contract is.
config({ jitless: true })
