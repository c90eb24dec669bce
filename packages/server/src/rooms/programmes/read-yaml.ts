import { readFileSync } from 'node:fs'
import path from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'

/** A content file that cannot be used, named with its line and what is wrong there. */
export class ContentError extends Error {
  override name = 'ContentError'

  constructor(file: string, line: number, detail: string) {
    super(`${path.relative(process.cwd(), file)}, line ${line}: ${detail}`)
  }
}

/**
 * Reads one YAML file and checks it against its shape.
 *
 * @throws {@link ContentError} naming the file and the line of the first fault: at start, not at the first visitor.
 */
export function readYaml<T extends z.ZodType>(file: string, shape: T): z.output<T> {
  const lines = new LineCounter()
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines, prettyErrors: false })
  const [fault] = document.errors
  if (fault) throw new ContentError(file, lines.linePos(fault.pos[0]).line, fault.message)

  const { data, error } = shape.safeParse(document.toJS())
  if (data !== undefined) return data
  const [issue] = error!.issues
  const at = issue!.path.map(String).join('.')
  throw new ContentError(file, lineOf(issue!.path), at ? `${at}: ${issue!.message}` : issue!.message)

  /** The line of the value, or of the nearest thing around a value that is missing. */
  function lineOf(where: readonly PropertyKey[]): number {
    for (let depth = where.length; depth >= 0; depth--) {
      const node = depth === 0 ? document.contents : document.getIn(where.slice(0, depth), true)
      const range = (node as { range?: readonly number[] } | null)?.range
      if (range?.[0] !== undefined) return lines.linePos(range[0]).line
    }
    return 1
  }
}
