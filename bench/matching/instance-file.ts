import { readFileSync, writeFileSync } from 'node:fs'
import type { Instance } from './instance.ts'

/**
 * Little-endian whole numbers of 32 bits, so that a solver in any language reads it in a few lines: this mark, mentors,
 * leaders, pairs, and then the five arrays of `Instance` in the order in which they are declared.
 */
const MARK = 0x31_49_56_56
const HEADER = 4

export function writeInstance(path: string, instance: Instance): void {
  const { start, leader, weight, mentorSeats, leaderSeats } = instance
  const header = Int32Array.of(MARK, mentorSeats.length, leaderSeats.length, leader.length)
  const parts = [header, start, leader, weight, mentorSeats, leaderSeats]
  writeFileSync(path, Buffer.concat(parts.map((part) => new Uint8Array(part.buffer, 0, part.byteLength))))
}

export function readInstance(path: string): Instance {
  const bytes = readFileSync(path)
  const numbers = new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
  const [mark, mentors = 0, leaders = 0, pairs = 0] = numbers
  if (mark !== MARK) throw new Error(`${path} is not an instance.`)

  let at = HEADER
  const next = (length: number) => {
    at += length
    return numbers.slice(at - length, at)
  }
  return {
    start: next(mentors + 1),
    leader: next(pairs),
    weight: next(pairs),
    mentorSeats: next(mentors),
    leaderSeats: next(leaders),
  }
}
