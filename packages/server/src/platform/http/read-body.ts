import { ProblemError } from './problem.ts'

const MEGABYTE = 1_048_576

/**
 * Reads a body that may not be longer than the limit, whatever its header says.
 *
 * @returns Undefined when the request has no body.
 * @throws ProblemError `request-too-large`.
 */
export async function readBody(
  request: Request,
  limitBytes: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!request.body) return undefined
  const announced = Number(request.headers.get('content-length') ?? 0)
  if (announced > limitBytes) throw tooLarge(limitBytes)

  const chunks: Uint8Array[] = []
  let length = 0
  // What comes after a refusal is the server's to throw away.
  for await (const chunk of request.body.values({ preventCancel: true })) {
    length += chunk.byteLength
    if (length > limitBytes) throw tooLarge(limitBytes)
    chunks.push(chunk)
  }
  const body = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    body.set(chunk, offset)
    offset += chunk.byteLength
  }
  return body
}

function tooLarge(limitBytes: number): ProblemError {
  return new ProblemError(
    'request-too-large',
    `This address takes up to ${Math.round(limitBytes / MEGABYTE)} MB at once.`,
  )
}
