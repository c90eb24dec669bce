import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Session } from './request-context.ts'

/** What middleware hands to what comes after it. */
export type AppEnv = {
  /** Absent when a test calls the application without a socket. */
  Bindings: Partial<HttpBindings>
  Variables: {
    requestId: string
    clientAddress: string
    session: Session | null
    /** The Idempotency-Key under which this request is worked on, if it is. */
    idempotencyKey: string | undefined
    /** The body, read within its limit; undefined when the request has none. */
    body: Uint8Array<ArrayBuffer> | undefined
    /** What was asked for, in words fit for a log: an operation's name, never an address with ids in it. */
    operation: string | undefined
  }
}

export type AppContext = Context<AppEnv>
