import { type ExitCode, exitCodes, Failure, wrongUsage } from './failure.ts'
import { generalHelp, matchHelp, simulateHelp } from './help.ts'
import { matchCommand, type Streams } from './match/match-command.ts'
import { screenOn } from './screen/screen.ts'
import { simulateCommand } from './simulate/simulate-command.ts'

const commands = {
  match: { run: matchCommand, help: matchHelp },
  simulate: { run: simulateCommand, help: simulateHelp },
} as const

/** Carries out a command line. Whatever goes wrong ends as sentences on standard error and an exit code. */
export async function run(args: readonly string[], streams: Streams, now: Date): Promise<ExitCode> {
  const [name, ...rest] = args
  try {
    const command = name === 'match' || name === 'simulate' ? commands[name] : undefined
    const asksForHelp =
      args.some((arg) => arg === '--help' || arg === '-h') || (name === 'help' && rest.length === 0)
    if (asksForHelp) {
      streams.out.write(command?.help ?? generalHelp)
      return exitCodes.answer
    }
    if (name === undefined) throw wrongUsage('Say what to do: match or simulate.')
    if (!command) throw wrongUsage(`There is no command “${name}”. There are match and simulate.`)
    return await command.run(rest, streams, now)
  } catch (error) {
    const screen = screenOn(streams.err)
    if (!(error instanceof Failure)) {
      screen.write(
        `${screen.bad('viceversa:')} Something went wrong on our side. Please report it with these lines:\n${error instanceof Error ? error.stack : error}\n`,
      )
      return exitCodes.internal
    }
    for (const sentence of error.sentences) screen.write(`${screen.bad('viceversa:')} ${sentence}\n`)
    if (error.exitCode === exitCodes.usage)
      screen.write(
        `viceversa${name === 'match' || name === 'simulate' ? ` ${name}` : ''} --help tells all options.\n`,
      )
    return error.exitCode
  }
}
