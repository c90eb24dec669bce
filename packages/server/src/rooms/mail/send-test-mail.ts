import { randomUUID } from 'node:crypto'
import { ProblemError } from '../../platform/http/problem.ts'
import type { RequestContext } from '../../platform/http/request-context.ts'
import { explainRefusal } from '../../platform/mail/explain-refusal.ts'
import { mailTemplate } from '../../platform/mail/mail-template.ts'
import { renderMail } from '../../platform/mail/render-mail.ts'
import { postmanOf } from '../../platform/mail/send-mail.ts'
import { serverFrom, type TypedSettings } from './mail-settings.ts'

/**
 * Sends a mail to whoever asks, with settings that need not be saved, and waits for the mail server's word.
 *
 * @throws ProblemError `mail-server-refused` with what the server said and what to try.
 */
export async function sendTestMail(
  context: RequestContext,
  me: string,
  typed: TypedSettings,
): Promise<{ sentTo: string }> {
  const { config } = context.platform
  const { server, person, organisation } = await context.act(async (db) => ({
    server: await serverFrom(db, config, typed),
    person: await db
      .selectFrom('person')
      .where('id', '=', me)
      .select(['email', 'given_name'])
      .executeTakeFirstOrThrow(),
    organisation: await db.selectFrom('organisation').select('name').executeTakeFirst(),
  }))
  const mail = renderMail(await mailTemplate('test-mail'), (await mailTemplate('footer')).body, {
    givenName: person.given_name,
    server: server.host,
    link: `${config.address}/settings/mail`,
    organisationName: organisation?.name ?? 'your organisation',
  })

  const postman = postmanOf(server)
  try {
    await postman.send({ id: randomUUID(), to: person.email, ...mail })
  } catch (error) {
    throw new ProblemError('mail-server-refused', explainRefusal(error, server))
  } finally {
    postman.close()
  }
  return { sentTo: person.email }
}
