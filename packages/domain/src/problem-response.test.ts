import { expect, test } from 'vitest'
import { problemIn, withReadableProblem } from './problem-response.ts'

const problem = { type: 'https://viceversa.example/problems/not-found', title: 'Nothing here', status: 404 }

test('a problem is recognised by its type, title and status, and keeps whatever else it says', () => {
  const told = { ...problem, requestId: 'r1', errors: [{ pointer: '/name', detail: 'Write a name.' }] }
  expect(problemIn(told)).toEqual(told)
})

test('any other body is not taken for a problem', () => {
  for (const body of [null, undefined, 'not found', [], { message: 'no' }, { ...problem, status: '404' }])
    expect(problemIn(body)).toBeNull()
})

test('a problem’s answer is given a type that the client parses, any other stays as it is', async () => {
  const answer = Response.json(problem, {
    status: 404,
    headers: { 'content-type': 'application/problem+json' },
  })
  const readable = withReadableProblem(answer)
  expect([readable.status, readable.headers.get('content-type')]).toEqual([404, 'application/json'])
  expect(await readable.json()).toEqual(problem)
  const ordinary = Response.json({})
  expect(withReadableProblem(ordinary)).toBe(ordinary)
})
