import { defineConfig } from '@lingui/conf'
import { formatter } from '@lingui/format-po'

/** English lives in the code; `src/locales/en.po` is what a translator starts from. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en'],
  catalogs: [
    {
      path: '<rootDir>/src/locales/{locale}',
      include: ['src/app', 'src/rooms', 'src/ui', 'src/platform'],
      exclude: ['**/src/ui/patterns/**'],
    },
  ],
  orderBy: 'message',
  // Without line numbers a moved function changes no catalogue.
  format: formatter({ lineNumbers: false, printPlaceholdersInComments: true }),
})
