import { z } from 'zod'
import { errorsOf, operation } from '../problem.ts'
import { emailAddress, id, instant, pageOf, pageRequest } from '../wire.ts'
import { mailProblems } from './problems.ts'

export const mailRow = z.object({
  id,
  address: z.string(),
  recipientName: z.string().nullable(),
  template: z.string(),
  subject: z.string(),
  state: z.enum(['waiting', 'sent', 'failed']),
  createdAt: instant,
  sentAt: instant.nullable(),
  lastError: z.string().nullable(),
})
export type MailRow = z.infer<typeof mailRow>

export const mail = mailRow.extend({ bodyText: z.string().nullable() })

export const mailSettings = z.object({
  host: z.string().trim().min(1, 'Write the name of your mail server, such as smtp.example.com.').max(253),
  port: z.number().int().min(1).max(65535),
  security: z.enum(['tls', 'starttls', 'none']),
  userName: z.string().max(200).nullable(),
  senderName: z.string().trim().min(1, 'Write the name people see in their inbox.').max(100),
  senderAddress: emailAddress,
})

const tags = ['Mail']

export const mailContract = {
  list: operation
    .route({ method: 'GET', path: '/mails', tags, summary: 'The outbox (administrators)' })
    .input(
      pageRequest.extend({
        state: z.enum(['waiting', 'sent', 'failed']).optional(),
        search: z.string().max(200).optional(),
      }),
    )
    .output(pageOf(mailRow).extend({ sendsMail: z.boolean() })),
  show: operation
    .route({
      method: 'GET',
      path: '/mails/{mailId}',
      tags,
      summary: 'One mail that waits, with its text (administrators)',
    })
    .input(z.object({ mailId: id }))
    .output(mail),
  deliver: operation
    .route({
      method: 'PUT',
      path: '/mails/{mailId}/delivery',
      successStatus: 202,
      tags,
      summary: 'Try again now',
    })
    .errors(errorsOf(mailProblems, 'mail-already-sent'))
    .input(z.object({ mailId: id })),
  showSettings: operation
    .route({
      method: 'GET',
      path: '/mail-settings',
      tags,
      summary: 'How mail leaves this server (administrators)',
    })
    .output(
      z.object({ settings: mailSettings.nullable(), fromEnvironment: z.boolean(), passwordSet: z.boolean() }),
    ),
  saveSettings: operation
    .route({ method: 'PUT', path: '/mail-settings', tags, summary: 'Say how mail leaves this server' })
    .input(mailSettings.extend({ password: z.string().max(500).nullable().optional() }))
    .output(z.object({ settings: mailSettings })),
  removeSettings: operation.route({
    method: 'DELETE',
    path: '/mail-settings',
    successStatus: 204,
    tags,
    summary: 'Stop sending; mails wait in the outbox',
  }),
  test: operation
    .route({
      method: 'POST',
      path: '/mail-settings/tests',
      tags,
      summary: 'Send a test to my own address with these settings',
    })
    .errors(errorsOf(mailProblems, 'mail-server-refused'))
    .input(mailSettings.extend({ password: z.string().max(500).nullable().optional() }))
    .output(z.object({ sentTo: z.string() })),
}
