import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { catalogue, readCatalogue } from './catalogue.ts'
import { ContentError } from './read-yaml.ts'

const CONTENT = new URL('../../../../../content/en/', import.meta.url)
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'viceversa-content-'))
  await cp(new URL('themes.yaml', CONTENT), path.join(folder, 'themes.yaml'))
  await cp(new URL('programme-templates', CONTENT), path.join(folder, 'programme-templates'), {
    recursive: true,
  })
})
afterEach(() => rm(folder, { recursive: true }))

describe('the catalogue', () => {
  test('offers 3, 6 and 12 months, six months with 6 sessions of 60 minutes for 12 to 25 pairs (rule R2)', () => {
    expect(catalogue.templates.map(({ months }) => months)).toEqual([3, 6, 12])
    expect(catalogue.templates[1]).toMatchObject({
      id: 'six-months',
      sessionCount: 6,
      sessionMinutes: 60,
      expectedPairs: { from: 12, to: 25 },
    })
  })

  test('marks the themes that count only when a mentor offers them (rule R10)', () => {
    expect(catalogue.themes.filter(({ livedExperience }) => livedExperience).length).toBeGreaterThan(0)
    const suggested = catalogue.templates.flatMap(({ themes }) => themes)
    expect(
      catalogue.themes.filter(({ id, livedExperience }) => livedExperience && suggested.includes(id)),
    ).toEqual([])
  })

  test.each([
    {
      fault: 'a number that is a word',
      file: 'programme-templates/six-months.yaml',
      from: 'sessionCount: 6',
      to: 'sessionCount: many',
      says: /six-months\.yaml, line 6: sessionCount: /,
    },
    {
      fault: 'a theme nobody knows',
      file: 'programme-templates/six-months.yaml',
      from: '  - social-media',
      to: '  - juggling',
      says: /six-months\.yaml, line 12: themes\.2: There is no such theme in themes\.yaml\./,
    },
    {
      fault: 'a key nobody knows',
      file: 'programme-templates/three-months.yaml',
      from: 'months: 3',
      to: 'months: 3\ncolour: red',
      says: /three-months\.yaml, line \d+: .*colour/,
    },
    {
      fault: 'an id that stands there twice',
      file: 'themes.yaml',
      from: 'id: everyday-digital-tools',
      to: 'id: ai-at-work',
      says: /themes\.yaml, line 7: themes\.1\.id: The id ai-at-work stands here twice\./,
    },
    {
      fault: 'broken YAML',
      file: 'themes.yaml',
      from: 'themes:\n',
      to: 'themes: [\n',
      says: /themes\.yaml, line \d+: /,
    },
  ])('names the file and the line of $fault', async ({ file, from, to, says }) => {
    const whole = path.join(folder, file)
    const text = await readFile(whole, 'utf8')
    expect(text).toContain(from)
    await writeFile(whole, text.replace(from, to))

    expect(() => readCatalogue(folder)).toThrow(ContentError)
    expect(() => readCatalogue(folder)).toThrow(says)
  })
})
