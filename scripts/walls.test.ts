import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const home = resolve(import.meta.dirname, '..')

/** Which package may import which of ours. An arrow that is not here is a wall. */
const arrows: Record<string, readonly string[]> = {
  matching: [],
  domain: ['matching'],
  server: ['domain', 'matching'],
  web: ['domain', 'matching'],
  cli: ['domain', 'matching'],
}

/** Packages from elsewhere that the innermost packages may use. The others may use what their package.json names. */
const outside: Record<string, readonly string[]> = {
  matching: [],
  domain: ['@orpc/contract', 'zod', 'temporal-polyfill', 'csv-parse', 'windows-iana'],
}

describe('the walls', () => {
  test('let a package import only those it stands on', () => {
    expect(everyImport().filter(crossesAPackageWall)).toEqual([])
  })

  test('keep the engine and the domain free of libraries they do not need', () => {
    expect(
      everyImport().filter(
        ({ from, to }) =>
          outside[from.package] && isOutside(to) && !outside[from.package]!.includes(packageName(to)),
      ),
    ).toEqual([])
  })

  test('keep rooms out of the house: `platform` and `ui` import no room', () => {
    expect(
      everyImport().filter(
        ({ from, path }) =>
          ['platform', 'ui'].includes(from.floor) && path && floorOf(path).floor === 'rooms',
      ),
    ).toEqual([])
  })

  test('keep the server’s modules out of the browser', () => {
    const node = everyImport().filter(
      ({ from, to }) => ['web', 'domain', 'matching'].includes(from.package) && to.startsWith('node:'),
    )
    expect(node).toEqual([])
  })

  test('keep the reading of HR exports, and what it needs, out of the browser', () => {
    expect(
      everyImport().filter(
        ({ from, path }) => from.package === 'web' && path?.startsWith('packages/domain/src/people/import/'),
      ),
    ).toEqual([])
  })

  test('are looked at: there are imports to read', () => {
    expect(everyImport().length).toBeGreaterThan(100)
  })
})

describe('the house', () => {
  test('names no registry in its lock file', () => {
    expect(readFileSync(join(home, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved": "https?:/)
  })
})

type Import = {
  file: string
  from: { package: string; floor: string }
  /** As written. */
  to: string
  /** Inside the project, when it is a file of ours. */
  path: string | null
}

function everyImport(): Import[] {
  return globSync('packages/*/src/**/*.{ts,tsx}', { cwd: home })
    .filter(
      (file) => !/\.test\.tsx?$/.test(file) && !file.includes('/testing/') && !file.includes('/patterns/'),
    )
    .flatMap((file) =>
      importsOf(readFileSync(join(home, file), 'utf8')).map((to) => ({
        file,
        from: floorOf(file),
        to,
        path: pathOf(file, to),
      })),
    )
}

function importsOf(source: string): string[] {
  const statement = /^(?:import|export)\s(?:[^'"]*?\sfrom\s)?\s*['"]([^'"]+)['"]/gm
  const dynamic = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g
  return [...source.matchAll(statement), ...source.matchAll(dynamic)].map((match) => match[1] ?? '')
}

function pathOf(file: string, to: string): string | null {
  if (to.startsWith('.')) return relative(home, resolve(home, dirname(file), to))
  const ours = to.match(/^@viceversa\/([a-z]+)\/(.+)$/)
  return ours ? `packages/${ours[1]}/src/${ours[2]}` : null
}

function floorOf(path: string): { package: string; floor: string } {
  const [, name = '', , floor = ''] = path.split('/')
  return { package: name, floor }
}

function crossesAPackageWall({ from, path }: Import): boolean {
  if (!path) return false
  const to = floorOf(path).package
  return to !== from.package && !(arrows[from.package] ?? []).includes(to)
}

function isOutside(to: string): boolean {
  return !to.startsWith('.') && !to.startsWith('@viceversa/')
}

function packageName(to: string): string {
  return to
    .split('/')
    .slice(0, to.startsWith('@') ? 2 : 1)
    .join('/')
}
