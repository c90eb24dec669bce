#!/usr/bin/env node
// Runs on any Node from 20 and hands over to the pinned one, which can run TypeScript; hence plain JavaScript.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { pinnedNode } from '../../../scripts/house.mjs'

let node
try {
  node = pinnedNode()
} catch (error) {
  process.stderr.write(`viceversa: ${error.message}\n`)
  process.exit(1)
}
const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const command = spawn(node, [main, ...process.argv.slice(2)], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  // A terminal sends Ctrl C to both.
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) command.kill(signal)
  })
}
command.on('exit', (code, signal) => {
  if (!signal) process.exit(code)
  // Ends as the command did, so that a shell sees the signal.
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
})
