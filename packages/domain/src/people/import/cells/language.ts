/** The languages in which names of languages are understood, besides each language's own name for itself. */
const namingLanguages = ['en', 'de', 'fr', 'es']

let codeByName: ReadonlyMap<string, string> | undefined

/**
 * The BCP 47 tag of a language as HR systems write it, or `null`.
 *
 * Takes tags and locales (`en`, `en_US`, `pt-BR`, `de_DE.UTF-8`) and names ("German", "Deutsch", "allemand",
 * "English (United Kingdom)", which is `en`).
 */
export function readLanguage(text: string): string | null {
  const bare = text.trim()
  const fromTag = tagOf(bare.replace(/[.@].*$/, '').replaceAll('_', '-'))
  if (fromTag) return fromTag

  codeByName ??= namesOfLanguages()
  return (
    codeByName.get(bare.toLowerCase()) ??
    codeByName.get(bare.replace(/\s*\([^)]*\)$/, '').toLowerCase()) ??
    null
  )
}

function tagOf(text: string): string | null {
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(text)) return null
  try {
    const locale = new Intl.Locale(text)
    const known = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(locale.language)
    return known ? locale.toString() : null
  } catch {
    return null
  }
}

function namesOfLanguages(): Map<string, string> {
  const names = new Map<string, string>()
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  for (const first of letters) {
    for (const second of letters) {
      const code = first + second
      if (tagOf(code) !== code) continue
      for (const naming of [...namingLanguages, code]) {
        const name = new Intl.DisplayNames(naming, { type: 'language', fallback: 'none' })
          .of(code)
          ?.toLowerCase()
        if (name && !names.has(name)) names.set(name, code)
      }
    }
  }
  return names
}
