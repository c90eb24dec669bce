import '@fontsource-variable/geologica/wght.css'
import '../tokens.css'
import '../base.css'
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { createRoot } from 'react-dom/client'
import { Formatting } from '../../platform/Formatting.tsx'
import { activateLocale } from '../../platform/i18n.ts'
import { followDeviceTheme } from '../../platform/theme.ts'
import { trustOwnScripts } from '../../platform/trusted-types.ts'
import { Patterns } from './Patterns.tsx'

trustOwnScripts()
followDeviceTheme()
await activateLocale('en')

createRoot(document.getElementById('app') as HTMLElement).render(
  <I18nProvider i18n={i18n}>
    <Formatting timeZone="Europe/London">
      <Patterns frame={location.hash.slice(1)} />
    </Formatting>
  </I18nProvider>,
)
