/** Signs that text was once saved in one encoding and read in another. */
export type TextDamage = {
  /** `lost`: letters have become U+FFFD. `garbled`: one letter has become two or three others, "JosÃ©". */
  readonly kind: 'lost' | 'garbled'
  /** What a garbled text said. */
  readonly original: string | null
}

/** What the first byte of a longer UTF-8 character looks like in Windows-1252, before one that may follow it. */
const MAY_BE_GARBLED = /[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/u

// biome-ignore lint/suspicious/noControlCharactersInRegex: plain ASCII is exactly what is asked for
const ASCII_ONLY = /^[\x00-\x7f]*$/

/** What is wrong with the letters of a cell, or `null` for sound text. */
export function damageOf(text: string): TextDamage | null {
  if (ASCII_ONLY.test(text)) return null
  if (text.includes('\ufffd')) return { kind: 'lost', original: null }
  if (!MAY_BE_GARBLED.test(text)) return null

  // Only when the whole cell makes sense the other way round: “MAÇÔ ends in such a pair and is sound.
  const original = ungarbled(text)
  return original === null ? null : { kind: 'garbled', original }
}

function ungarbled(text: string): string | null {
  const bytes: number[] = []
  for (const letter of text) {
    const byte = windows1252ByteOf(letter)
    if (byte === undefined) return null
    bytes.push(byte)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes))
  } catch {
    return null
  }
}

let byteOfLetter: ReadonlyMap<string, number> | undefined

function windows1252ByteOf(letter: string): number | undefined {
  byteOfLetter ??= new Map(
    [...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))].map(
      (l, byte) => [l, byte],
    ),
  )
  return byteOfLetter.get(letter)
}
