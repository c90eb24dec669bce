import { Outlet, useMatches } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'

/** Loaded for people who are signed in: whoever is at the door need not wait for it. */
const SignedIn = lazy(() => import('./SignedIn.tsx').then(({ SignedIn }) => ({ default: SignedIn })))

/** Draws what stands around a page: nothing at the door, the shell of the seat inside. */
export function Root() {
  // An address that leads nowhere says so inside the shell: strangers need not know which addresses exist.
  const frame = useMatches({ select: (matches) => matches.at(-1)?.staticData.frame ?? 'shell' })
  if (frame === 'open') return <Outlet />
  return (
    <Suspense>
      <SignedIn frame={frame} />
    </Suspense>
  )
}
