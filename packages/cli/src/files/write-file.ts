import { randomBytes } from 'node:crypto'
import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { wrongFile, wrongUsage } from '../failure.ts'

/**
 * Whether a file may be written there: asked before any work is done.
 *
 * @param sources - Files that are read, which are never overwritten.
 * @throws {@link Failure}
 */
export function refuseToOverwrite(
  path: string,
  option: string,
  force: boolean,
  sources: readonly string[],
): void {
  const there = statSync(path, { throwIfNoEntry: false })
  if (there?.isDirectory())
    throw wrongFile({ file: path, message: `This is a folder. Name a file for ${option}.` })
  if (!there) return
  const isSource = sources.some((source) => {
    const other = source === '-' ? undefined : statSync(source, { throwIfNoEntry: false })
    return other?.ino === there.ino && other.dev === there.dev
  })
  if (isSource) throw wrongUsage(`${option} names ${path}, which is read. Name another file.`)
  if (!force) throw alreadyThere(path, option)
}

/**
 * Writes a whole file or nothing: it appears under its name once every byte is on the disk.
 *
 * @param force - Whether a file that is there already is replaced.
 * @throws {@link Failure} when it cannot be written, or is there.
 */
export function writeWhole(path: string, text: string, option: string, force: boolean): void {
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    const file = openSync(draft, 'wx')
    try {
      const bytes = Buffer.from(text)
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    if (force) renameSync(draft, path)
    else placeAnew(draft, path)
  } catch (error) {
    throw cannotWrite(path, option, error as NodeJS.ErrnoException)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** A link, unlike a renaming, fails when the name is taken meanwhile. Some disks know no links. */
function placeAnew(draft: string, path: string): void {
  try {
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error
    copyFileSync(draft, path, constants.COPYFILE_EXCL)
  }
}

function cannotWrite(path: string, option: string, error: NodeJS.ErrnoException) {
  switch (error.code) {
    case 'EEXIST':
      return alreadyThere(path, option)
    case 'ENOENT':
    case 'ENOTDIR':
      return wrongFile({
        file: path,
        message: 'The folder for this file does not exist. Make it first, or name another.',
      })
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return wrongFile({
        file: path,
        message: 'You may not write there. Name a file in a folder of your own.',
      })
    case 'ENOSPC':
    case 'EDQUOT':
      return wrongFile({
        file: path,
        message: 'There is no room left on the disk. Make some, or name another place.',
      })
    case 'ENAMETOOLONG':
      return wrongFile({ file: path, message: 'This name is too long. Name a shorter one.' })
    default:
      return error
  }
}

function alreadyThere(path: string, option: string) {
  return wrongUsage(
    `${path} is already there. Name another file for ${option}, or add --force to replace it.`,
  )
}
