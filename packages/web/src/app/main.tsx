import '@fontsource-variable/geologica/wght.css'
import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/first-paint.css'
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Formatting } from '../platform/Formatting.tsx'
import { activateLocale, preferredLocale } from '../platform/i18n.ts'
import { followDeviceTheme } from '../platform/theme.ts'
import { trustOwnScripts } from '../platform/trusted-types.ts'
import { meQuery } from '../rooms/accounts/queries.ts'
import { organisationQuery } from '../rooms/organisation/queries.ts'
import { queryClient } from './query-client.ts'
import { router } from './router.tsx'

trustOwnScripts()
followDeviceTheme()
void start()

/** The frame in index.html stands until there is something to put in its place, a failure included. */
async function start(): Promise<void> {
  // Not awaited by the module itself: pages import from it, and would wait for it while it waits for them.
  await Promise.all([activateLocale(preferredLocale()), router.load(), firstAnswer()])
  createRoot(document.getElementById('app') as HTMLElement).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <Formatting>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </Formatting>
      </I18nProvider>
    </StrictMode>,
  )
}

function firstAnswer(): Promise<void> {
  return document.documentElement.dataset.frame === 'door'
    ? queryClient.prefetchQuery(organisationQuery())
    : queryClient.prefetchQuery(meQuery())
}
