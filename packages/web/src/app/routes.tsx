import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  type RouteComponent,
} from '@tanstack/react-router'
import { meQuery } from '../rooms/accounts/queries.ts'
import { readPeopleSearch } from '../rooms/enrolment/people/people-search.ts'
import { readOutboxSearch } from '../rooms/mail/outbox-search.ts'
import { SET_UP_STEPS, type SetUpStep } from '../rooms/organisation/set-up/steps.ts'
import { readDirectorySearch } from '../rooms/people/directory/directory-search.ts'
import { controlRoomQuery } from '../rooms/programmes/queries.ts'
import { Home } from './Home.tsx'
import { Root } from './Root.tsx'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** What stands around the page: nothing, the shell of the person's seat, or nothing for somebody signed in. */
    readonly frame?: 'open' | 'shell' | 'wizard'
  }
}

const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Root })

/** A page for anybody: first start, sign-in, one-time links. */
function open<const Path extends string>(path: Path, component: RouteComponent) {
  return createRoute({ getParentRoute: () => rootRoute, path, staticData: { frame: 'open' }, component })
}

/** A page for somebody who is signed in, inside the shell of their seat. */
function inside<const Path extends string>(path: Path, component: RouteComponent) {
  return createRoute({ getParentRoute: () => rootRoute, path, staticData: { frame: 'shell' }, component })
}

/** A guided form for somebody who is signed in; it brings its own frame. */
function guided<const Path extends string>(path: Path, component: RouteComponent) {
  return createRoute({ getParentRoute: () => rootRoute, path, staticData: { frame: 'wizard' }, component })
}

/** Where to go after signing in: an address of ours, never one of another site. */
function nextAddress({ next }: Record<string, unknown>): { next?: string } {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {}
}

function setUpStep({ step }: Record<string, unknown>): { step?: SetUpStep } {
  const known = SET_UP_STEPS.find((each) => each === step)
  return known ? { step: known } : {}
}

/**
 * Every address of the application, in one list. A page is loaded when somebody goes there, and reads what its address
 * says with `useParams({ from: '/programmes/$programmeId' })`: a route's id is its path.
 */
export const routeTree = rootRoute.addChildren([
  inside('/', Home),
  inside(
    '/account',
    lazyRouteComponent(() => import('../rooms/accounts/account/AccountPage.tsx'), 'AccountPage'),
  ),

  createRoute({
    getParentRoute: () => rootRoute,
    path: '/people',
    staticData: { frame: 'shell' },
    validateSearch: readDirectorySearch,
    component: lazyRouteComponent(
      () => import('../rooms/people/directory/DirectoryPage.tsx'),
      'DirectoryPage',
    ),
  }),
  inside(
    '/people/$personId',
    lazyRouteComponent(() => import('../rooms/people/person/PersonPage.tsx'), 'PersonPage'),
  ),
  inside(
    '/people/imports/new',
    lazyRouteComponent(() => import('../rooms/people/imports/NewImportPage.tsx'), 'NewImportPage'),
  ),
  inside(
    '/people/imports/$importId',
    lazyRouteComponent(() => import('../rooms/people/imports/ImportPage.tsx'), 'ImportPage'),
  ),

  guided(
    '/programmes/new',
    lazyRouteComponent(() => import('../rooms/programmes/set-up/NewProgrammePage.tsx'), 'NewProgrammePage'),
  ),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/programmes/$programmeId',
    staticData: { frame: 'shell' },
    // Asked beside the page's script rather than after it; whoever is nobody yet is sent to the door first.
    loader: ({ context: { queryClient }, params: { programmeId } }) => {
      if (queryClient.getQueryData(meQuery().queryKey))
        void queryClient.prefetchQuery(controlRoomQuery(programmeId))
    },
    component: lazyRouteComponent(
      () => import('../rooms/programmes/control-room/ControlRoomPage.tsx'),
      'ControlRoomPage',
    ),
  }),
  guided(
    '/programmes/$programmeId/settings/$step',
    lazyRouteComponent(() => import('../rooms/programmes/set-up/SettingsPage.tsx'), 'SettingsPage'),
  ),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/programmes/$programmeId/people',
    staticData: { frame: 'shell' },
    validateSearch: readPeopleSearch,
    component: lazyRouteComponent(() => import('../rooms/enrolment/people/PeoplePage.tsx'), 'PeoplePage'),
  }),
  inside(
    '/programmes/$programmeId/join',
    lazyRouteComponent(() => import('../rooms/enrolment/join/JoinPage.tsx'), 'JoinPage'),
  ),

  createRoute({
    getParentRoute: () => rootRoute,
    path: '/outbox',
    staticData: { frame: 'shell' },
    validateSearch: readOutboxSearch,
    component: lazyRouteComponent(() => import('../rooms/mail/OutboxPage.tsx'), 'OutboxPage'),
  }),
  inside(
    '/settings/mail',
    lazyRouteComponent(() => import('../rooms/mail/MailSettingsPage.tsx'), 'MailSettingsPage'),
  ),

  open(
    '/welcome',
    lazyRouteComponent(() => import('../rooms/organisation/WelcomePage.tsx'), 'WelcomePage'),
  ),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/set-up',
    staticData: { frame: 'open' },
    validateSearch: setUpStep,
    component: lazyRouteComponent(() => import('../rooms/organisation/set-up/SetUpPage.tsx'), 'SetUpPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sign-in',
    staticData: { frame: 'open' },
    validateSearch: nextAddress,
    component: lazyRouteComponent(() => import('../rooms/accounts/SignInPage.tsx'), 'SignInPage'),
  }),
  open(
    '/sign-in/link',
    lazyRouteComponent(() => import('../rooms/accounts/SignInLinkPage.tsx'), 'SignInLinkPage'),
  ),
  open(
    '/sign-in/second-factor',
    lazyRouteComponent(() => import('../rooms/accounts/SecondFactorPage.tsx'), 'SecondFactorPage'),
  ),
  open(
    '/invitation/$token',
    lazyRouteComponent(() => import('../rooms/accounts/InvitationPage.tsx'), 'InvitationPage'),
  ),

  inside(
    '/programmes/$programmeId/matching',
    lazyRouteComponent(() => import('../rooms/match-runs/MatchingPage.tsx'), 'MatchingPage'),
  ),
  inside(
    '/programmes/$programmeId/pairs',
    lazyRouteComponent(() => import('../rooms/pairs/ManagedPairsPage.tsx'), 'ManagedPairsPage'),
  ),
  inside(
    '/pairs/$pairId',
    lazyRouteComponent(() => import('../rooms/pairs/PairPage.tsx'), 'PairPage'),
  ),
])
