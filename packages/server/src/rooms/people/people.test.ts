import { readFileSync } from 'node:fs'
import { ORPCError } from '@orpc/client'
import type { ImportChoices } from '@viceversa/domain/people/contract.ts'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../testing/test-app.ts'
import { startImportWork } from './import/run/import-work.ts'

const app = await testApp({ today: '2026-09-14T09:00:00Z', empty: true })
const imports = startImportWork(app.platform)
afterAll(async () => {
  await imports.stop()
  await app.close()
})

const oracle = readFileSync(
  new URL(import.meta.resolve('@viceversa/domain/people/import/testing/people-oracle-hr.csv')),
)

/** A first start, so that the directory holds nobody but the administrator. */
const setUp = await app.anonymous.request('POST', '/organisation', {
  organisationName: 'Meridian',
  timeZone: 'Europe/Lisbon',
  givenName: 'Ines',
  familyName: 'Moreira',
  email: 'ines@meridian.example',
})
const { personId } = (await setUp.json()) as { personId: string }
const manager = app.as(personId)

type Csv = string | Buffer

type Wanted = { markMissingAsLeft?: boolean; name?: string; choices?: Partial<ImportChoices> }

async function planned(csv: Csv, wanted: Wanted = {}) {
  const read = await manager.people.readFile({ file: fileOf(csv, wanted.name) })
  await manager.people.plan({
    importId: read.id,
    mapping: read.mapping,
    choices: { ...read.choices, ...wanted.choices },
    markMissingAsLeft: wanted.markMissingAsLeft ?? false,
  })
  await imports.carryOutNow()
  return manager.people.showImport({ importId: read.id })
}

async function applied(csv: Csv, wanted: Wanted = {}) {
  const { id } = await planned(csv, wanted)
  await manager.people.apply({ importId: id })
  await imports.carryOutNow()
  return manager.people.showImport({ importId: id })
}

function fileOf(csv: Csv, name = 'people.csv'): File {
  return new File([typeof csv === 'string' ? csv : new Uint8Array(csv)], name, { type: 'text/csv' })
}

async function refusal(call: Promise<unknown>): Promise<{ code: string; message: string }> {
  const error = await call.then(
    () => null,
    (refused: unknown) => refused,
  )
  if (!(error instanceof ORPCError)) throw new Error('The call was not refused.')
  return { code: error.code, message: error.message }
}

async function directory() {
  const { rows } = await manager.people.list({ limit: 200 })
  return rows
}

