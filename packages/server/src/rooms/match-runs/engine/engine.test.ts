import { defaultRules, defaultWeights } from '@viceversa/domain/match-runs/contract.ts'
import type { MatchPerson } from '@viceversa/matching/types.ts'
import { describe, expect, test } from 'vitest'
import { ask, type Task } from './ask.ts'
import { askEngine } from './engine.ts'
import { EngineRefusal } from './refusal.ts'

describe('the engine in its own thread', () => {
  test('answers as it would here', async () => {
    const task = taskOf(12)
    const { tookMs: _, ...there } = await askEngine('proposal', task)
    const { tookMs: __, ...here } = ask('proposal', task)
    expect(there).toEqual(here)
  })

  test('leaves the server free while it thinks', async () => {
    let ticks = 0
    const ticking = setInterval(() => {
      ticks++
    }, 5)
    const { pairs } = await askEngine('proposal', taskOf(250))
    clearInterval(ticking)

    expect(pairs).toHaveLength(250)
    // A server that waited would not have ticked at all.
    expect(ticks).toBeGreaterThan(3)
  })

  test('answers each question to whoever asked it', async () => {
    const sizes = [3, 9, 5, 7]
    const answers = await Promise.all(sizes.map((size) => askEngine('proposal', taskOf(size))))
    expect(answers.map(({ pairs }) => pairs.length)).toEqual(sizes)
  })

  test('gives everybody left over a reason, and the same one as when asked for one of them', async () => {
    const task = taskOf(260)
    const leaders = task.input.people.filter(({ seat, id }) => seat === 'mentor' || Number(id.slice(7)) < 200)
    const fewer = { ...task, input: { ...task.input, people: leaders } }

    const { leftOver } = await askEngine('proposal', fewer)

    expect(leftOver).toHaveLength(60)
    expect(leftOver.filter(({ explained }) => explained)).toHaveLength(5)
    const brief = leftOver.at(-1)!
    const whole = await askEngine('leftOver', { ...fewer, who: { seat: brief.seat, id: brief.id } })
    const { explained: _, inTheWay: __, ...facts } = brief
    expect(whole).toMatchObject(facts)
  })

  test('brings refusals back with what stands in the way, and goes on', async () => {
    const task = taskOf(3)
    const pin = { mentorId: 'mentor-0', leaderId: 'leader-0' }
    const under = {
      ...task,
      input: {
        ...task.input,
        organisation: { ...task.input.organisation, managersOf: new Map([['mentor-0', ['leader-0']]]) },
      },
      settings: { ...task.settings, pins: [pin] },
    }

    const refused = await askEngine('proposal', under).catch((error: unknown) => error)

    expect(refused).toBeInstanceOf(EngineRefusal)
    expect((refused as EngineRefusal).refusal).toMatchObject({
      kind: 'pin-not-allowed',
      pair: pin,
      broken: [{ rule: 'reportingLine', chain: ['mentor-0', 'leader-0'] }],
    })
    expect((await askEngine('proposal', task)).pairs).toHaveLength(3)
  })
})

/** So many mentors and leaders, all of whom may be paired. */
function taskOf(size: number): Task {
  const themes = ['ai-at-work', 'social-media', 'flexible-work', 'green-choices']
  const person = (seat: MatchPerson['seat'], index: number): MatchPerson => ({
    id: `${seat}-${index}`,
    seat,
    level: seat === 'mentor' ? 5 : 2,
    department: `Department ${index % 7}`,
    site: null,
    languages: ['en'],
    offers: [themes[index % 4]!],
    wants: [themes[(index * 3 + 1) % 4]!],
    interests: index % 3 === 0 ? ['music'] : ['nature'],
    workStyle: index % 2 === 0 ? ['details'] : ['big-picture'],
    timeZone: 'Europe/Lisbon',
    availability: [9, 10, 11, 33, 34, 35 + (index % 5)],
    capacity: 1,
  })
  const everybody = Array.from({ length: size }, (_, index) => [
    person('mentor', index),
    person('leader', index),
  ])
  return {
    input: {
      people: everybody.flat(),
      organisation: { managersOf: new Map(), appraises: [], conflicts: [] },
      rules: defaultRules,
      weights: defaultWeights,
      period: { from: '2026-09-14', to: '2027-03-12' },
    },
    settings: { objective: 'most-people', pins: [], bans: [] },
  }
}
