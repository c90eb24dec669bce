import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext } from '@tanstack/react-router'

/** What every route's loader is given. */
export type RouteContext = { queryClient: QueryClient }

/** The one place that lists all addresses. Rooms are loaded lazily, one chunk each. */
export const rootRoute = createRootRouteWithContext<RouteContext>()()

export const routeTree = rootRoute
