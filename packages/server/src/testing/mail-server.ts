import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type TestMailServer = {
  readonly port: number
  /** Every message as it arrived, the earliest first. */
  readonly received: string[]
  /** What the server says to each recipient from now on; undefined to take everything. */
  refuseWith(answer: { code: number; text: string } | undefined): void
  /** Runs after a message was taken, before the sender hears so. */
  afterTaking(step: (() => Promise<void>) | undefined): void
  close(): Promise<void>
}

export type TestMailServerOptions = {
  readonly account?: { user: string; password: string }
  /** Offers STARTTLS with a certificate that nobody vouches for. */
  readonly startTls?: boolean
}

/** A real SMTP server on this machine that keeps what it gets. */
export async function startMailServer({
  account,
  startTls = false,
}: TestMailServerOptions = {}): Promise<TestMailServer> {
  const received: string[] = []
  let refusal: { code: number; text: string } | undefined
  let step: (() => Promise<void>) | undefined
  const server = new SMTPServer({
    disabledCommands: [...(startTls ? [] : ['STARTTLS']), ...(account ? [] : ['AUTH'])],
    allowInsecureAuth: true,
    authOptional: account === undefined,
    onAuth({ username, password }, _session, answer) {
      if (username === account?.user && password === account?.password) answer(null, { user: username })
      else answer(Object.assign(new Error('5.7.8 Bad user name or password'), { responseCode: 535 }))
    },
    onRcptTo(_address, _session, answer) {
      if (refusal) answer(Object.assign(new Error(refusal.text), { responseCode: refusal.code }))
      else answer()
    },
    onData(stream, _session, answer) {
      let message = ''
      stream.on('data', (chunk) => {
        message += chunk
      })
      stream.on('end', async () => {
        received.push(message)
        await step?.()
        answer()
      })
    },
  })
  server.on('error', () => {
    // A client that hangs up in the middle is part of some tests.
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    refuseWith(answer) {
      refusal = answer
    },
    afterTaking(next) {
      step = next
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
