import { pino } from 'pino'
import { startEmbeddedPostgres } from '../platform/database/embedded-postgres.ts'

/**
 * An application of its own for tests of what happens between two: starts PostgreSQL in the folder it is given, says
 * the server's process number, or why not, and stays until it is ended.
 */
const [dataFolder] = process.argv.slice(2)
try {
  const postgres = await startEmbeddedPostgres({ dataFolder: dataFolder!, log: pino({ level: 'silent' }) })
  process.stdout.write(
    `${JSON.stringify({ processId: postgres.processId(), url: postgres.superuser.url })}\n`,
  )
  process.once('SIGTERM', () => postgres.stop())
} catch (error) {
  process.stdout.write(
    `${JSON.stringify({ error: (error as Error).name, message: (error as Error).message })}\n`,
  )
}
