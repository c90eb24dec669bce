import { Marked, type Token, type Tokens } from 'marked'
import { escapeHtml } from '../web/escape-html.ts'
import { mailLayout } from './mail-layout.ts'
import type { MailTemplate } from './mail-template.ts'

export type MailValues = Readonly<Record<string, string>>
export type RenderedMail = { readonly subject: string; readonly text: string; readonly html: string }

/**
 * Writes values into a mail, as text and as HTML. The Markdown is read before the values come in, so a value is text
 * and nothing else, whatever characters it has.
 *
 * @param footer - Markdown as well: who sends this and why.
 * @throws {Error} when a value is missing, or a link would lead anywhere but to a web address.
 */
export function renderMail(template: MailTemplate, footer: string, values: MailValues): RenderedMail {
  const subject = fill(template.subject, values, oneLine)
  const body = marked.lexer(template.body)
  const foot = marked.lexer(footer)
  return {
    subject,
    text: fill(`${plainBlocks(body)}\n\n-- \n${plainBlocks(foot)}\n`, values, (value) => value),
    html: mailLayout({
      language: template.language,
      title: escapeHtml(subject),
      bodyHtml: fill(marked.parser(body), values, escapeHtml),
      footerHtml: fill(marked.parser(foot), values, escapeHtml),
    }),
  }
}

const marked = new Marked({
  renderer: {
    // Not marked's own: it would percent-encode the braces of a value's name.
    link({ href, tokens }) {
      return `<a href="${href}">${this.parser.parseInline(tokens)}</a>`
    },
    paragraph({ tokens }) {
      const link = onlyLink(tokens)
      if (!link) return `<p>${this.parser.parseInline(tokens)}</p>\n`
      const label = this.parser.parseInline(link.tokens)
      return `<p class="action"><a class="button" href="${link.href}">${label}</a></p>\n`
    },
  },
})

/** A link in a paragraph of its own is the mail's one thing to do: it becomes the button. */
function onlyLink(tokens: readonly Token[]): Tokens.Link | undefined {
  const [only] = tokens
  return tokens.length === 1 && only?.type === 'link' ? (only as Tokens.Link) : undefined
}

function plainBlocks(tokens: readonly Token[]): string {
  return tokens.flatMap((token) => plainBlock(token) || []).join('\n\n')
}

function plainBlock(token: Token): string {
  switch (token.type) {
    case 'list':
      return (token as Tokens.List).items
        .map((item) => `- ${plainBlocks(item.tokens).replaceAll('\n', '\n  ')}`)
        .join('\n')
    case 'space':
    case 'hr':
      return ''
    default:
      return plainInline('tokens' in token && token.tokens ? token.tokens : [token])
  }
}

function plainInline(tokens: readonly Token[]): string {
  return tokens.map(plainSpan).join('')
}

function plainSpan(token: Token): string {
  if (token.type === 'link') {
    const { tokens, href } = token as Tokens.Link
    return `${plainInline(tokens)}:\n${href}`
  }
  if (token.type === 'br') return '\n'
  if ('tokens' in token && token.tokens) return plainInline(token.tokens)
  return 'text' in token ? String(token.text) : ''
}

function fill(text: string, values: MailValues, write: (value: string) => string): string {
  const filled = text.replace(/(href=")?\{\{ *(\w+) *\}\}/g, (_, href: string | undefined, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`The mail needs a value for ${name}.`)
    if (href && !/^https?:\/\//.test(value)) throw new Error(`The link ${name} is not a web address.`)
    return `${href ?? ''}${write(value)}`
  })
  return filled
}

/** A header is one line. */
function oneLine(value: string): string {
  return value.replaceAll(/\s+/g, ' ').trim()
}
