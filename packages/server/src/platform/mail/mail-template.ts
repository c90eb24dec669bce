import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const CONTENT = fileURLToPath(new URL('../../../../../content', import.meta.url))
const FALLBACK_LANGUAGE = 'en'

/** A mail as its author wrote it: `content/<language>/mail/<name>.md`. */
export type MailTemplate = {
  readonly subject: string
  /** Markdown with `{{names}}` of values. */
  readonly body: string
  readonly language: string
}

const known = new Map<string, MailTemplate>()

/**
 * @param language - A BCP 47 tag; a mail that is not there in this language comes in English.
 * @throws {Error} when there is no such mail at all, or it has no subject: a fault of ours, not of the caller.
 */
export async function mailTemplate(name: string, language = FALLBACK_LANGUAGE): Promise<MailTemplate> {
  for (const candidate of new Set([language, language.split('-')[0] ?? language, FALLBACK_LANGUAGE])) {
    const found = known.get(`${candidate}/${name}`) ?? (await readTemplate(name, candidate))
    if (!found) continue
    known.set(`${candidate}/${name}`, found)
    return found
  }
  throw new Error(`There is no mail called ${name} under content/${FALLBACK_LANGUAGE}/mail.`)
}

async function readTemplate(name: string, language: string): Promise<MailTemplate | undefined> {
  let text: string
  try {
    text = await readFile(path.join(CONTENT, language, 'mail', `${name}.md`), 'utf8')
  } catch {
    return undefined
  }
  const [, subject, body] = /^---\nsubject: *(.+)\n---\n([\s\S]+)$/.exec(text) ?? []
  if (!subject || !body)
    throw new Error(`The mail ${name} does not begin with a subject between two lines of ---.`)
  return { subject: subject.trim().replace(/^(["'])(.*)\1$/, '$2'), body: body.trim(), language }
}
