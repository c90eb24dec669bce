import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const home = resolve(import.meta.dirname, '../../../..')
const bin = join(home, 'packages/cli/bin/viceversa.mjs')

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string }

/** Runs the real command as a shell would, its output no terminal. */
export function viceversa(
  args: readonly string[],
  { cwd = home, input = '', env = {} }: { cwd?: string; input?: string; env?: Record<string, string> } = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [bin, ...args], { cwd, env: { ...cleanEnv(), ...env } })
  const text = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (piece) => {
    text.out += piece
  })
  child.stderr.setEncoding('utf8').on('data', (piece) => {
    text.err += piece
  })
  child.stdin.on('error', () => {
    // It ended without reading.
  })
  child.stdin.end(input)
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('close', (code) => done({ code, ...text }))
  })
}

/** A folder of its own, with these files. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'viceversa-cli-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

/** The test runner asks for colours; a script does not. */
function cleanEnv(): Record<string, string | undefined> {
  const { FORCE_COLOR: _forced, NO_COLOR: _none, ...env } = process.env
  return env
}