describe('importing the HR export', () => {
  test('guesses every column, creates 107 people without a problem, and can be undone (rule R5)', async () => {
    const read = await manager.people.readFile({ file: fileOf(oracle, 'people-oracle-hr.csv') })
    expect(read).toMatchObject({
      state: 'read',
      mappingRemembered: false,
      format: { delimiter: ',', headerRows: 1 },
    })
    expect(Object.values(read.mapping)).toContain('managerId')

    const dryRun = await planned(oracle)
    expect(dryRun).toMatchObject({
      state: 'planned',
      counts: { rows: 107, created: 107, problems: 0, skipped: 0 },
    })
    expect(await directory()).toHaveLength(1)

    const done = await applied(oracle)
    expect(done).toMatchObject({ state: 'applied', canBeUndone: true })
    expect((await manager.people.list({})).total).toBe(108)

    const undone = await manager.people.undo({ importId: done.id })
    expect(undone.state).toBe('undone')
    expect(await directory()).toHaveLength(1)
  })

  test('finds every manager and computes levels from the reporting lines (rule R8)', async () => {
    await applied(oracle)

    const people = await directory()
    const king = people.find(({ displayName }) => displayName === 'Steven King')
    const withManagers = people.filter(({ managerId }) => managerId !== null)
    expect(withManagers).toHaveLength(106)
    expect(king).toMatchObject({ level: 1, managerName: null })
    expect(new Set(withManagers.map(({ level }) => level))).toEqual(new Set([2, 3, 4]))
  })

  test('the same file again changes nothing, and its mapping is remembered (rule R5)', async () => {
    const again = await planned(oracle)

    expect(again).toMatchObject({
      mappingRemembered: true,
      counts: { created: 0, updated: 0, unchanged: 107, problems: 0 },
    })
  })

  test('shows field by field what would change before anything does', async () => {
    const changed = oracle.toString().replace('Programmer,IT', 'Senior programmer,IT')

    const { id } = await planned(changed)
    const { rows } = await manager.people.changes({ importId: id, kind: 'updated' })

    expect(rows).toMatchObject([
      { kind: 'updated', changes: [{ field: 'jobTitle', before: 'Programmer', after: 'Senior programmer' }] },
    ])
    await manager.people.cancel({ importId: id })
    expect((await refusal(manager.people.showImport({ importId: id }))).code).toBe('not-found')
  })

  test('never keeps a sensitive column (rule R6)', async () => {
    const csv =
      'Employee ID,First name,Last name,Work email,Gender,Date of birth\n9001,Ana,Reis,ana@x.example,female,1999-02-03\n'

    const read = await manager.people.readFile({ file: fileOf(csv) })

    expect(read.columns.filter(({ sensitive }) => sensitive !== null)).toHaveLength(2)
    const stored = await app.database.asSuperuser
      .selectFrom('people_import')
      .select(['columns', 'rows_gzip'])
      .where('id', '=', read.id)
      .executeTakeFirstOrThrow()
    const { gunzipSync } = await import('node:zlib')
    const kept = JSON.stringify(stored.columns) + gunzipSync(stored.rows_gzip!).toString()
    expect(kept).not.toContain('female')
    expect(kept).not.toContain('1999')
    await manager.people.cancel({ importId: read.id })
  })

  test('marks people as left only when asked to, and never whoever runs the installation', async () => {
    const withoutOne = oracle
      .toString()
      .split('\n')
      .filter((line) => !line.startsWith('104,'))
      .join('\n')

    const dryRun = await planned(withoutOne)
    expect(dryRun.counts).toMatchObject({ missing: 1, updated: 0 })
    await manager.people.cancel({ importId: dryRun.id })
    await applied(withoutOne, { markMissingAsLeft: true })

    const left = (await directory()).filter(({ status }) => status === 'left')
    expect(left.map(({ givenName }) => givenName)).toEqual(['Bruce'])
  })

  test('is not carried out when the directory changed since the dry run', async () => {
    const first = await planned(oracle)
    await app.person({ givenName: 'Late' })

    await manager.people.apply({ importId: first.id })
    await imports.carryOutNow()

    const failed = await manager.people.showImport({ importId: first.id })
    expect(failed.state).toBe('failed')
    expect(failed.failure).toContain('dry run')
  })

  test('cannot be undone once its people take part somewhere', async () => {
    const csv = 'Employee ID,First name,Last name,Work email\n7001,Nia,Doe,nia@y.example\n'
    const done = await applied(csv)
    const programme = await manager.programmes.create({ name: 'Fresh Eyes', template: 'six-months' })
    const nia = (await directory()).find(({ email }) => email === 'nia@y.example')!
    await app.database.asSuperuser
      .insertInto('enrolment')
      .values({ programme_id: programme.id, person_id: nia.id, seat: 'mentor' })
      .execute()

    expect((await refusal(manager.people.undo({ importId: done.id }))).code).toBe('import-cannot-be-undone')
  })
})

describe('levels given by hand', () => {
  const levelOf = async (name: string) =>
    (await directory()).find(({ displayName }) => displayName === name)?.level

  test('are suggested per job title from the reporting lines, by a mapping that is still being made', async () => {
    const read = await manager.people.readFile({ file: fileOf(oracle) })
    const columns = Object.fromEntries(
      Object.entries(read.mapping).map(([index, field]) => [field, Number(index)]),
    )

    const { values, total } = await manager.people.levelValues({
      importId: read.id,
      by: 'jobTitle',
      columns,
    })

    expect(total).toBe(values.length)
    expect(values[0]).toEqual({ value: 'Sales Representative', people: 30, level: 3, spread: null })
    expect(values.find(({ value }) => value === 'President')).toMatchObject({ people: 1, level: 1 })
    const withoutMail = manager.people.levelValues({
      importId: read.id,
      by: 'jobTitle',
      columns: { displayName: 1 },
    })
    expect((await refusal(withoutMail)).code).toBe('mapping-incomplete')
    await manager.people.cancel({ importId: read.id })
  })

  test('are changes like any other, remembered for the next file, change nothing twice, and are undone (R5, R8)', async () => {
    expect(await levelOf('Steven King')).toBe(1)
    const choices = { levels: { by: 'jobTitle' as const, levelOf: { 'Sales  representative': 6 } } }
    app.clock.pass({ minutes: 1 })

    const dryRun = await planned(oracle, { choices })
    const { rows } = await manager.people.changes({ importId: dryRun.id, kind: 'updated' })
    expect(rows).toHaveLength(30)
    expect(rows[0]).toMatchObject({ changes: [{ field: 'level', before: '3', after: '6' }] })
    await manager.people.apply({ importId: dryRun.id })
    await imports.carryOutNow()
    expect(await levelOf('Sean Tucker')).toBe(6)

    const again = await planned(oracle)
    expect(again.choices.levels).toEqual({ by: 'jobTitle', levelOf: { 'sales representative': 6 } })
    expect(again.counts).toMatchObject({ created: 0, updated: 0, unchanged: 107 })
    await manager.people.cancel({ importId: again.id })
    const other = await manager.people.readFile({
      file: fileOf('Name,Email\nSean Tucker,stucker@example.com\n'),
    })
    expect(other).toMatchObject({ mappingRemembered: false, choices: { levels: again.choices.levels } })
    await manager.people.cancel({ importId: other.id })

    await manager.people.undo({ importId: dryRun.id })
    expect(await levelOf('Sean Tucker')).toBe(3)
    app.clock.pass({ minutes: 1 })
    await manager.people.cancel({ importId: (await planned(oracle, { choices: { levels: null } })).id })
  })

  test('lie between 1 and 99', async () => {
    const read = await manager.people.readFile({ file: fileOf(oracle) })
    for (const level of [0, 1.5, 100]) {
      const wrong = manager.people.plan({
        importId: read.id,
        mapping: read.mapping,
        choices: { levels: { by: 'jobTitle', levelOf: { president: level } }, dateOrder: null },
      })
      expect((await refusal(wrong)).code).toBe('invalid-request')
    }
    await manager.people.cancel({ importId: read.id })
  })
})

