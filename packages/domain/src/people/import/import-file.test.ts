import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withoutPause } from './breath.ts'
import { levelValues } from './plan/level-values.ts'
import { carriedOut, importText, oracleFile, readForLevels } from './testing/import-text.ts'

const sentences = (problems: readonly { row: number; column: string | null; message: string }[]) =>
  problems.map(({ row, column, message }) => `Row ${row}, ${column}: ${message}`)

describe('importing the 107 people of a real HR export', () => {
  test('needs no help: every column is sure, every manager found, no row left out (R5)', async () => {
    const { columns, plan } = await importText(oracleFile())

    expect(columns.map(({ guess, confidence }) => `${guess} ${confidence}`)).toEqual(
      [
        'externalId',
        'givenName',
        'familyName',
        'email',
        'jobTitle',
        'department',
        'site',
        'country',
        'hireDate',
        'managerId',
      ].map((field) => `${field} sure`),
    )
    expect(plan.counts).toEqual({
      rows: 107,
      created: 107,
      updated: 0,
      unchanged: 0,
      missing: 0,
      skipped: 0,
      problems: 0,
      notes: 0,
    })
    expect(
      plan.created.filter(({ after }) => after.managerId === null).map(({ after }) => after.displayName),
    ).toEqual(['Steven King'])
  })

  test('computes levels 1 to 4 from the reporting lines (R8)', async () => {
    const { plan } = await importText(oracleFile())

    const levels = plan.created.map(({ after }) => after.level)
    expect([1, 2, 3, 4].map((level) => levels.filter((each) => each === level).length)).toEqual([
      1, 14, 82, 10,
    ])
  })

  test('changes nothing the second time (R5)', async () => {
    const first = (await importText(oracleFile())).plan
    const { plan } = await importText(oracleFile(), { directory: carriedOut(first) })

    expect(plan.counts).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 107,
      missing: 0,
      problems: 0,
      notes: 0,
    })
  })
})

