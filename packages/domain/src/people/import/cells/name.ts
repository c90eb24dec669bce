/** The parts of a name, as far as one can tell them. */
export type NameParts = {
  readonly givenName: string
  readonly familyName: string
  readonly displayName: string
}

/**
 * Splits a full name: "King, Steven" and "Steven King" alike. A name in one word is a given name.
 *
 * Where there is no comma the last word counts as family name, which is wrong for some; a file with both columns is better.
 */
export function splitName(fullName: string): NameParts {
  const [family, given, ...more] = fullName.split(',').map((part) => part.trim())
  if (family && given && more.length === 0)
    return { givenName: given, familyName: family, displayName: `${given} ${family}` }

  const words = fullName.split(' ')
  return {
    givenName: words.length === 1 ? fullName : words.slice(0, -1).join(' '),
    familyName: words.length === 1 ? '' : words.at(-1)!,
    displayName: fullName,
  }
}

/** Names made comparable: "KING, Stéven" and "Steven King" are the same to somebody looking for a manager. */
export function comparableName(fullName: string): string {
  return splitName(fullName)
    .displayName.normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
