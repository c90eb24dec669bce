export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/**
 * Which encoding these bytes are in, or `null` while they are plain ASCII and could still be any of two.
 *
 * @param bytes - The start of a file, or a later stretch of one that was ASCII until here. It may end in the middle
 *   of a character.
 * @param atStart - Whether a byte order mark may stand here.
 *
 * UTF-16 without a mark is recognised by its zero bytes, which all fall on the same side. Bytes that are valid
 * UTF-8, or nearly all valid, are UTF-8; the rest is Windows-1252, in which Excel of western Europe saves.
 */
export function detectEncoding(bytes: Uint8Array, atStart: boolean): Encoding | null {
  if (atStart) {
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
    if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
    const wide = utf16WithoutMark(bytes)
    if (wide) return wide
  }

  const { multibyte, invalid } = utf8Evidence(bytes)
  if (multibyte === 0 && invalid === 0) return null
  return multibyte >= invalid * 10 ? 'utf-8' : 'windows-1252'
}

function utf16WithoutMark(bytes: Uint8Array): Encoding | null {
  let zerosFirst = 0
  let zerosSecond = 0
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    if (bytes[i] === 0) zerosFirst++
    if (bytes[i + 1] === 0) zerosSecond++
  }
  const encoding =
    zerosSecond > 0 && zerosFirst === 0 ? 'utf-16le' : zerosFirst > 0 && zerosSecond === 0 ? 'utf-16be' : null
  if (!encoding) return null

  // A line end in the right place, or hardly anything but zeros on that side: otherwise it is a binary file.
  const lineEnd = encoding === 'utf-16le' ? [0x0a, 0x00] : [0x00, 0x0a]
  const pairs = bytes.length >> 1
  for (let i = 0; i + 1 < bytes.length; i += 2)
    if (bytes[i] === lineEnd[0] && bytes[i + 1] === lineEnd[1]) return encoding
  return Math.max(zerosFirst, zerosSecond) >= pairs * 0.5 ? encoding : null
}

/** Counts well-formed characters of more than one byte, and bytes that cannot be UTF-8. A cut-off end is neither. */
function utf8Evidence(bytes: Uint8Array): { multibyte: number; invalid: number } {
  let multibyte = 0
  let invalid = 0
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i]!
    const length =
      lead < 0x80
        ? 1
        : lead >= 0xc2 && lead <= 0xdf
          ? 2
          : (lead & 0xf0) === 0xe0
            ? 3
            : lead >= 0xf0 && lead <= 0xf4
              ? 4
              : 0
    if (length === 1) {
      i++
      continue
    }
    let followers = 0
    while (followers < length - 1 && ((bytes[i + 1 + followers] ?? 0) & 0xc0) === 0x80) followers++
    const complete = length > 0 && followers === length - 1
    const cutOff = length > 0 && i + 1 + followers >= bytes.length
    if (complete) multibyte++
    else if (!cutOff) invalid++
    i += complete ? length : 1
  }
  return { multibyte, invalid }
}
