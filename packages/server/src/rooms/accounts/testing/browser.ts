import { randomUUID } from 'node:crypto'
import type { TestApp } from '../../../testing/test-app.ts'

export type Answer<Body = Record<string, unknown>> = {
  readonly status: number
  readonly headers: Headers
  readonly body: Body
}

/** A browser that keeps its cookies, for stories in which somebody signs in. */
export function browser({ hono, platform }: TestApp) {
  const jar = new Map<string, string>()
  const { address } = platform.config

  async function request(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await hono.fetch(
      new Request(`${address}/api${path}`, {
        method,
        headers: {
          host: new URL(address).host,
          origin: address,
          'sec-fetch-site': 'same-origin',
          'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
          'idempotency-key': randomUUID(),
          cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        body: body === undefined ? null : JSON.stringify(body),
      }),
    )
    keepCookies(response.headers)
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : {} }
  }

  function keepCookies(headers: Headers) {
    for (const cookie of headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '' || /max-age=0\b/i.test(cookie)) jar.delete(name)
      else jar.set(name, value)
    }
  }

  return {
    request,
    cookies: jar,
    /** The status of asking who one is: 200 for somebody, 401 for nobody. */
    whoAmI: async () => (await request('GET', '/me')).status,
  }
}

/** The one link in the latest mail that waits for this address. */
export async function linkInMailTo({ database }: TestApp, address: string): Promise<URL> {
  const mail = await database.asSuperuser
    .selectFrom('mail')
    .where('address', '=', address)
    .select('body_text')
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow()
  const [link] = /https?:\/\/\S+/.exec(mail.body_text ?? '') ?? []
  if (!link) throw new Error('There is no link in the mail.')
  return new URL(link)
}
