import '@fontsource-variable/geologica/wght.css'
import '../ui/tokens.css'
import '../ui/base.css'
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
import { queryClient } from './query-client.ts'
import { router } from './router.tsx'

trustOwnScripts()
followDeviceTheme()
await activateLocale(preferredLocale())

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
