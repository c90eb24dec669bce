import { createReadStream, statSync } from 'node:fs'
import { UnreadableFileError } from '@viceversa/domain/people/import/reading/unreadable-file-error.ts'
import { Failure, wrongFile } from '../failure.ts'

/** How messages call what comes through a pipe. */
export const STANDARD_INPUT = 'standard input'

/** What a file is called in messages. */
export function calledInMessages(path: string): string {
  return path === '-' ? STANDARD_INPUT : path
}

/**
 * The bytes of a file, or of standard input for `-`.
 *
 * @throws {@link Failure} when there is no such file.
 */
export function bytesOf(path: string): AsyncIterable<Uint8Array> {
  if (path === '-') return process.stdin
  try {
    if (statSync(path).isDirectory())
      throw wrongFile({ file: path, message: 'This is a folder. Name a CSV file in it.' })
  } catch (error) {
    throw cannotRead(path, error)
  }
  return createReadStream(path)
}

/** Whether something at this path could be read as a list. */
export function isThere(path: string): boolean {
  return path === '-' || statSync(path, { throwIfNoEntry: false }) !== undefined
}

/** What stands in the way of reading a file, as a failure that names it; anything unexpected as it is. */
export function cannotRead(path: string, error: unknown): unknown {
  if (error instanceof Failure) return error
  const file = calledInMessages(path)
  if (error instanceof UnreadableFileError) return wrongFile({ file, message: error.message })
  const sentence = sentences[(error as NodeJS.ErrnoException).code ?? '']
  return sentence ? wrongFile({ file, message: sentence }) : error
}

const sentences: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file. Check its name and the folder you are in.',
  ENOTDIR: 'There is no such file. Check its name and the folder you are in.',
  EACCES: 'You may not read this file. Ask whoever owns it, or copy it to a place of your own.',
  EPERM: 'You may not read this file. Ask whoever owns it, or copy it to a place of your own.',
  EIO: 'The disk could not read this file. Copy it again and retry.',
}
