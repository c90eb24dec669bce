import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin'
import babel from '@rolldown/plugin-babel'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { addressesOfContract } from './vite/addresses-of-contract.ts'
import { precompress } from './vite/precompress.ts'

/** Where the server listens while developing. */
const server = process.env.VICEVERSA_URL ?? 'http://127.0.0.1:3000'

/** Lingui recommends its native macro transform instead, but npm leaves out that package's platform binary. */
process.env.LINGUI_SUPPRESS_BABEL_WARNING = '1'

const here = { cwd: import.meta.dirname }

export default defineConfig(({ mode }) => ({
  plugins: [
    addressesOfContract(),
    // English messages stay in the code that shows them: they are split by route with it, and a screen can never
    // be newer than its words. Other languages are catalogues, compiled by the Lingui plugin.
    babel({ presets: [linguiTransformerBabelPreset({ descriptorFields: 'message' }, here)] }),
    react(),
    lingui({ ...here, failOnCompileError: true }),
    precompress(),
  ],
  resolve: {
    alias: [
      { find: /^temporal-polyfill$/, replacement: `${import.meta.dirname}/src/platform/temporal.ts` },
      { find: /^zod$/, replacement: `${import.meta.dirname}/src/platform/zod.ts` },
    ],
  },
  build: {
    target: 'es2022',
    // `font-src 'self'` and `img-src 'self'` allow no data addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The pattern page is for development and tests; the product does not carry it.
      input: mode === 'patterns' ? 'patterns.html' : 'index.html',
      // The first screen comes in two files, what several pages share in a third: a hundred tiny ones would cost
      // more in headers than in code.
      output: {
        codeSplitting: {
          groups: [
            { name: 'vendor', test: /node_modules/, tags: ['$initial'], priority: 3 },
            { name: 'first', tags: ['$initial'], priority: 2 },
            // Long lists are on nobody's first screen.
            { name: 'grid', test: /src\/ui\/DataGrid|tanstack\/(react-virtual|virtual-core)/, priority: 2 },
            {
              name: 'kit',
              test: /src\/(ui|platform)\/(?!zod)|@tabler|tanstack/,
              minShareCount: 3,
              priority: 1,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': server } },
}))
