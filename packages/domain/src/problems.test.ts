import { describe, expect, test } from 'vitest'
import { accountProblems } from './accounts/problems.ts'
import { enrolmentProblems } from './enrolment/problems.ts'
import { mailProblems } from './mail/problems.ts'
import { matchRunProblems } from './match-runs/problems.ts'
import { organisationProblems } from './organisation/problems.ts'
import { pairProblems } from './pairs/problems.ts'
import { peopleProblems } from './people/problems.ts'
import { commonProblems } from './problem.ts'
import { problems } from './problems.ts'
import { programmeProblems } from './programmes/problems.ts'

const rooms = [
  commonProblems,
  accountProblems,
  enrolmentProblems,
  mailProblems,
  matchRunProblems,
  organisationProblems,
  pairProblems,
  peopleProblems,
  programmeProblems,
]

describe('the codes of problems', () => {
  test('belong to one room each, so that a code means one thing', () => {
    const codes = rooms.flatMap((room) => Object.keys(room))

    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([])
    expect(codes.toSorted()).toEqual(Object.keys(problems).toSorted())
  })

  test('are words that can stand in an address', () => {
    expect(Object.keys(problems).filter((code) => !/^[a-z]+(-[a-z]+)*$/.test(code))).toEqual([])
  })
})
