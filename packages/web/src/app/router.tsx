import { createRouter } from '@tanstack/react-router'
import { Skeleton } from '../ui/Skeleton.tsx'
import { NotFound } from './NotFound.tsx'
import { PageError } from './PageError.tsx'
import { queryClient } from './query-client.ts'
import { routeTree } from './routes.tsx'

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingMs: 300,
  defaultPendingComponent: () => <Skeleton lines={6} />,
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: PageError,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
