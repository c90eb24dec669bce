import { readdir } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { mailTemplate } from './mail-template.ts'
import { renderMail } from './render-mail.ts'

const template = {
  subject: 'You are invited, {{givenName}}',
  body: 'Hello {{givenName}},\n\nthis is **yours**:\n\n- one\n- two\n\n[Open it]({{link}})',
  language: 'en',
}
const values = {
  givenName: 'Amina',
  link: 'https://mentoring.example/invitation/abc',
  organisationName: 'Meridian',
}
const footer = 'From {{organisationName}}.'

describe('a mail', () => {
  test('comes as text with its one address in clear', () => {
    expect(renderMail(template, footer, values).text).toBe(
      'Hello Amina,\n\nthis is yours:\n\n- one\n- two\n\nOpen it:\nhttps://mentoring.example/invitation/abc\n\n-- \nFrom Meridian.\n',
    )
  })

  test('comes as HTML in one column, with a button and its language', () => {
    const { html } = renderMail(template, footer, values)
    expect(html).toContain('<html lang="en">')
    expect(html).toContain('<a class="button" href="https://mentoring.example/invitation/abc">Open it</a>')
    expect(html).not.toMatch(/<(img|script|link|iframe)/)
  })

  test('takes a value as text, whatever characters it has', () => {
    const odd = { ...values, givenName: '<b>[x](javascript:alert(1))</b> **&** {{link}}' }
    const { html, text, subject } = renderMail(template, footer, odd)

    expect(html).toContain('Hello &lt;b&gt;[x](javascript:alert(1))&lt;/b&gt; **&amp;** {{link}},')
    expect(text).toContain('Hello <b>[x](javascript:alert(1))</b> **&** {{link}},')
    expect(subject).toContain('<b>')
  })

  test('keeps its subject on one line', () => {
    const { subject } = renderMail(template, footer, {
      ...values,
      givenName: 'Amina\r\nBcc: everybody@example.com',
    })
    expect(subject).toBe('You are invited, Amina Bcc: everybody@example.com')
  })

  test('leads to web addresses only', () => {
    expect(() => renderMail(template, footer, { ...values, link: 'javascript:alert(1)' })).toThrow(
      'not a web address',
    )
  })

  test('is not sent with a hole in it', () => {
    const { givenName: _, ...rest } = values
    expect(() => renderMail(template, footer, rest)).toThrow('a value for givenName')
  })

  test('comes in English where nobody wrote it in the language of the person', async () => {
    expect((await mailTemplate('test-mail', 'pt-BR')).language).toBe('en')
    await expect(mailTemplate('no-such-mail')).rejects.toThrow('no mail called no-such-mail')
  })
})

const mails = (await readdir(new URL('../../../../../content/en/mail/', import.meta.url))).filter(
  (name) => name !== 'footer.md',
)

describe('every mail that is written', () => {
  test.each(mails)('%s is short and has one link', async (name) => {
    const { body, subject } = await mailTemplate(name.replace(/\.md$/, ''))
    expect(body.split(/\s+/).length).toBeLessThanOrEqual(120)
    expect(body.match(/\]\(/g) ?? []).toHaveLength(1)
    expect(subject.length).toBeLessThanOrEqual(90)
  })
})
