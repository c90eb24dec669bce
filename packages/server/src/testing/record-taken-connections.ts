// Loaded into a server under test with `--import`: notes the client's port of every connection that the server takes.

import { subscribe } from 'node:diagnostics_channel'
import { appendFileSync } from 'node:fs'
import type { Socket } from 'node:net'

const file = process.env['VICEVERSA_TEST_TAKEN'] ?? ''
subscribe('net.server.socket', (message) => {
  const { socket } = message as { socket: Socket }
  appendFileSync(file, `${socket.remotePort}\n`)
})
