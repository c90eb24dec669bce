import { ConfigError, readConfig } from './config.ts'
import {
  DatabaseUnavailableError,
  EmbeddedPostgresError,
  MigrationError,
  SharedFolderError,
  UnsuitableDatabaseError,
} from './platform/database/errors.ts'
import { createLog } from './platform/log/log.ts'
import { StartError, startServer } from './start-server.ts'

/** Errors whose message was written for whoever starts the server. */
const FOR_THE_READER = [
  ConfigError,
  StartError,
  SharedFolderError,
  EmbeddedPostgresError,
  UnsuitableDatabaseError,
  MigrationError,
  DatabaseUnavailableError,
]

/** Starts the server and stays with it until it is asked to stop. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = createLog(config.logLevel)
  const dieOf = (error: unknown) => {
    log.fatal({ err: error }, 'An error reached nobody who could handle it.')
    process.exit(1)
  }
  process.on('uncaughtException', dieOf)
  process.on('unhandledRejection', dieOf)

  let stop: () => Promise<void> = async () => {}
  let asked = false
  const onSignal = async () => {
    // Whoever asks twice does not want to wait.
    if (asked) process.exit(1)
    asked = true
    await stop()
    process.exit(0)
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)

  const starting = startServer(config, log)
  stop = async () => (await starting).stop()
  const server = await starting
  if (!asked) console.log(server.welcome)
}

try {
  await main()
} catch (error) {
  const known = FOR_THE_READER.some((kind) => error instanceof kind)
  console.error(known ? (error as Error).message : error)
  process.exit(1)
}
