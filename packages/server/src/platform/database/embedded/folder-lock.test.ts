import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { SharedFolderError } from '../errors.ts'
import { lockFolder } from './folder-lock.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'vv-lock-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the lock of a data folder', () => {
  test('refuses every other, fifty times out of fifty', () => {
    const lock = lockFolder(folder)
    let refused = 0
    for (let attempt = 0; attempt < 50; attempt++) {
      try {
        lockFolder(folder).release()
      } catch (error) {
        if (error instanceof SharedFolderError) refused++
      }
    }
    lock.release()

    expect(refused).toBe(50)
  })

  test('can be taken again once it was released', () => {
    lockFolder(folder).release()

    expect(() => lockFolder(folder).release()).not.toThrow()
  })

  test('is nobody else’s to open', () => {
    const lock = lockFolder(folder)

    expect(statSync(path.join(folder, 'application.lock')).mode & 0o777).toBe(0o600)
    lock.release()
  })
})