describe('dates that can be read two ways', () => {
  const file = (...dates: string[]) =>
    `Staff number,Name,Email,Hire date\n${dates.map((date, i) => `D${i},P${i} Lee,p${i}@d.example,${date}`).join('\n')}\n`

  test('show the order that is assumed, and the other one is remembered for the next file that needs it', async () => {
    const read = await manager.people.readFile({ file: fileOf(file('03/04/2025')) })
    expect(read.choices.dateOrder).toBeNull()
    expect(read.columns.map(({ dates }) => dates)).toEqual([
      null,
      null,
      null,
      { assumed: 'day-first', example: '03/04/2025', dayFirst: '2025-04-03', monthFirst: '2025-03-04' },
    ])
    await manager.people.cancel({ importId: read.id })

    const dryRun = await planned(file('03/04/2025', '25/04/2025'), {
      choices: { dateOrder: 'month-first' },
    })
    const { rows } = await manager.people.problems({ importId: dryRun.id })
    expect(rows).toMatchObject([{ row: 3, code: 'date-order', kind: 'problem' }])
    await manager.people.cancel({ importId: dryRun.id })

    const settled = await planned(file('04/25/2025', '04/26/2025'))
    expect(settled.choices.dateOrder).toBeNull()
    await manager.people.cancel({ importId: settled.id })
    const open = await manager.people.readFile({ file: fileOf(file('05/06/2025')) })
    expect(open.choices.dateOrder).toBe('month-first')
    await manager.people.cancel({ importId: open.id })
  })
})

describe('a programme manager who imports', () => {
  test('cannot take over somebody with more rights by changing where their mail goes', async () => {
    const nobody = await app.person({ givenName: 'Imogen', email: 'imogen@meridian.example' })
    const { id: programmeId, version } = await manager.programmes.create({
      name: 'Second',
      template: 'six-months',
    })
    await manager.programmes.change(
      { programmeId, managerIds: [personId, nobody.id] },
      { context: { ifMatch: version } },
    )
    const imogen = app.as(nobody)
    await app.database.asSuperuser
      .updateTable('person')
      .set({ external_id: 'ADMIN-1' })
      .where('id', '=', personId)
      .execute()

    const csv =
      'Employee ID,First name,Last name,Work email\nADMIN-1,Ines,Moreira,imogen.too@meridian.example\n'
    const read = await imogen.people.readFile({ file: fileOf(csv) })
    await imogen.people.plan({ importId: read.id, mapping: read.mapping, markMissingAsLeft: false })
    await imports.carryOutNow()

    const { rows } = await imogen.people.problems({ importId: read.id })
    expect(rows).toMatchObject([{ row: 2, code: 'for-administrators' }])
    const inTheDatabase = () =>
      app.database.asActor({ kind: 'person', personId: nobody.id }, (db) =>
        db.updateTable('person').set({ email: 'mine@meridian.example' }).where('id', '=', personId).execute(),
      )
    await expect(inTheDatabase()).rejects.toThrow(/administrators/)
  })
})