describe('importing from', () => {
  test('SuccessFactors reads keys, NO_MANAGER, leading zeros, leavers and HR contacts, and drops gender (R5, R6)', async () => {
    const { columns, plan } = await importText(
      [
        'STATUS,USERID,USERNAME,FIRSTNAME,LASTNAME,GENDER,EMAIL,MANAGER,HR,DEPARTMENT,TIMEZONE,DEFAULT_LOCALE,HIREDATE,TITLE',
        'Status,User ID,Username,First Name,Last Name,Gender,Email,Manager,Human Resource,Department,Time Zone,Locale,Hire Date,Title',
        'active,0001,ann,Ann,Lee,F,ann@example.com,NO_MANAGER,NO_HR,Board,US/Eastern,en_US,02/25/2019,"Chief, all"',
        'active,0002,bo,Bo,Ek,M,bo@example.com,0001,0001,IT,W. Europe Standard Time,sv_SE,03/04/2020,Engineer',
        'inactive,0003,cy,Cy,Oz,M,cy@example.com,0001,NO_HR,IT,Europe/Berlin,de_DE,03/05/2020,Engineer',
      ].join('\n'),
    )

    expect(columns.find(({ header }) => header === 'Gender')).toMatchObject({
      guess: 'ignore',
      sensitive: 'gender',
      examples: [],
    })
    expect(plan.problems).toEqual([])
    expect(plan.created.map(({ after }) => after)).toMatchObject([
      {
        externalId: '0001',
        managerId: null,
        level: 1,
        timeZone: 'America/New_York',
        language: 'en-US',
        hireDate: '2019-02-25',
        jobTitle: 'Chief, all',
      },
      {
        externalId: '0002',
        managerId: 'new-3',
        hrContactId: 'new-3',
        level: 2,
        timeZone: 'Europe/Berlin',
        language: 'sv-SE',
        hireDate: '2020-03-04',
      },
    ])
    expect(plan.counts).toMatchObject({ created: 2, skipped: 1 })
  })

  test('BambooHR takes the one of two supervisor numbers that its employee numbers answer (R5, R6)', async () => {
    const { columns, plan } = await importText(
      [
        'Employee #,First name,Last name,Preferred name,Job title,Work email,Department,Division,Location,Supervisor,Supervisor ID,Supervisor EID,Hire date,Birth date,Pay rate',
        '11,Ann,Lee,,CEO,ann@example.com,Board,HQ,Oslo,,,,12/31/2015,1970-01-01,1',
        '12,Robert,Ek,Bob,Lead,bo@example.com,IT,HQ,Oslo,Ann Lee,9001,11,01/02/2016,1980-01-01,2',
        '13,Cy,Oz,,Clerk,cy@example.com,IT,HQ,Oslo,Bob Ek,9002,12,01/13/2016,1990-01-01,3',
      ].join('\n'),
    )

    expect(columns.filter(({ sensitive }) => sensitive).map(({ header }) => header)).toEqual([
      'Birth date',
      'Pay rate',
    ])
    expect(columns.find(({ guess }) => guess === 'managerId')?.header).toBe('Supervisor EID')
    expect(plan.problems).toEqual([])
    expect(
      plan.created.map(({ after }) => [after.displayName, after.managerId, after.level, after.hireDate]),
    ).toEqual([
      ['Ann Lee', null, 1, '2015-12-31'],
      ['Bob Ek', 'new-2', 2, '2016-01-02'],
      ['Cy Oz', 'new-3', 3, '2016-01-13'],
    ])
  })

  test('Workday takes names in one piece and levels as text (R5)', async () => {
    const { plan } = await importText(
      [
        'Employee_ID,Full_Name,primaryWorkEmail,businessTitle,Management Level,Manager_ID,Manager_Name,Supervisory Organization,Location,Worker Type,hireDate',
        'W1,"Lee, Ann",ann@example.com,CEO,Grade 9,,,Board,Lisbon,Regular,2015-01-01',
        'W2,"Ek, Bo",bo@example.com,VP,Grade 7,W1,"Lee, Ann",IT,Lisbon,Regular,2016-01-01',
        'W3,"Oz, Cy",cy@example.com,Clerk,Grade 4,W2,"Ek, Bo",IT,Lisbon,Contingent,2017-01-01',
      ].join('\n'),
    )

    expect(plan.levelBasis).toBe('stated-high-is-top')
    expect(
      plan.created.map(({ after }) => [
        after.displayName,
        after.familyName,
        after.levelLabel,
        after.level,
        after.department,
      ]),
    ).toEqual([
      ['Ann Lee', 'Lee', 'Grade 9', 1, 'Board'],
      ['Bo Ek', 'Ek', 'Grade 7', 2, 'IT'],
      ['Cy Oz', 'Oz', 'Grade 4', 3, 'IT'],
    ])
  })

  test('Personio in German finds supervisors by name (R5)', async () => {
    const { columns, plan } = await importText(
      [
        'Vorname;Nachname;E-Mail;Position;Abteilung;Büro;Vorgesetzter;Eintrittsdatum;Status;Geschlecht;Geburtsdatum',
        'Änne;Groß;aenne@example.com;Leitung;Vorstand;Köln;;01.02.2015;Aktiv;w;01.01.1970',
        'Bo;Ek;bo@example.com;Einkäufer;Einkauf;Köln;Änne Groß;13.05.2016;Aktiv;m;01.01.1980',
      ].join('\n'),
    )

    expect(columns.map(({ guess }) => guess)).toEqual([
      'givenName',
      'familyName',
      'email',
      'jobTitle',
      'department',
      'site',
      'managerName',
      'hireDate',
      'status',
      'ignore',
      'ignore',
    ])
    expect(plan.problems).toEqual([])
    expect(plan.created[1]?.after).toMatchObject({
      managerId: 'new-2',
      level: 2,
      hireDate: '2016-05-13',
      status: 'active',
    })
  })
})

