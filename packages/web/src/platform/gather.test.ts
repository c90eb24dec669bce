import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { GATHER_MILLISECONDS, gather } from './gather.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('one piece of news is acted on at once', () => {
  const act = vi.fn()
  gather(act).add('mail')
  expect(act.mock.calls).toEqual([[new Set(['mail'])]])
})

test('forty pieces within a second are acted on twice: the first, and the rest together', () => {
  const act = vi.fn()
  const gathering = gather(act)
  for (let mail = 0; mail < 40; mail += 1) gathering.add('mail')
  gathering.add('pair')
  expect(act).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(GATHER_MILLISECONDS)
  expect(act).toHaveBeenLastCalledWith(new Set(['mail', 'pair']))
  vi.advanceTimersByTime(10 * GATHER_MILLISECONDS)
  expect(act).toHaveBeenCalledTimes(2)
})

test('after a quiet second news is acted on at once again', () => {
  const act = vi.fn()
  const gathering = gather(act)
  gathering.add('mail')
  vi.advanceTimersByTime(GATHER_MILLISECONDS)
  gathering.add('mail')
  expect(act).toHaveBeenCalledTimes(2)
})

test('nothing is acted on once nobody listens', () => {
  const act = vi.fn()
  const gathering = gather(act)
  gathering.add('mail')
  gathering.add('mail')
  gathering.stop()
  vi.advanceTimersByTime(GATHER_MILLISECONDS)
  expect(act).toHaveBeenCalledTimes(1)
})
