import { mkdir, mkdtemp, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { linkSharedLibraries } from './shared-library-links.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'vv-links-'))
afterAll(() => rm(folder, { recursive: true }))

describe('the links that an install script would have made', () => {
  test('are made, also by several at once, and left alone when they are there', async () => {
    await mkdir(path.join(folder, 'native', 'lib'), { recursive: true })
    await writeFile(path.join(folder, 'native', 'lib', 'libpq.so.5.18'), '')
    await writeFile(
      path.join(folder, 'native', 'pg-symlinks.json'),
      JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]),
    )

    await Promise.all([linkSharedLibraries(folder), linkSharedLibraries(folder), linkSharedLibraries(folder)])
    await linkSharedLibraries(folder)

    expect(await readlink(path.join(folder, 'native', 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18')
  })

  test('are none on a platform that lists none', async () => {
    await expect(linkSharedLibraries(path.join(folder, 'elsewhere'))).resolves.toBeUndefined()
  })
})
