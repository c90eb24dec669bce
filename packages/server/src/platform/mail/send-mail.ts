import { createTransport } from 'nodemailer'
import type { MailServer } from './mail-server.ts'

export type Letter = {
  /** Becomes the Message-ID: a letter that is sent again after a crash is the same letter. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

export type Postman = {
  /** Resolves once the mail server has taken the letter. Rejects with the library's error; see `explain-refusal.ts`. */
  send(letter: Letter): Promise<void>
  close(): void
}

const CONNECT_MILLISECONDS = 10_000
const SILENCE_MILLISECONDS = 20_000
const AT_ONCE = 2

/** A connection to a mail server, kept open while there is something to send. */
export function postmanOf(server: MailServer): Postman {
  const transport = createTransport({
    pool: true,
    maxConnections: AT_ONCE,
    host: server.host,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'none',
    tls: { minVersion: 'TLSv1.2' },
    ...(server.userName !== null && { auth: { user: server.userName, pass: server.password ?? '' } }),
    connectionTimeout: CONNECT_MILLISECONDS,
    greetingTimeout: CONNECT_MILLISECONDS,
    socketTimeout: SILENCE_MILLISECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = server.senderAddress.split('@').at(-1) ?? 'localhost'
  return {
    async send({ id, to, subject, text, html }) {
      await transport.sendMail({
        messageId: `<${id}@${domain}>`,
        from: { name: server.senderName, address: server.senderAddress },
        // As an object: an address is an address, whatever characters it holds.
        to: { name: '', address: to },
        subject,
        text,
        html,
        headers: { 'auto-submitted': 'auto-generated', 'x-auto-response-suppress': 'All' },
      })
    },
    close: () => transport.close(),
  }
}
