// Loaded into the server under test with `--import`: notes every place it connects to, one per line.

import dgram from 'node:dgram'
import { appendFileSync } from 'node:fs'
import net from 'node:net'

const file = process.env.VICEVERSA_TEST_CONNECTIONS
const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function (...args) {
  const [first] = Array.isArray(args[0]) ? args[0] : args
  const place =
    typeof first === 'object'
      ? (first.path ?? first.host ?? 'localhost')
      : typeof first === 'string'
        ? first
        : (args[1] ?? 'localhost')
  appendFileSync(file, `${place}\n`)
  return connect.apply(this, args)
}
const send = dgram.Socket.prototype.send
dgram.Socket.prototype.send = function (...args) {
  appendFileSync(file, `udp ${args.find((arg) => typeof arg === 'string') ?? 'localhost'}\n`)
  return send.apply(this, args)
}
