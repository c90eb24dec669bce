import { ProblemError } from '../../../../platform/http/problem.ts'

export function importNotReady(state: string): ProblemError {
  return new ProblemError('import-not-ready', `This import is ${state}, so this step is not possible now.`, {
    currentState: state,
  })
}
