// `npm test`: everything that must hold, from a clean clone, with one line at the end that says how it went.
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './chromium.mjs'
import { buildWhatChanged, home, installWhatIsMissing, pinnedNode, run, say } from './house.mjs'

const reports = mkdtempSync(join(tmpdir(), 'viceversa-test-'))
const bin = (path) => join(home, 'node_modules', path)
let passed = 0
let failed = 0

await step('install', installWhatIsMissing)
await step('format and lint', () => node(bin('@biomejs/biome/bin/biome'), 'ci', '.'))
await step('types', async () => {
  await node(bin('typescript/bin/tsc'), '-p', 'tsconfig.json')
  await node(bin('typescript/bin/tsc'), '-p', 'e2e/tsconfig.json')
  await node(bin('typescript/bin/tsc'), '-p', 'packages/web/tsconfig.json')
})
await suite('unit and server tests', 'vitest.json', (report) =>
  node(
    bin('vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ),
)
await step('build', buildWhatChanged)
await suite('stories in a browser', 'playwright.json', async (report) => {
  process.env.CHROMIUM_PATH = findChromium()
  process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = report
  await node(bin('@playwright/test/cli.js'), 'test', '--config', 'e2e/playwright.config.ts')
})

say(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

function node(...args) {
  return run(pinnedNode(), args)
}

/** One check that either holds or does not. */
async function step(name, work) {
  say(`\n── ${name}`)
  try {
    await work()
    passed += 1
  } catch (error) {
    say(`✗ ${name}: ${error.message}`)
    failed += 1
  }
}

/** A runner that counts its own tests. One that breaks before it can count is one failure. */
async function suite(name, file, work) {
  say(`\n── ${name}`)
  const report = join(reports, file)
  const broke = await work(report).then(
    () => null,
    (error) => error,
  )
  const counted = existsSync(report)
    ? countOf(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0 }
  passed += counted.passed
  failed += counted.failed
  const silentBreak = broke && counted.failed === 0
  const nothingRan = !broke && counted.passed === 0
  if (!silentBreak && !nothingRan) return
  say(`✗ ${name}: ${broke ? broke.message : 'no test ran.'}`)
  failed += 1
}

function countOf(report) {
  return 'stats' in report
    ? { passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky }
    : { passed: report.numPassedTests, failed: report.numFailedTests }
}
