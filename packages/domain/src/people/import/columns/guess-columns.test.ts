import { describe, expect, test } from 'vitest'
import { guessColumns } from './guess-columns.ts'

function guess(titles: readonly string[], ...rows: readonly string[][]) {
  const columns = titles.map((title, index) => ({ index, key: title, header: title }))
  return Object.fromEntries(
    guessColumns(columns, rows).map((column) => [column.header, column.sensitive ?? column.guess]),
  )
}

describe('guessing columns', () => {
  test('looks at the values as well: Title is a salutation here and a job there (R6)', () => {
    expect(guess(['Title', 'Name'], ['Ms', 'Ann Lee'], ['Mr', 'Bo Ek'])).toMatchObject({ Title: 'gender' })
    expect(guess(['Title', 'Name'], ['Clerk', 'Ann Lee'], ['Cook', 'Bo Ek'])).toMatchObject({
      Title: 'jobTitle',
    })
  })

  test('knows the manager by number, e-mail or name from what the column holds', () => {
    const names = ['ID', 'Name', 'E-mail', 'Manager']
    expect(
      guess(names, ['1', 'Ann Lee', 'a@example.com', ''], ['2', 'Bo Ek', 'b@example.com', '1']),
    ).toMatchObject({ Manager: 'managerId' })
    expect(
      guess(names, ['1', 'Ann Lee', 'a@example.com', ''], ['2', 'Bo Ek', 'b@example.com', 'a@example.com']),
    ).toMatchObject({ Manager: 'managerEmail' })
    expect(
      guess(names, ['1', 'Ann Lee', 'a@example.com', ''], ['2', 'Bo Ek', 'b@example.com', 'Ann Lee']),
    ).toMatchObject({ Manager: 'managerName' })
  })

  test('speaks French and Spanish too', () => {
    expect(
      guess(
        ['Matricule', 'Nom', 'Prénom', 'Courriel', 'Poste', 'Service'],
        ['1', 'Petit', 'Zoé', 'z@example.com', 'Chef', 'Achats'],
      ),
    ).toEqual({
      Matricule: 'externalId',
      Nom: 'familyName',
      Prénom: 'givenName',
      Courriel: 'email',
      Poste: 'jobTitle',
      Service: 'department',
    })
    expect(
      guess(
        ['Nombre', 'Apellidos', 'Correo electrónico', 'Puesto', 'Departamento', 'Jefe'],
        ['Ana', 'Ruiz', 'a@example.com', 'Jefa', 'TI', 'Eva Sol'],
      ),
    ).toEqual({
      Nombre: 'givenName',
      Apellidos: 'familyName',
      'Correo electrónico': 'email',
      Puesto: 'jobTitle',
      Departamento: 'department',
      Jefe: 'managerName',
    })
  })

  test.each([
    ['Gender', 'gender'],
    ['Geburtsdatum', 'birth date or age'],
    ['Nationality', 'nationality'],
    ['Ethnic Group', 'ethnicity'],
    ['Religion', 'religion or belief'],
    ['Schwerbehinderung', 'health or disability'],
    ['Annual Salary', 'pay'],
    ['Marital Status', 'family status'],
    ['SSN', 'national number'],
    ['Home Phone', 'private contact details'],
    ['DATEOFBIRTH', 'birth date or age'],
    ['Salaire', 'pay'],
  ])('drops %s by default, names it as %s and shows none of its values (R6)', (title, kind) => {
    const [column] = guessColumns([{ index: 0, key: title, header: title }], [['secret'], ['other']])

    expect(column).toMatchObject({ sensitive: kind, guess: 'ignore', examples: [] })
  })

  test.each([
    'Manager',
    'Language',
    'Department',
    'Home department',
    'Percentage',
    'Message',
    'Management Level',
  ])('does not take %s for a sensitive column', (title) => {
    expect(guessColumns([{ index: 0, key: title, header: title }], [['x']])[0]?.sensitive).toBeNull()
  })

  test('takes no column for two fields and no field for two columns', () => {
    const guesses = Object.values(
      guess(['Email', 'E-mail address', 'Work email'], ['a@example.com', 'b@example.com', 'c@example.com']),
    )

    expect(guesses.filter((field) => field === 'email')).toHaveLength(1)
  })
})
