/** Which of the three families of shapes a person belongs to in a programme; `none` for someone without a seat. */
export type Role = 'mentor' | 'leader' | 'team' | 'none'

/** At most two letters from a display name, in the person's own spelling. Decoration only: the name stands beside it. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const first = words[0] ?? ''
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return (firstLetter(first) + firstLetter(last)).toLocaleUpperCase()
}

function firstLetter(word: string): string {
  return [...word][0] ?? ''
}
