import { useMutation } from '@tanstack/react-query'

/**
 * For calls after which one is somebody else, or nobody. The application starts afresh, so that nothing read before
 * stays in memory or on the screen.
 */
export function useReplacedSession<Input = void>(call: (input: Input) => Promise<unknown>) {
  return useMutation({
    mutationFn: call,
    onSuccess: () => window.location.assign('/'),
  })
}
