import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { rememberedNext, rememberNext } from './next-address.ts'

/** Goes on after a step of signing in: to the second factor, or to where the person wanted to be. */
export function useAfterSignIn() {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { next } = useSearch({ strict: false })
  return async (step: { next: 'signed-in' | 'second-factor' }) => {
    if (next) rememberNext(next)
    if (step.next === 'second-factor') return navigate({ to: '/sign-in/second-factor' })
    // Whatever was read before belonged to somebody else, or to nobody.
    queryClient.clear()
    return navigate({ href: rememberedNext(), replace: true })
  }
}
