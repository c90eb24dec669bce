import { describe, expect, test } from 'vitest'
import { inTurn } from './hashing-queue.ts'

describe('the queue for costly work', () => {
  test('does at most four things at once, and all of them', async () => {
    let running = 0
    let most = 0
    const work = async () => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setTimeout(resolve, 2))
      running--
      return 'done'
    }

    const results = await Promise.all(Array.from({ length: 40 }, () => inTurn(work)))

    expect(most).toBeLessThanOrEqual(4)
    expect(results).toEqual(Array.from({ length: 40 }, () => 'done'))
  })

  test('says at once that it is full, and works again afterwards', async () => {
    const { promise: held, resolve: release } = Promise.withResolvers<void>()
    const crowd = Array.from({ length: 150 }, () =>
      inTurn(() => held).then(
        () => 'done',
        (error) => error.code,
      ),
    )
    const late = await crowd.at(-1)
    release()
    const outcomes = await Promise.all(crowd)

    expect(late).toBe('sign-in-busy')
    expect(outcomes.filter((outcome) => outcome === 'done').length).toBeGreaterThanOrEqual(100)
    expect(await inTurn(async () => 'next')).toBe('next')
  })

  test('goes on after work that throws', async () => {
    await expect(inTurn(() => Promise.reject(new Error('no memory')))).rejects.toThrow('no memory')
    expect(await inTurn(async () => 'next')).toBe('next')
  })
})
