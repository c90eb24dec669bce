import { detectEncoding, type Encoding } from './encoding.ts'
import { refuseOtherFiles } from './refuse-other-files.ts'
import { UnreadableFileError } from './unreadable-file-error.ts'

/** Bytes looked at before the first character is decided. */
const SAMPLE_BYTES = 64 * 1024

export type DecodedText = {
  /** Pieces of text in order, without byte order mark. Read once. */
  readonly text: AsyncGenerator<string>
  /** As far as known; plain ASCII counts as UTF-8. */
  readonly encoding: () => Encoding
}

/**
 * Turns the bytes of a file into text, piece by piece, in whatever encoding they are.
 *
 * A file that begins in plain ASCII is decided by the first other byte it brings, even a hundred thousand rows
 * down. Bytes that do not fit the encoding become U+FFFD and are reported with their row later.
 *
 * @throws {@link UnreadableFileError} for an empty file (`empty`), one that is no text (`binary`, `not-a-table`) and
 *   for bytes that no supported encoding explains (`wrong-encoding`).
 */
export async function decode(bytes: AsyncIterable<Uint8Array>): Promise<DecodedText> {
  const chunks = bytes[Symbol.asyncIterator]()
  const start = await readStart(chunks)
  refuseOtherFiles(start)

  let encoding = detectEncoding(start, true)
  return { text: pieces(), encoding: () => encoding ?? 'utf-8' }

  async function* pieces(): AsyncGenerator<string> {
    let decoder: TextDecoder | undefined
    let chunk: Uint8Array | undefined = start
    while (chunk) {
      encoding ??= detectEncoding(chunk, false)
      // ASCII so far: decoding it as UTF-8 leaves no half character behind, so the decoder may still change.
      if (encoding) decoder ??= new TextDecoder(encoding)
      const text: string = (decoder ?? new TextDecoder()).decode(chunk, { stream: decoder !== undefined })
      refuseWhatIsNoText(text, encoding)
      if (text) yield text

      const next: IteratorResult<Uint8Array> = await chunks.next()
      chunk = next.done ? undefined : next.value
    }
    const rest = decoder?.decode() ?? ''
    if (rest) yield rest
  }
}

async function readStart(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  while (length < SAMPLE_BYTES) {
    const { done, value } = await chunks.next()
    if (done) break
    parts.push(value)
    length += value.length
  }
  const start = joined(parts, length)
  if (length === 0) {
    throw new UnreadableFileError(
      'empty',
      'This file is empty. Export the list of people again and use the new file.',
    )
  }
  return start
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function refuseWhatIsNoText(text: string, encoding: Encoding | null): void {
  if (text.includes('\u0000')) {
    throw new UnreadableFileError(
      'binary',
      'This is not a text file: it holds bytes that no list of people has. Export the list as CSV and use that file.',
    )
  }
  // The five bytes that Windows-1252 leaves open appear when the text is really Shift JIS, GBK or the like.
  if (encoding === 'windows-1252' && /[\u0081\u008d\u008f\u0090\u009d]/.test(text)) {
    throw new UnreadableFileError(
      'wrong-encoding',
      'The letters of this file are in an encoding we cannot tell. Export it again as CSV UTF-8 (in Excel: File, Save as, CSV UTF-8).',
    )
  }
}
