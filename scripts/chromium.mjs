// The system's Chromium for the stories in a real browser.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { say } from './house.mjs'

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Path of Chromium; installs it through the system's package manager where it is missing and we may. */
export function findChromium() {
  const found = installed()
  if (found) return found
  const installers = [
    ['apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], ['update']],
    ['dnf', ['install', '-y', 'chromium']],
    ['apk', ['add', 'chromium']],
  ]
  for (const [tool, install, before] of installers) {
    if (!works('which', [tool])) continue
    say('Installing Chromium for the browser tests through the system’s package manager …')
    const root = process.getuid?.() === 0 ? [] : works('sudo', ['-n', 'true']) ? ['sudo', '-n'] : null
    if (!root) break
    if (before) works(...withRoot(root, tool, before))
    if (works(...withRoot(root, tool, install)) && installed()) return installed()
  }
  throw new Error(
    'The browser tests need Chromium: install it (on Debian: `sudo apt-get install chromium`) or set CHROMIUM_PATH.',
  )
}

function installed() {
  return places.find((path) => path && existsSync(path))
}

function withRoot(root, tool, args) {
  const [command, ...rest] = [...root, tool, ...args]
  return [command, rest]
}

function works(command, args) {
  try {
    execFileSync(command, args, {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    return true
  } catch {
    return false
  }
}
