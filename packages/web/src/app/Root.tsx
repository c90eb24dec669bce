import { Outlet, useMatches } from '@tanstack/react-router'
import { SignedIn } from './SignedIn.tsx'

/** Draws what stands around a page: nothing at the door, the shell of the seat inside. */
export function Root() {
  // An address that leads nowhere says so inside the shell: strangers need not know which addresses exist.
  const frame = useMatches({ select: (matches) => matches.at(-1)?.staticData.frame ?? 'shell' })
  return frame === 'open' ? <Outlet /> : <SignedIn frame={frame} />
}