describe('bad input gets one clear sentence and changes nothing', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  test.each<[string, Csv, RegExp]>([
    ['a binary file', png, /image|picture|PNG/i],
    ['an empty file', '', /empty/i],
    ['5 MB in one cell', `Email,Name\na@x.example,"${'x'.repeat(5_000_000)}"\n`, /characters|long/i],
    ['a file of titles alone', 'Email,Name\n', /row|people|header/i],
  ])('%s', async (_, csv, sentence) => {
    const { code, message } = await refusal(manager.people.readFile({ file: fileOf(csv) }))

    expect(code).toBe('file-not-readable')
    expect(message).toMatch(sentence)
  })

  test.each<[string, string, RegExp]>([
    [
      'two rows with one e-mail address',
      'Employee ID,Name,Email\n1,Ana Reis,ana@d.example\n2,Bo Lund,ana@d.example\n',
      /2|3|row/,
    ],
    [
      'a manager circle',
      'Employee ID,Name,Email,Manager ID\n1,Ana Reis,ana@c.example,2\n2,Bo Lund,bo@c.example,1\n',
      /Ana|Bo/,
    ],
    [
      'a formula in a name',
      'Employee ID,Name,Email\n1,"=HYPERLINK(""http://x"")",ana@f.example\n',
      /formula/i,
    ],
  ])('%s is a row problem that names row and cure', async (_, csv, sentence) => {
    const { id, counts } = await planned(csv)
    const { rows } = await manager.people.problems({ importId: id })

    expect(counts?.problems).toBeGreaterThan(0)
    expect(rows.some(({ row, message }) => row >= 2 && sentence.test(message))).toBe(true)
    const response = await manager.request('GET', `/people-imports/${id}/problem-rows`)
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('What to mend')
    await manager.people.cancel({ importId: id })
  })

  test('a mapping without an e-mail column is refused with what to choose', async () => {
    const read = await manager.people.readFile({
      file: fileOf('Employee ID,Name,Email\n1,Ana Reis,ana@m.example\n'),
    })

    const refused = await refusal(
      manager.people.plan({ importId: read.id, mapping: { 0: 'externalId', 1: 'displayName' } }),
    )

    expect(refused).toMatchObject({ code: 'mapping-incomplete' })
    expect(refused.message).toContain('e-mail')
  })
})

describe('the directory', () => {
  test('finds people by every word of a search, filters, sorts and goes on page by page', async () => {
    const found = await manager.people.list({ search: 'programmer alex' })
    expect(found.rows.map(({ displayName }) => displayName)).toEqual(['Alexander James'])

    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await manager.people.list({ limit: 40, sort: 'level', ...(after && { after }) })
      seen.push(...page.rows.map(({ id }) => id))
      after = page.next ?? undefined
    } while (after)
    const { total } = await manager.people.list({})
    expect(seen).toHaveLength(total)
    expect(new Set(seen).size).toBe(total)
  })

  test('refuses a page that begins nowhere', async () => {
    const after = Buffer.from(JSON.stringify(['a', '-'.repeat(36)])).toString('base64url')

    expect(await refusal(manager.people.list({ after }))).toMatchObject({ code: 'invalid-request' })
  })

  test('shows somebody’s reporting line from the direct manager to the top', async () => {
    const james = (await manager.people.list({ search: 'Alexander James' })).rows[0]!

    const { managers, reports } = await manager.people.show({ personId: james.id })

    expect(managers.map(({ displayName }) => displayName)).toEqual(['Lex Garcia', 'Steven King'])
    expect(reports.length).toBeGreaterThanOrEqual(3)
  })

  test('and imports are for administrators and programme managers', async () => {
    const somebody = app.as(await app.person())
    const id = '00000000-0000-4000-8000-000000000000'
    const attempts: [string, string, unknown?][] = [
      ['GET', '/people'],
      ['GET', '/people/facets'],
      ['GET', `/people/${id}`],
      ['GET', '/people-imports'],
      ['POST', '/people-imports', formOf('a,b\n1,2\n')],
      ['GET', `/people-imports/${id}`],
      ['GET', `/people-imports/${id}/level-values?by=jobTitle&columns[email]=0`],
      ['PUT', `/people-imports/${id}/plan`, { mapping: {} }],
      ['GET', `/people-imports/${id}/changes`],
      ['GET', `/people-imports/${id}/problems`],
      ['GET', `/people-imports/${id}/problem-rows`],
      ['PUT', `/people-imports/${id}/application`],
      ['DELETE', `/people-imports/${id}/application`],
      ['DELETE', `/people-imports/${id}`],
    ]
    for (const [method, path, body] of attempts) {
      expect((await app.anonymous.request(method, path, body)).status, `${method} ${path}`).toBe(401)
      expect((await somebody.request(method, path, body)).status, `${method} ${path}`).toBe(403)
    }
  })
})

function formOf(csv: string): FormData {
  const form = new FormData()
  form.set('file', fileOf(csv))
  return form
}
