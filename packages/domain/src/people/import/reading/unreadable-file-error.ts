export type UnreadableFileCode =
  | 'empty'
  | 'header-only'
  | 'no-header'
  | 'binary'
  | 'not-a-table'
  | 'wrong-encoding'
  | 'quote-not-closed'
  | 'cell-too-long'
  | 'too-many-columns'
  | 'too-many-rows'

/** The file as a whole cannot be read; the message is one sentence or two that say why and what to do. */
export class UnreadableFileError extends Error {
  override name = 'UnreadableFileError'
  readonly code: UnreadableFileCode

  constructor(code: UnreadableFileCode, message: string) {
    super(message)
    this.code = code
  }
}
