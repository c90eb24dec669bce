import { type DestinationStream, type Logger, pino } from 'pino'

/**
 * The log takes a sentence and facts: ids, counts, durations. Never words of people, e-mail addresses, tokens or
 * request bodies; `redact` is the net below that rule, not the rule.
 */
export type Log = Logger

/** @param destination - Standard output unless named. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        'password',
        'token',
        'email',
        'address',
        'cookie',
        'authorization',
        '*.password',
        '*.token',
        '*.email',
        '*.cookie',
        '*.authorization',
      ],
      remove: true,
    },
    serializers: { err: withoutContent, error: withoutContent },
  }
  return destination ? pino(options, destination) : pino(options)
}

/** Keeps an error's kind, code and stack. A database error's detail quotes row values, so it stays out. */
function withoutContent(error: unknown) {
  if (typeof error !== 'object' || error === null) return { kind: typeof error }
  const code = 'code' in error ? String(error.code) : undefined
  if (!(error instanceof Error)) return { kind: 'object', code }
  return {
    kind: error.name,
    code,
    stack: error.stack
      ?.split('\n')
      .slice(1, 12)
      .map((line) => line.trim()),
  }
}
