import { defineConfig } from '@lingui/conf'

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
})
