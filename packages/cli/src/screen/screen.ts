import type { WriteStream } from 'node:tty'
import { styleText } from 'node:util'

/** Where sentences go, and how wide and colourful they may be. */
export type Screen = {
  readonly write: (text: string) => void
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly good: (text: string) => string
  readonly bad: (text: string) => string
  /** Characters of a line; `Infinity` where nobody looks, so that nothing is cut. */
  readonly width: number
}

const WIDEST = 100

/** Colours only for a terminal that wants them (`NO_COLOR`, `FORCE_COLOR` and `TERM` are heard). */
export function screenOn(stream: NodeJS.WriteStream): Screen {
  const style = (format: Parameters<typeof styleText>[0]) => (text: string) =>
    styleText(format, text, { stream })
  return {
    write: (text) => void stream.write(printable(text)),
    bold: style('bold'),
    dim: style('dim'),
    good: style('green'),
    bad: style('red'),
    width: stream.isTTY ? Math.min((stream as WriteStream).columns || 80, WIDEST) : Number.POSITIVE_INFINITY,
  }
}

/** Text of a file must not move the cursor or turn the writing round: only line breaks and our own colours stay. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return text.replace(/\x1b\[\d+m|[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu, (found) =>
    found === '\n' || found.length > 1 ? found : '',
  )
}

export function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`
}

/** Words on lines of at most `width`, every line after `indent` spaces. */
export function wrapped(text: string, width: number, indent = 0): string {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width - indent)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.map((line) => ' '.repeat(indent) + line).join('\n')
}
