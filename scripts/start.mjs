// `npm start`: installs what is missing, builds what changed, then is the server until it is told to stop.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildWhatChanged, home, installWhatIsMissing, pinnedNode, say } from './house.mjs'

try {
  await installWhatIsMissing()
  await buildWhatChanged()
} catch (error) {
  say(`Viceversa could not be made ready: ${error.message}`)
  process.exit(1)
}

const server = spawn(pinnedNode(), [join(home, 'packages/server/src/main.ts')], {
  cwd: home,
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  // A terminal sends Ctrl C to the server as well; a second SIGINT would ask it to stop without finishing.
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) server.kill(signal)
  })
}
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
