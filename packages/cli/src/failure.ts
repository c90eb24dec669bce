/** What the shell gets; part of the promise to scripts, see docs/guide/command-line.md. */
export const exitCodes = {
  /** There is an answer. */
  answer: 0,
  /** Something went wrong on our side. */
  internal: 1,
  /** The command cannot be understood. */
  usage: 2,
  /** A file cannot be read or written, or says something that cannot be meant. */
  file: 3,
  /** Everything is understood, and no pair is possible. */
  noPair: 4,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** The command ends here, with sentences that say why and what to do. */
export class Failure extends Error {
  override name = 'Failure'
  readonly exitCode: ExitCode
  readonly sentences: readonly string[]

  constructor(exitCode: ExitCode, sentences: readonly string[]) {
    super(sentences.join('\n'))
    this.exitCode = exitCode
    this.sentences = sentences
  }
}

export function wrongUsage(sentence: string): Failure {
  return new Failure(exitCodes.usage, [sentence])
}

/** Where something is wrong in a file, and the sentence that says what and how to mend it. */
export type FileProblem = {
  readonly file: string
  readonly row?: number | null
  readonly column?: string | null
  readonly message: string
}

const PROBLEMS_SHOWN = 10

export function wrongFile(...problems: readonly FileProblem[]): Failure {
  const shown = problems.slice(0, PROBLEMS_SHOWN).map(inWords)
  const more = problems.length - shown.length
  if (more > 0)
    shown.push(`There are ${more} more problems of this kind. Mend these first, then run the command again.`)
  return new Failure(exitCodes.file, shown)
}

/** `people.csv, row 7, column “Email”: …`. */
export function inWords({ file, row, column, message }: FileProblem): string {
  const where = [file, row && `row ${row}`, column && `column “${column}”`].filter(Boolean).join(', ')
  return `${where}: ${message}`
}
