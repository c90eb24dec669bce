import { request } from '@playwright/test'

/** What a browser of ours sends along, for people who are played without a screen. */
type Asker = Awaited<ReturnType<typeof asker>>

/** One-time links by address, as they wait in the outbox of an installation without a mail server. */
export async function waitingLinks(administrator: Asker, template: RegExp): Promise<Map<string, string>> {
  const links = new Map<string, string>()
  let after: string | null = ''
  while (after !== null) {
    const page: { rows: { id: string; address: string; template: string }[]; next: string | null } =
      await administrator.get(`/mails?limit=200${after && `&after=${after}`}`)
    for (const mail of page.rows.filter((row) => template.test(row.template))) {
      const { bodyText } = await administrator.get<{ bodyText: string }>(`/mails/${mail.id}`)
      const link = bodyText.match(/https?:\/\/\S+\/(invitation|pairs)\/[\w-]+/)?.[0]
      if (link) links.set(mail.address, link)
    }
    after = page.next
  }
  return links
}

/** Opens somebody's one-time link and answers everything, through the same door as their browser. */
export async function joinByLink(
  address: string,
  link: string,
  profile: Record<string, unknown>,
): Promise<Asker> {
  const person = await asker(address)
  const token = link.split('/').at(-1)
  const { programmeId } = await person.put<{ programmeId: string }>(`/invitations/${token}/acceptance`)
  await person.put(`/programmes/${programmeId}/my-enrolment/consent`)
  await person.put(`/programmes/${programmeId}/my-enrolment/profile`, profile)
  await person.put(`/programmes/${programmeId}/my-enrolment/readiness`)
  return person
}

/** Somebody at a browser, with cookies of their own. */
export async function asker(address: string, cookies?: { name: string; value: string }[]) {
  const { hostname } = new URL(address)
  const context = await request.newContext({
    extraHTTPHeaders: { origin: address, 'sec-fetch-site': 'same-origin' },
    ...(cookies && {
      storageState: {
        cookies: cookies.map((cookie) => ({
          ...cookie,
          domain: hostname,
          path: '/',
          expires: -1,
          httpOnly: true,
          secure: false,
          sameSite: 'Lax' as const,
        })),
        origins: [],
      },
    }),
  })
  const ask = async <T>(method: string, path: string, body?: unknown, more = {}): Promise<T> => {
    const response = await context.fetch(`${address}/api${path}`, {
      method,
      ...(body === undefined ? {} : { data: body }),
      ...more,
    })
    const text = await response.text()
    if (!response.ok()) throw new Error(`${method} ${path} was answered with ${response.status()}: ${text}`)
    return (text ? JSON.parse(text) : undefined) as T
  }
  return {
    get: <T>(path: string) => ask<T>('GET', path),
    put: <T>(path: string, body: unknown = {}) => ask<T>('PUT', path, body),
    post: <T>(path: string, body: unknown = {}) => ask<T>('POST', path, body),
    /** Changes what still has this version. */
    patch: <T>(path: string, version: number, body: unknown) =>
      ask<T>('PATCH', path, body, { headers: { 'if-match': `"${version}"` } }),
    upload: <T>(path: string, name: string, buffer: Buffer) =>
      ask<T>('POST', path, undefined, { multipart: { file: { name, mimeType: 'text/csv', buffer } } }),
    remove: (path: string) => ask<void>('DELETE', path),
    end: () => context.dispose(),
  }
}