describe('a row that cannot be imported', () => {
  const titles = 'Employee ID,First Name,Last Name,Work Email,Manager ID'

  test('says which two rows share a number or an address', async () => {
    const { plan } = await importText(
      `${titles}\n1,Ann,Lee,ann@example.com,\n2,Bo,Ek,ANN@example.com,\n3,Cy,Oz,cy@example.com,\n3,Di,Ra,di@example.com,\n`,
    )

    expect(plan.counts).toMatchObject({ created: 0, skipped: 4, problems: 4 })
    expect(sentences(plan.problems)).toEqual([
      'Row 2, Work Email: The e-mail address “ann@example.com” also stands in row 3. Give each person their own, or take out the row that is one too many.',
      'Row 3, Work Email: The e-mail address “ann@example.com” also stands in row 2. Give each person their own, or take out the row that is one too many.',
      'Row 4, Employee ID: The personnel number “3” also stands in row 5. Give each person their own, or take out the row that is one too many.',
      'Row 5, Employee ID: The personnel number “3” also stands in row 4. Give each person their own, or take out the row that is one too many.',
    ])
  })

  test('names everybody in a circle of managers, and lets the others in without calling them the top (R7, R8)', async () => {
    const { plan } = await importText(
      `${titles}\n1,Ann,Lee,ann@example.com,2\n2,Bo,Ek,bo@example.com,1\n3,Cy,Oz,cy@example.com,2\n`,
    )

    const circle =
      'The reporting line goes in a circle: Ann Lee (row 2) reports to Bo Ek (row 3), Bo Ek (row 3) to Ann Lee (row 2). Correct the manager of one of them.'
    expect(sentences(plan.problems)).toEqual([
      `Row 2, Manager ID: ${circle}`,
      `Row 3, Manager ID: ${circle}`,
      'Row 4, Manager ID: The manager “2” stands in row 3, which is left out. Mend that row first.',
    ])
    expect(plan.created.map(({ after }) => [after.displayName, after.managerId, after.level])).toEqual([
      ['Cy Oz', null, null],
    ])
  })

  test('is one with a formula, but not one with a name or number that merely begins like one', async () => {
    const rows = [
      '=HYPERLINK(""http://evil.example"")',
      "+cmd|' /C calc'!A0",
      '@SUM(1+1)',
      '=1+1',
      '-Ana',
      '=Lee',
      '@home',
    ].map((name, i) => `${i},"${name}",Lee,p${i}@example.com,`)
    const { plan } = await importText(`${titles}\n${rows.join('\n')}\n`)

    expect(plan.problems.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual(
      [2, 3, 4, 5].map((row) => `${row} First Name formula`),
    )
    expect(plan.problems[0]?.message).toBe(
      '“=HYPERLINK("http://evil.example")” is a formula. Replace it with the text it stands for.',
    )
    expect(plan.created.map(({ after }) => after.givenName)).toEqual(['-Ana', '=Lee', '@home'])
  })

  test('says what is missing, and other cells it cannot read are only noted', async () => {
    const { plan } = await importText(
      `${titles},Time Zone,Language,Status,Hire Date\n1,Ann,Lee,,,,,,\n2,Bo,Ek,bo@,,,,,\n3,,,cy@example.com,,,,,\n4,Di,Ra,di@example.com,99,EST,Klingonish,odd,31/02/2020\n5,Ed,Wu,ed@example.com,5,Berlin,German,terminated,\n`,
    )

    expect(sentences(plan.problems)).toEqual([
      'Row 2, Work Email: This row has no work e-mail address. Fill it in: invitations go there.',
      'Row 3, Work Email: “bo@” is not an e-mail address. Write it like name@example.com.',
      'Row 4, Last Name: This row has no name. Fill it in.',
      expect.stringMatching(/^Row 5, Hire Date: This date does not exist/),
      'Row 5, Language: “Klingonish” is not a language we know. Write it like “English” or “en”.',
      'Row 5, Manager ID: The manager “99” is nobody we know: no row and nobody in the directory has this number. Add that person or correct the cell.',
      'Row 5, Status: “odd” is not a status we know. Write “active” or “left”.',
      'Row 5, Time Zone: “EST” does not name one time zone. Write it like “Europe/Lisbon”.',
    ])
    expect(plan.created.map(({ after }) => [after.displayName, after.level, after.timeZone])).toEqual([
      ['Di Ra', null, null],
    ])
  })
})

describe('importing again', () => {
  const titles = 'ID,Name,Email,Dept,Manager ID'
  const first = `${titles}\n01,Ann Lee,ann@example.com,Board,\n02,Bo Ek,bo@example.com,IT,01\n03,Cy Oz,cy@example.com,IT,02\n`

  test('shows what changes field by field, and names people instead of ids', async () => {
    const directory = carriedOut((await importText(first)).plan)
    const { plan } = await importText(
      `${titles}\n01,Ann Lee,ann@example.com,Board,\n02,Bo Ek,bo@example.com,IT,01\n03,Cy Oz,cy@example.com,Sales,01\n`,
      { directory },
    )

    expect(plan.updated.map(({ row, changes }) => ({ row, changes }))).toEqual([
      {
        row: 4,
        changes: [
          { field: 'department', before: 'IT', after: 'Sales' },
          { field: 'managerId', before: 'Bo Ek', after: 'Ann Lee' },
          { field: 'level', before: '3', after: '2' },
        ],
      },
    ])
  })

  test('leaves alone whom the file does not name, unless told that they have left', async () => {
    const directory = carriedOut((await importText(first)).plan)
    const shorter = `${titles}\n01,Ann Lee,ann@example.com,Board,\n02,Bo Ek,bo@example.com,IT,01\n`

    const kept = (await importText(shorter, { directory })).plan
    expect(kept.missing.map(({ before, changes }) => [before.displayName, changes])).toEqual([['Cy Oz', []]])
    const gone = (await importText(shorter, { directory, markMissingAsLeft: true })).plan
    expect(gone.missing[0]?.changes).toEqual([{ field: 'status', before: 'active', after: 'left' }])
    const protectedPlan = (
      await importText(shorter, { directory, markMissingAsLeft: true, stay: new Set(['new-4']) })
    ).plan
    expect(protectedPlan.counts.missing).toBe(0)
  })

  test('keeps the zeros that a spreadsheet has eaten, and refuses an address that is somebody else’s', async () => {
    const directory = carriedOut((await importText(first)).plan)
    const { plan } = await importText(
      `${titles}\n1,Ann Lee,ann@example.com,Board,\n2,Bo Ek,bo@example.com,IT,1\n9,Di Ra,cy@example.com,IT,1\n`,
      { directory },
    )

    expect(plan.counts).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
    expect(sentences(plan.problems)).toEqual([
      'Row 4, Email: “cy@example.com” belongs to Cy Oz (number 03) in the directory. Correct the address or the personnel number of this row.',
    ])
  })
})

describe('levels given by hand', () => {
  const titles = 'ID,Name,Email,Job Title,Grade,Manager ID'
  const file = [
    titles,
    '1,Ann Lee,ann@example.com,Chief executive,Band 1,',
    '2,Bo Ek,bo@example.com,Assistant,Band 5,1',
    '3,Cy Oz,cy@example.com,Head of IT,Band 2,1',
    '4,Di Ra,di@example.com,Clerk,,3',
    '5,Ed Wu,ed@example.com,clerk,Band 5,77',
  ].join('\n')
  const levelsOf = (people: readonly { displayName: string; level: number | null }[]) =>
    Object.fromEntries(people.map(({ displayName, level }) => [displayName, level]))

  test('to job titles hold in the plan, and the others stand where their line says (R8)', async () => {
    const { plan } = await importText(file, {
      choices: { levels: { by: 'jobTitle', levelOf: { assistant: 4, clerk: 5 } } },
    })

    expect(plan.levelBasis).toBe('chosen')
    expect(levelsOf(carriedOut(plan))).toEqual({
      'Ann Lee': 1,
      'Bo Ek': 4,
      'Cy Oz': 2,
      'Di Ra': 5,
      'Ed Wu': 5,
    })
  })

  test('to grades hold in the same way (R8)', async () => {
    const { plan } = await importText(file, {
      choices: { levels: { by: 'level', levelOf: { 'band 5': 6 } } },
    })

    expect(levelsOf(carriedOut(plan))).toEqual({
      'Ann Lee': 1,
      'Bo Ek': 6,
      'Cy Oz': 2,
      'Di Ra': 3,
      'Ed Wu': 6,
    })
  })

  test('are shown as changes of their own, the same file again changes nothing, and without them levels go back', async () => {
    const choices = { levels: { by: 'jobTitle', levelOf: { assistant: 4 } } } as const
    const before = carriedOut((await importText(file)).plan)

    const { plan } = await importText(file, { directory: before, choices })
    expect(plan.updated.map(({ row, changes }) => ({ row, changes }))).toEqual([
      { row: 3, changes: [{ field: 'level', before: '2', after: '4' }] },
    ])

    const after = carriedOut(plan, before)
    const again = (await importText(file, { directory: after, choices })).plan
    expect(again.counts).toMatchObject({ created: 0, updated: 0, unchanged: 5 })
    expect(carriedOut((await importText(file, { directory: after })).plan, after)).toEqual(before)
  })

  test('stay with people whom a later file does not name, and call nobody the top by mistake (R8)', async () => {
    const choices = { levels: { by: 'jobTitle', levelOf: { assistant: 4, clerk: 5 } } } as const
    const directory = carriedOut((await importText(file, { choices })).plan)
    const next = `${titles}\n\n\n\n\n\n6,Flo Paz,flo@example.com,Porter,,5\n`

    const { plan } = await importText(next, { directory, choices })

    expect(plan.updated).toEqual([])
    // Ed's own manager is nobody we know, so nobody knows how far from the top his report stands.
    expect(plan.created.map(({ after }) => [after.displayName, after.level])).toEqual([['Flo Paz', null]])
  })

  test('are suggested from the reporting lines, the commonest title first', async () => {
    const { columns, mapping, read } = await readForLevels(file)

    const suggested = (by: 'jobTitle' | 'level') =>
      levelValues(
        { read, directory: [], columns: { externalId: 'ID', email: 'Email' }, idFor: (row) => `new-${row}` },
        by,
        withoutPause,
      )

    expect(columns.map(({ index }) => mapping[index])).toContain('level')
    expect(await suggested('jobTitle')).toEqual({
      total: 4,
      values: [
        { value: 'Clerk', people: 2, level: 3, spread: null },
        { value: 'Assistant', people: 1, level: 2, spread: null },
        { value: 'Chief executive', people: 1, level: 1, spread: null },
        { value: 'Head of IT', people: 1, level: 2, spread: null },
      ],
    })
    expect((await suggested('level')).values[0]).toEqual({
      value: 'Band 5',
      people: 2,
      level: 2,
      spread: null,
    })
  })

  test('say how far a title is spread', async () => {
    const lines = ['1,A A,a@example.com,Lead,,', '2,B B,b@example.com,Lead,,1', '3,C C,c@example.com,Lead,,2']
    const { read } = await readForLevels([titles, ...lines].join('\n'))

    const { values } = await levelValues(
      { read, directory: [], columns: { externalId: 'ID', email: 'Email' }, idFor: (row) => `new-${row}` },
      'jobTitle',
      withoutPause,
    )

    expect(values).toEqual([{ value: 'Lead', people: 3, level: 1, spread: { highest: 1, lowest: 3 } }])
  })
})

describe('dates that can be read two ways', () => {
  const dated = (...dates: string[]) =>
    `ID,Name,Email,Hire Date\n${dates.map((date, i) => `${i},P${i} Lee,p${i}@example.com,${date}`).join('\n')}\n`
  const hireDates = (plan: { created: readonly { after: { hireDate: string | null } }[] }) =>
    plan.created.map(({ after }) => after.hireDate)

  test('are read day first and noted, unless a person says otherwise', async () => {
    const open = dated('03/04/2025', '05/05/2025')

    const assumed = (await importText(open)).plan
    expect(hireDates(assumed)).toEqual(['2025-04-03', '2025-05-05'])
    expect(sentences(assumed.problems)).toEqual([
      'Row 2, Hire Date: Dates such as 03/04/2025 can be read two ways. They are read day first; choose the other order where the columns are set, or write them like 2026-09-14.',
    ])

    const chosen = (await importText(open, { choices: { dateOrder: 'month-first' } })).plan
    expect(hireDates(chosen)).toEqual(['2025-03-04', '2025-05-05'])
    expect(chosen.problems).toEqual([])
  })

  test('leave a row out that contradicts what was chosen, and say how to mend it', async () => {
    const { plan } = await importText(dated('03/04/2025', '25/04/2025'), {
      choices: { dateOrder: 'month-first' },
    })

    expect(hireDates(plan)).toEqual(['2025-03-04'])
    expect(plan.counts).toMatchObject({ created: 1, skipped: 1, problems: 1 })
    expect(sentences(plan.problems)).toEqual([
      'Row 3, Hire Date: “25/04/2025” can only be read day first, and the dates of this column are read month first. Write it like 2025-04-25, or choose day first for the column.',
    ])
  })

  test('follow the commoner order where a column holds both, and the others are left out', async () => {
    const { plan } = await importText(dated('25/04/2025', '26/04/2025', '04/27/2025'))

    expect(hireDates(plan)).toEqual(['2025-04-25', '2025-04-26'])
    expect(plan.problems.map(({ row, code, kind }) => ({ row, code, kind }))).toEqual([
      { row: 4, code: 'date-order', kind: 'problem' },
    ])
  })

  test('are no question where one date of the column settles it', async () => {
    const { plan } = await importText(dated('03/04/2025', '04/25/2025'))

    expect(hireDates(plan)).toEqual(['2025-03-04', '2025-04-25'])
    expect(plan.problems).toEqual([])
  })
})

describe('any organisation', () => {
  /** Person i reports to somebody before them, by number. */
  const organisation = fc
    .integer({ min: 1, max: 25 })
    .chain((size) =>
      fc.tuple(
        fc.array(fc.nat(), { minLength: size, maxLength: size }),
        fc.shuffledSubarray([...Array(size).keys()], { minLength: size, maxLength: size }),
      ),
    )

  test('imported twice changes nothing, and the order of its rows makes no difference to who reports to whom', async () => {
    await fc.assert(
      fc.asyncProperty(organisation, async ([picks, order]) => {
        const lines = picks.map((pick, i) => {
          const manager = i === 0 ? '' : `N${pick % i}`
          return `N${i},P${i} Family,p${i}@example.com,${manager}`
        })
        const sorted = (await importText(`ID,Name,Email,Manager\n${lines.join('\n')}\n`)).plan
        const shuffled = (
          await importText(`ID,Name,Email,Manager\n${order.map((i) => lines[i]).join('\n')}\n`)
        ).plan

        const managers = (plan: typeof sorted) => {
          const everybody = carriedOut(plan)
          const byId = new Map(everybody.map((person) => [person.id, person.externalId]))
          return new Map(
            everybody.map(({ externalId, managerId, level }) => [
              externalId,
              `${managerId && byId.get(managerId)} ${level}`,
            ]),
          )
        }
        expect(managers(shuffled)).toEqual(managers(sorted))
        const again = await importText(`ID,Name,Email,Manager\n${lines.join('\n')}\n`, {
          directory: carriedOut(shuffled),
        })
        expect(again.plan.counts).toMatchObject({ created: 0, updated: 0, unchanged: lines.length })
      }),
      { numRuns: 60 },
    )
  })
})
