import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'

/** For calls after which one is somebody else, or nobody: nothing read before may stay on the screen. */
export function useReplacedSession<Input = void>(call: (input: Input) => Promise<unknown>) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: call,
    onSuccess: async () => {
      await navigate({ to: '/' })
      await queryClient.resetQueries()
    },
  })
}
