import { ProblemError } from '../../../../platform/http/problem.ts'

export function importNotReady(state: string): ProblemError {
  return new ProblemError('import-not-ready', `This import is ${state}, so this step is not possible now.`, {
    currentState: state,
  })
}

/** The rows of a file are kept for a day. */
export function rowsNotKept(): ProblemError {
  return new ProblemError('import-not-ready', 'The rows of the file are no longer kept. Upload it again.')
}
