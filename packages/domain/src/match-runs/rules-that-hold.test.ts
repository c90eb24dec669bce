import { describe, expect, test } from 'vitest'
import { defaultRules } from './contract.ts'
import { changedRules, needsReason, withWhatHolds, wronglyOff } from './rules-that-hold.ts'

describe('rules that always hold (rules R7, R8)', () => {
  test('are those about power: reporting line, levels, appraisal, conflict', () => {
    const allOff = {
      reportingLine: { on: false },
      levelGap: { on: false, minimum: 2 },
      appraisal: { on: false },
      conflict: { on: false },
      earlierPair: { on: false },
      sharedHours: { on: false, minimumHours: 2 },
      sharedLanguage: { on: false },
    }

    expect(wronglyOff(defaultRules)).toEqual([])
    expect(wronglyOff(allOff)).toEqual(['reportingLine', 'levelGap', 'appraisal', 'conflict'])
    expect(wronglyOff(withWhatHolds(allOff, false))).toEqual([])
  })

  test('ask for a reason below two levels, and only there', () => {
    const apart = (minimum: number) => ({ ...defaultRules, levelGap: { on: true, minimum } })

    expect([1, 2, 3].map((minimum) => needsReason(apart(minimum)))).toEqual([true, false, false])
    expect(withWhatHolds(apart(1), false).levelGap.minimum).toBe(2)
    expect(withWhatHolds(apart(1), true).levelGap.minimum).toBe(1)
    expect(withWhatHolds(apart(4), false).levelGap.minimum).toBe(4)
  })
})

test('a change of rules names each rule that differs, and none that does not', () => {
  const after = {
    ...defaultRules,
    levelGap: { on: true, minimum: 3 },
    sharedLanguage: { on: false },
  }

  expect(changedRules(defaultRules, structuredClone(defaultRules))).toEqual([])
  expect(changedRules(defaultRules, after)).toEqual([
    { rule: 'levelGap', was: { on: true, minimum: 2 }, became: { on: true, minimum: 3 } },
    { rule: 'sharedLanguage', was: { on: true }, became: { on: false } },
  ])
})
