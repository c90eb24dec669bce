import { i18n, type Messages } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'

/** Languages the interface can speak. English needs no catalogue: its words are in the screens themselves. */
const catalogues = import.meta.glob<{ messages: Messages }>(['../locales/*.po', '!../locales/en.po'])

export const locales: readonly string[] = ['en', ...Object.keys(catalogues).map(localeOf)]

/** Loads a language and switches to it. An unknown one falls back to English. Returns the language that holds now. */
export async function activateLocale(wanted: string): Promise<string> {
  // English plurals and placeholders are compiled when first shown, because they travel uncompiled in the code.
  i18n.setMessagesCompiler(compileMessage)
  const path = Object.keys(catalogues).find((each) => localeOf(each) === wanted)
  const load = path ? catalogues[path] : undefined
  const locale = load ? wanted : 'en'
  i18n.loadAndActivate({ locale, messages: load ? (await load()).messages : {} })
  document.documentElement.lang = locale
  return locale
}

/** The first of the browser's languages that the interface speaks; `en` when it speaks none. */
export function preferredLocale(languages: readonly string[] = navigator.languages): string {
  const short = languages.map((language) => language.split('-')[0] ?? '')
  return short.find((language) => locales.includes(language)) ?? 'en'
}

function localeOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.po'.length)
}
