import { useLingui } from '@lingui/react/macro'
import { QueryErrorResetBoundary, useQuery } from '@tanstack/react-query'
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { problemOf } from '../platform/api.ts'
import { Formatting } from '../platform/Formatting.tsx'
import { activateLocale } from '../platform/i18n.ts'
import { meQuery, useMe } from '../rooms/accounts/queries.ts'
import { organisationQuery } from '../rooms/organisation/queries.ts'
import { SampleBanner } from '../rooms/organisation/SampleBanner.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { LiveUpdates } from './LiveUpdates.tsx'
import { PageError } from './PageError.tsx'
import { SessionEnding } from './SessionEnding.tsx'
import { Shell } from './shell/Shell.tsx'
import { useKeptTheme } from './useKeptTheme.ts'
import { useShellData } from './useShellData.tsx'

const Commands = lazy(() => import('./Commands.tsx').then(({ Commands }) => ({ default: Commands })))
const ShortcutsDialog = lazy(() =>
  import('../ui/ShortcutsDialog.tsx').then(({ ShortcutsDialog }) => ({ default: ShortcutsDialog })),
)

/** Everything that needs somebody: sends others to the door, and draws the shell of the seat around the page. */
export function SignedIn({ frame }: { frame: 'shell' | 'wizard' }) {
  const me = useQuery(meQuery())
  if (me.data) return frame === 'shell' ? <Inside /> : <InWizard />
  if (problemOf(me.error)?.status === 401) return <ToTheDoor />
  if (me.error) return <PageError error={me.error} />
  return null
}

/** A house that nobody has set up yet has another door. */
function ToTheDoor() {
  const organisation = useQuery(organisationQuery())
  const navigate = useNavigate()
  // Where the person was when they were found to be nobody; the door's own address is not worth coming back to.
  const [wanted] = useState(useLocation({ select: ({ href }) => href }))
  const state = organisation.data?.state
  useEffect(() => {
    if (state === 'empty') void navigate({ to: '/welcome', replace: true })
    else if (state)
      void navigate({ to: '/sign-in', search: wanted === '/' ? {} : { next: wanted }, replace: true })
  }, [state, wanted, navigate])
  return organisation.error ? <PageError error={organisation.error} /> : null
}

/** A guided form brings its own frame. */
function InWizard() {
  const { preferences } = useMe()
  return (
    <Formatting timeZone={preferences.timeZone}>
      <LiveUpdates />
      <QueryErrorResetBoundary>
        <Suspense fallback={<Skeleton lines={6} />}>
          <Outlet />
        </Suspense>
      </QueryErrorResetBoundary>
      <SessionEnding />
    </Formatting>
  )
}

function Inside() {
  const { i18n } = useLingui()
  const { me, shell } = useShellData()
  const { locale, timeZone } = me.preferences
  const [opened, setOpened] = useState<'commands' | 'shortcuts'>()
  const close = () => setOpened(undefined)
  useKeptTheme(me)
  useEffect(() => {
    if (i18n.locale !== locale) void activateLocale(locale)
  }, [i18n, locale])

  return (
    <Formatting timeZone={timeZone}>
      <LiveUpdates />
      <Shell
        {...shell}
        banner={me.sample ? <SampleBanner /> : undefined}
        onSearch={() => setOpened('commands')}
        onShortcuts={() => setOpened('shortcuts')}
      >
        <QueryErrorResetBoundary>
          <Suspense fallback={<Skeleton lines={6} />}>
            <Outlet />
          </Suspense>
        </QueryErrorResetBoundary>
      </Shell>
      <Suspense>
        {opened === 'commands' && <Commands open onClose={close} me={me} {...shell} />}
        {opened === 'shortcuts' && <ShortcutsDialog open onClose={close} />}
      </Suspense>
      <SessionEnding />
    </Formatting>
  )
}
