import { UnreadableFileError } from './unreadable-file-error.ts'

const SAVE_FROM_EXCEL = 'In Excel choose File, Save as, CSV UTF-8, and use that file.'

/** Bytes at the start of a file that give away what it really is. */
const signatures: readonly { starts: string; sentence: string }[] = [
  { starts: '\xd0\xcf\x11\xe0', sentence: `This is an old Excel workbook (.xls). ${SAVE_FROM_EXCEL}` },
  { starts: '%PDF', sentence: 'This is a PDF. Export the list of people as CSV from the HR system instead.' },
  {
    starts: '\x89PNG',
    sentence: 'This is a picture (PNG). Export the list of people as CSV from the HR system instead.',
  },
  {
    starts: '\xff\xd8\xff',
    sentence: 'This is a picture (JPEG). Export the list of people as CSV from the HR system instead.',
  },
  {
    starts: 'GIF8',
    sentence: 'This is a picture (GIF). Export the list of people as CSV from the HR system instead.',
  },
  { starts: '\x1f\x8b', sentence: 'This file is compressed (gzip). Unpack it and use the CSV inside.' },
  { starts: '7z\xbc\xaf', sentence: 'This file is compressed (7-Zip). Unpack it and use the CSV inside.' },
  { starts: 'Rar!', sentence: 'This file is compressed (RAR). Unpack it and use the CSV inside.' },
  {
    starts: '{\\rtf',
    sentence: 'This is a text document (RTF). Export the list of people as CSV from the HR system instead.',
  },
]

/**
 * Says what a file really is when it is no text with columns.
 *
 * @param start - The first bytes of the file, at least a few hundred where it has them.
 * @throws {@link UnreadableFileError} with code `binary` or `not-a-table`.
 */
export function refuseOtherFiles(start: Uint8Array): void {
  const text = latin1(start)
  if (text.startsWith('PK\x03\x04')) throw new UnreadableFileError('binary', sentenceForZip(text))

  const known = signatures.find(({ starts }) => text.startsWith(starts))
  if (known) throw new UnreadableFileError('binary', known.sentence)

  const words = text
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .slice(0, 100)
    .toLowerCase()
  if (/^<(!doctype html|html|table|head|meta)/.test(words)) {
    throw new UnreadableFileError(
      'not-a-table',
      `This is a web page, even if its name ends in .xls or .csv. ${SAVE_FROM_EXCEL}`,
    )
  }
  if (words.startsWith('<?xml')) {
    throw new UnreadableFileError(
      'not-a-table',
      'This is an XML file. Export the list of people as CSV instead.',
    )
  }
  if (/^(\{\s*"|\[\s*[[{])/.test(words)) {
    throw new UnreadableFileError(
      'not-a-table',
      'This is a JSON file. Export the list of people as CSV instead.',
    )
  }
}

function sentenceForZip(text: string): string {
  if (text.includes('opendocument.spreadsheet')) {
    return 'This is a LibreOffice spreadsheet. In LibreOffice choose File, Save as, Text CSV, Unicode (UTF-8), and use that file.'
  }
  if (text.includes('word/'))
    return 'This is a Word document. Export the list of people as CSV from the HR system instead.'
  if (text.includes('xl/') || text.includes('[Content_Types].xml'))
    return `This is an Excel workbook. ${SAVE_FROM_EXCEL}`
  return 'This is a compressed file (ZIP). Unpack it and use the CSV inside.'
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 8192))
}
