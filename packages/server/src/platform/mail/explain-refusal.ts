import type { MailServer } from './mail-server.ts'

type SmtpError = { code?: string; responseCode?: number; response?: string; message?: string }

/** What went wrong between us and a mail server, in a sentence for whoever set it up, with what to try next. */
export function explainRefusal(error: unknown, { host, port, security }: MailServer): string {
  const { code, response, message = '' } = (error ?? {}) as SmtpError
  const place = `${host}, port ${port}`
  const said = response ? ` It said: “${response.trim()}”` : ''

  if (code === 'EDNS' || /ENOTFOUND|EAI_AGAIN|ENODATA/.test(message))
    return `No server is called ${host}. Check the name for a slip of the keyboard.`
  if (/ECONNREFUSED/.test(message))
    return `Nothing answers at ${place}. Check the port: 465 goes with TLS, 587 with STARTTLS.`
  if (code === 'ETIMEDOUT' || /ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|timeout/i.test(message))
    return `${place} did not answer in time. A firewall may be in the way, or the port is another one.`
  if (code === 'EAUTH')
    return `The mail server did not accept the user name and password.${said} Some providers want an app password here.`
  if (/certificate|self.signed|altnames|CERT_/i.test(message))
    return `The certificate of ${host} cannot be trusted (${message}). Use the name that the certificate was made for.`
  if (/wrong version number|packet length|EPROTO|SSL routines/i.test(message))
    return `${place} does not begin with TLS. Choose STARTTLS, which usually goes with port 587.`
  if (security === 'starttls' && (code === 'ETLS' || /STARTTLS/i.test(message)))
    return `${place} offers no encryption by STARTTLS. Choose TLS, which usually goes with port 465.`
  if (code === 'EENVELOPE' || response)
    return `The mail server did not take the message.${said} Often the sender's address has to be one it knows.`
  if (code === 'ECONNECTION' || code === 'ESOCKET')
    return `The connection to ${place} broke before the message was taken. Check the port and the kind of encryption.`
  return `The message could not be sent by ${place}.`
}

/** Whether trying again is pointless: the server has said a plain no to this address or message. */
export function isFinal(error: unknown): boolean {
  const { code, responseCode } = (error ?? {}) as SmtpError
  // A refused sign-in is about our settings, not about the mail: it waits until they are right.
  return code !== 'EAUTH' && responseCode !== undefined && responseCode >= 550 && responseCode < 560
}
