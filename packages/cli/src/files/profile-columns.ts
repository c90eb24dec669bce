import type { ColumnTitle } from '@viceversa/domain/people/import/columns/guess-columns.ts'
import { normaliseHeader } from '@viceversa/domain/people/import/columns/normalise-header.ts'

/** What a column can say of a participant that no HR export knows. */
export const profileFields = [
  'offers',
  'wants',
  'languages',
  'availability',
  'capacity',
  'hoursAMonth',
  'interests',
  'workStyle',
] as const
export type ProfileField = (typeof profileFields)[number]

/** Where each field stands in a file, with the title that people see. */
export type ProfileColumns = ReadonlyMap<ProfileField, ColumnTitle>

/** Titles as `normaliseHeader` writes them, so capitals, accents and hyphens do not matter. */
export const profileWords: Readonly<Record<ProfileField, readonly string[]>> = {
  offers: [
    'offers',
    'offer',
    'offered',
    'themes offered',
    'offered themes',
    'themes i offer',
    'can offer',
    'gives',
  ],
  wants: [
    'wants',
    'want',
    'wanted',
    'themes wanted',
    'wanted themes',
    'themes i want',
    'wants to learn',
    'goals',
  ],
  languages: [
    'languages',
    'language',
    'spoken languages',
    'sprachen',
    'sprache',
    'langues',
    'langue',
    'idiomas',
    'idioma',
  ],
  availability: ['availability', 'available', 'available hours', 'hours', 'hours of the week', 'free hours'],
  capacity: ['capacity', 'pairs', 'pairs at most', 'seats', 'partners'],
  hoursAMonth: ['hours a month', 'hours per month', 'monthly hours'],
  interests: ['interests', 'interest', 'hobbies'],
  workStyle: ['work style', 'working style', 'work styles', 'ways of working', 'way of working'],
}

/** The profile columns of a file by their titles; of two with the same meaning the first. */
export function findProfileColumns(columns: readonly ColumnTitle[]): Map<ProfileField, ColumnTitle> {
  const found = new Map<ProfileField, ColumnTitle>()
  for (const column of columns) {
    const titles = [normaliseHeader(column.header), normaliseHeader(column.key)]
    const field = profileFields.find((each) => titles.some((title) => profileWords[each].includes(title)))
    if (field && !found.has(field)) found.set(field, column)
  }
  return found
}
