import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** What a running (or killed) server wrote about itself. */
export type PostmasterFile = { readonly processId: number; readonly ready: boolean }

/** Reads `postmaster.pid`; undefined when there is none or it is not complete yet. */
export async function readPostmasterFile(clusterFolder: string): Promise<PostmasterFile | undefined> {
  let text: string
  try {
    text = await readFile(postmasterFileOf(clusterFolder), 'utf8')
  } catch {
    return undefined
  }
  // Line 1 is the process, line 8 the state, as pg_ctl reads it (miscadmin.h, LOCK_FILE_LINE_PM_STATUS).
  const lines = text.split('\n')
  const processId = Math.abs(Number(lines[0]))
  if (!Number.isInteger(processId) || processId === 0) return undefined
  return { processId, ready: lines[7]?.trim() === 'ready' }
}

export function postmasterFileOf(clusterFolder: string): string {
  return path.join(clusterFolder, 'postmaster.pid')
}
