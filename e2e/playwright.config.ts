import { defineConfig } from '@playwright/test'

// Chromium's own calls home would fail on a closed network and spoil the record of connections.
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--disable-features=OptimizationHints,MediaRouter,Translate',
]

export default defineConfig({
  testDir: '.',
  // The longest story begins first, and the others go on beside it.
  projects: [
    { name: 'walk', testMatch: 'walk.spec.ts' },
    { name: 'stories', testMatch: '**/*.spec.ts', testIgnore: 'walk.spec.ts' },
  ],
  outputDir: '../test-results',
  fullyParallel: false,
  workers: process.env.CI ? 2 : 1,
  // A whole story, its axe checks included, on a machine that is five times slower than usual: slow is not wrong.
  timeout: 600_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Lisbon',
    colorScheme: 'light',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    actionTimeout: 15_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet,
    },
  },
})
