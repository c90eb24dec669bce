import { api } from '../../platform/http/operations.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { administrator } from '../accounts/guards.ts'
import { listMails } from './list-mails.ts'
import { removeSettings, saveSettings, showSettings } from './mail-settings.ts'
import { findMail } from './queries.ts'
import { sendTestMail } from './send-test-mail.ts'
import { sendsMail } from './sends-mail.ts'
import { tryAgain } from './try-again.ts'

export const mailRoutes = {
  list: api.mail.list.use(administrator).handler(({ input, context }) =>
    context.act(async (db) => ({
      ...(await listMails(db, input)),
      sendsMail: await sendsMail(db, context.platform.config),
    })),
  ),

  show: api.mail.show.use(administrator).handler(({ input, context }) =>
    context.act(async (db) => {
      const mail = await findMail(db, input.mailId)
      if (!mail) throw new ProblemError('not-found', 'There is no such mail.')
      // Where mails leave by themselves nobody has to hand them on, so nobody reads other people's links here.
      return (await sendsMail(db, context.platform.config)) ? { ...mail, bodyText: null } : mail
    }),
  ),

  deliver: api.mail.deliver
    .use(administrator)
    .handler(({ input, context }) => context.act((db) => tryAgain(db, input.mailId))),

  showSettings: api.mail.showSettings
    .use(administrator)
    .handler(({ context }) => context.act((db) => showSettings(db, context.platform.config))),

  saveSettings: api.mail.saveSettings
    .use(administrator)
    .handler(({ input, context }) =>
      context.act((db) => saveSettings(db, context.platform.config, input, context.platform.clock.now())),
    ),

  removeSettings: api.mail.removeSettings
    .use(administrator)
    .handler(({ context }) => context.act((db) => removeSettings(db, context.platform.config))),

  test: api.mail.test
    .use(administrator)
    .handler(({ input, context }) => sendTestMail(context, context.me, input)),
}
