import { afterEach, beforeEach, expect, test } from 'vitest'
import { EARLY_MILLISECONDS, earlyAnswer } from './early-answers.ts'

const here = globalThis as { earlyAnswers?: Map<string, Promise<Response | null>> }
const me = new Request('https://viceversa.example/api/me')
const answer = Response.json({ name: 'Imogen' })

beforeEach(() => {
  here.earlyAnswers = new Map([['/api/me', Promise.resolve(answer)]])
})
afterEach(() => {
  delete here.earlyAnswers
})

test('an early answer is taken once', async () => {
  expect(await earlyAnswer(me, 0)).toBe(answer)
  expect(await earlyAnswer(me, 0)).toBeNull()
})

test('an early answer is not taken late', async () => {
  expect(await earlyAnswer(me, EARLY_MILLISECONDS + 1)).toBeNull()
  expect(await earlyAnswer(me, 0)).toBeNull()
})

test('an early answer is for its own question only', async () => {
  expect(await earlyAnswer(new Request(`${me.url}?of=somebody`), 0)).toBeNull()
  expect(await earlyAnswer(new Request(me, { method: 'DELETE' }), 0)).toBeNull()
})

test('a refusal and a lost question are asked again', async () => {
  here.earlyAnswers?.set('/api/me', Promise.resolve(new Response(null, { status: 401 })))
  expect(await earlyAnswer(me, 0)).toBeNull()
  here.earlyAnswers?.set('/api/me', Promise.resolve(null))
  expect(await earlyAnswer(me, 0)).toBeNull()
  delete here.earlyAnswers
  expect(await earlyAnswer(me, 0)).toBeNull()
})
