import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { MigrationError } from './errors.ts'

export type MigrationFile = {
  /** The file's name without `.sql`. */
  readonly name: string
  readonly sql: string
  /** SHA-256 of the text with plain line ends, in hex. */
  readonly checksum: string
}

export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../../migrations/', import.meta.url))

const FILE_NAME = /^(\d{4})_[a-z0-9_]+\.sql$/

/**
 * Reads the migrations in their order.
 *
 * @throws {@link MigrationError} when a file is not called `NNNN_name.sql`, or two have the same number.
 */
export async function readMigrations(folder: string = MIGRATIONS_FOLDER): Promise<MigrationFile[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  const numbers = new Set<string>()
  for (const file of files) {
    const number = FILE_NAME.exec(file)?.[1]
    if (!number) throw new MigrationError(`The migration ${file} is not called like 0001_what_it_does.sql.`)
    if (numbers.has(number)) throw new MigrationError(`Two migrations have the number ${number}.`)
    numbers.add(number)
  }
  return Promise.all(files.map((file) => readMigration(path.join(folder, file))))
}

async function readMigration(file: string): Promise<MigrationFile> {
  const sql = (await readFile(file, 'utf8')).replaceAll('\r\n', '\n')
  return { name: path.basename(file, '.sql'), sql, checksum: createHash('sha256').update(sql).digest('hex') }
}
