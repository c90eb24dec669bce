import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { type AnyRouter, ORPCError } from '@orpc/server'
import type { Platform } from '../platform.ts'
import { problemResponse } from './answer-problem.ts'
import type { AppContext } from './app-env.ts'
import { ProblemError } from './problem.ts'
import { type RequestContext, requestContext } from './request-context.ts'

/** Answers the operations of the contract. Failures leave as problems, wherever they happened. */
export function operationHandler(platform: Platform, routes: AnyRouter) {
  const failures = new WeakMap<RequestContext, unknown>()
  const operations = new WeakMap<RequestContext, string>()
  const handler = new OpenAPIHandler<RequestContext>(routes, {
    clientInterceptors: [
      async ({ context, path, next }) => {
        operations.set(context, path.join('.'))
        try {
          return await next()
        } catch (error) {
          // Wrapped, so that a SyntaxError of ours is not taken for an unreadable request.
          throw error instanceof ORPCError ? error : new ORPCError('INTERNAL_SERVER_ERROR', { cause: error })
        }
      },
    ],
    interceptors: [
      async ({ context, next }) => {
        try {
          return await next()
        } catch (error) {
          failures.set(context, isUnreadable(error) ? unreadable() : error)
          throw error
        }
      },
    ],
  })

  return async (c: AppContext): Promise<Response> => {
    const context = requestContext({
      platform,
      requestId: c.get('requestId'),
      headers: c.req.raw.headers,
      clientAddress: c.get('clientAddress'),
      session: c.get('session'),
      idempotencyKey: c.get('idempotencyKey'),
    })
    const { matched, response } = await handler.handle(requestWithBody(c), { prefix: '/api', context })
    if (!matched) throw new ProblemError('not-found', 'There is nothing at this address.')

    c.set('operation', operations.get(context))
    if (failures.has(context)) return problemResponse(failures.get(context), c, platform.log)
    for (const [name, value] of context.answerHeaders) response.headers.append(name, value)
    saveRatherThanShow(response)
    return response
  }
}

/** The request as it came, with the body that was read within its limit. HEAD is answered like GET. */
function requestWithBody(c: AppContext): Request {
  const { url, headers, method, signal } = c.req.raw
  return new Request(url, {
    method: method === 'HEAD' ? 'GET' : method,
    headers,
    signal,
    body: c.get('body') ?? null,
  })
}

/** A file from here is never opened as a page of ours. */
function saveRatherThanShow(response: Response): void {
  const disposition = response.headers.get('content-disposition')
  if (disposition) response.headers.set('content-disposition', disposition.replace(/^inline/, 'attachment'))
}

/** What parsers throw at a body or an address that is not what it claims to be. */
function isUnreadable(error: unknown): boolean {
  return error instanceof SyntaxError || error instanceof TypeError || error instanceof URIError
}

function unreadable(): ProblemError {
  return new ProblemError(
    'invalid-request',
    'The request could not be read. Send JSON, or a form where a file is asked for.',
  )
}
