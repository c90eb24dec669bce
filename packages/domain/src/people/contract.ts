import { z } from 'zod'
import { errorsOf, operation } from '../problem.ts'
import { day, id, instant, pageOf, pageRequest, participantSeat, personCard } from '../wire.ts'
import { peopleProblems } from './problems.ts'

export const directoryRow = personCard.extend({
  email: z.string(),
  familyName: z.string(),
  level: z.number().int().nullable(),
  managerId: id.nullable(),
  managerName: z.string().nullable(),
  status: z.enum(['active', 'left']),
  /** Where this person stands in the programme that the list was asked for, if any. */
  inProgramme: z
    .object({
      seat: participantSeat,
      state: z.enum(['invited', 'consented', 'ready']),
      matched: z.boolean(),
    })
    .nullable(),
})
export type DirectoryRow = z.infer<typeof directoryRow>

export const directoryFilter = z.object({
  search: z.string().trim().max(200).optional(),
  department: z.string().max(200).optional(),
  site: z.string().max(200).optional(),
  minimumLevel: z.coerce.number().int().min(1).optional(),
  maximumLevel: z.coerce.number().int().min(1).optional(),
  status: z.enum(['active', 'left']).optional(),
  programmeId: id.optional(),
  /** With `programmeId`: only people who are, or are not, in that programme. */
  enrolled: z.enum(['yes', 'no']).optional(),
})

export const person = directoryRow.omit({ inProgramme: true }).extend({
  externalId: z.string().nullable(),
  division: z.string().nullable(),
  country: z.string().nullable(),
  language: z.string().nullable(),
  timeZone: z.string().nullable(),
  hireDate: day.nullable(),
  levelLabel: z.string().nullable(),
  /** From the direct manager up to the top. */
  managers: z.array(personCard),
  reports: z.array(personCard),
})

/** What a column of the file can be; the sensitive kinds are dropped unless asked for, which we never do (rule R6). */
export const importField = z.enum([
  'externalId',
  'email',
  'givenName',
  'familyName',
  'displayName',
  'preferredName',
  'jobTitle',
  'department',
  'division',
  'site',
  'country',
  'level',
  'managerId',
  'managerEmail',
  'managerName',
  'matrixManagerId',
  'hrContactId',
  'timeZone',
  'language',
  'status',
  'hireDate',
  'ignore',
])
export type ImportField = z.infer<typeof importField>

/** Which of two numbers in 03/04/2025 is the day. */
export const dateOrder = z.enum(['day-first', 'month-first'])
export type DateOrder = z.infer<typeof dateOrder>

/** Different values of one column that can be given a level; far more than any organisation has job titles. */
const MOST_LEVEL_VALUES = 5_000

/** Columns whose values can be given a level by hand. */
export const levelField = z.enum(['jobTitle', 'level'])
export type LevelField = z.infer<typeof levelField>

/** Levels given by hand to values of one column, 1 = top. Whoever has another value stands where the reporting lines say. */
export const levelChoice = z.object({
  by: levelField,
  /** By value as `comparableValue` writes it. */
  levelOf: z
    .record(z.string().min(1).max(500), z.number().int().min(1).max(99))
    .refine((levels) => Object.keys(levels).length <= MOST_LEVEL_VALUES, 'Too many values.'),
})
export type LevelChoice = z.infer<typeof levelChoice>

/** What a person decides about reading a file, besides what each column is. */
export const importChoices = z.object({
  /** `null`: from the grades of the file where they tell the same story as the reporting lines, else from those. */
  levels: levelChoice.nullable(),
  /** `null`: as the dates of the column tell, and day first where they do not. */
  dateOrder: dateOrder.nullable(),
})
export type ImportChoices = z.infer<typeof importChoices>

export const importColumn = z.object({
  index: z.number().int(),
  header: z.string(),
  /** Up to three values as they stand in the file; none for a sensitive column. */
  examples: z.array(z.string()),
  guess: importField,
  confidence: z.enum(['sure', 'likely', 'unsure']),
  /** Named kind of a sensitive column, such as "gender"; its values are never stored. */
  sensitive: z.string().nullable(),
  /** Where dates of the column can be read two ways: the order that is assumed, and how one of them reads in each. */
  dates: z
    .object({
      assumed: dateOrder,
      example: z.string(),
      /** `null`: no calendar has that day. */
      dayFirst: day.nullable(),
      monthFirst: day.nullable(),
    })
    .nullable()
    .default(null),
})
export type ImportColumn = z.infer<typeof importColumn>

export const importProblem = z.object({
  row: z.number().int(),
  column: z.string().nullable(),
  code: z.string(),
  /** What is wrong and how to mend it. */
  message: z.string(),
  /** A note lets the row through; a problem leaves the row out. */
  kind: z.enum(['problem', 'note']),
})
export type ImportProblem = z.infer<typeof importProblem>

export const importCounts = z.object({
  rows: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  missing: z.number().int(),
  skipped: z.number().int(),
  problems: z.number().int(),
  notes: z.number().int(),
})

export const importStates = [
  'read',
  'planning',
  'planned',
  'applying',
  'applied',
  'undone',
  'cancelled',
  'failed',
] as const

export const peopleImport = z.object({
  id,
  fileName: z.string(),
  state: z.enum(importStates),
  createdAt: instant,
  createdBy: z.string().nullable(),
  format: z.object({
    encoding: z.string(),
    delimiter: z.string(),
    headerRows: z.number().int(),
    system: z.string().nullable(),
  }),
  columns: z.array(importColumn),
  /** Column index to field; starts from the guess or from the remembered mapping. */
  mapping: z.record(z.string(), importField),
  mappingRemembered: z.boolean(),
  choices: importChoices,
  markMissingAsLeft: z.boolean(),
  progress: z.object({ phase: z.string(), done: z.number().int(), of: z.number().int() }).nullable(),
  counts: importCounts.nullable(),
  /** In words, when the state is `failed`. */
  failure: z.string().nullable(),
  appliedAt: instant.nullable(),
  canBeUndone: z.boolean(),
})
export type PeopleImport = z.infer<typeof peopleImport>

export const importChange = z.object({
  row: z.number().int().nullable(),
  kind: z.enum(['created', 'updated', 'missing']),
  name: z.string(),
  email: z.string(),
  changes: z.array(
    z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
})
export type ImportChange = z.infer<typeof importChange>

/** Values of a column that can be given a level, cut off where no list of people goes. */
export const levelValues = z.object({
  values: z.array(
    z.object({
      value: z.string(),
      people: z.number().int(),
      /** The commonest level of these people by their reporting lines, the higher of two as common; `null`: not known. */
      level: z.number().int().nullable(),
      /** The highest and the lowest of their levels, where they differ. */
      spread: z.object({ highest: z.number().int(), lowest: z.number().int() }).nullable(),
    }),
  ),
  total: z.number().int(),
})
export type LevelValues = z.infer<typeof levelValues>

const tags = ['People']
const importId = z.object({ importId: id })

export const peopleContract = {
  list: operation
    .route({ method: 'GET', path: '/people', tags, summary: 'The directory' })
    .input(
      pageRequest.extend(directoryFilter.shape).extend({
        sort: z.enum(['name', 'department', 'site', 'level', 'jobTitle']).default('name'),
        direction: z.enum(['ascending', 'descending']).default('ascending'),
      }),
    )
    .output(pageOf(directoryRow)),
  facets: operation
    .route({
      method: 'GET',
      path: '/people/facets',
      tags,
      summary: 'Departments, sites and levels to filter by',
    })
    .output(
      z.object({
        total: z.number().int(),
        departments: z.array(z.object({ value: z.string(), count: z.number().int() })),
        sites: z.array(z.object({ value: z.string(), count: z.number().int() })),
        levels: z.array(z.object({ value: z.number().int(), count: z.number().int() })),
      }),
    ),
  show: operation
    .route({
      method: 'GET',
      path: '/people/{personId}',
      tags,
      summary: 'One person with their reporting line',
    })
    .input(z.object({ personId: id }))
    .output(person),
  imports: operation
    .route({ method: 'GET', path: '/people-imports', tags, summary: 'Imports so far, the newest first' })
    .output(z.array(peopleImport.omit({ columns: true, mapping: true, choices: true }))),
  readFile: operation
    .route({
      method: 'POST',
      path: '/people-imports',
      successStatus: 201,
      tags,
      summary: 'Read a file: columns are guessed, nothing is changed',
    })
    .errors(errorsOf(peopleProblems, 'file-not-readable'))
    .input(z.object({ file: z.file() }))
    .output(peopleImport),
  showImport: operation
    .route({ method: 'GET', path: '/people-imports/{importId}', tags, summary: 'Where an import stands' })
    .input(importId)
    .output(peopleImport),
  levelValues: operation
    .route({
      method: 'GET',
      path: '/people-imports/{importId}/level-values',
      tags,
      summary:
        'The different values of one column, the commonest first, and the levels of the people who have them',
    })
    .errors(errorsOf(peopleProblems, 'import-not-ready', 'mapping-incomplete'))
    .input(
      importId.extend({
        by: levelField,
        /** The mapping the other way round, as an address can hold it: the column of each field. */
        columns: z.partialRecord(importField, z.coerce.number().int().min(0)),
      }),
    )
    .output(levelValues),
  plan: operation
    .route({
      method: 'PUT',
      path: '/people-imports/{importId}/plan',
      successStatus: 202,
      tags,
      summary: 'Dry run with this mapping: what would be created, changed, skipped',
    })
    .errors(errorsOf(peopleProblems, 'import-not-ready', 'mapping-incomplete'))
    .input(
      importId.extend({
        mapping: z.record(z.string(), importField),
        choices: importChoices.default({ levels: null, dateOrder: null }),
        markMissingAsLeft: z.boolean().default(false),
      }),
    )
    .output(peopleImport),
  changes: operation
    .route({
      method: 'GET',
      path: '/people-imports/{importId}/changes',
      tags,
      summary: 'What the dry run would do',
    })
    .input(
      pageRequest
        .extend(importId.shape)
        .extend({ kind: z.enum(['created', 'updated', 'missing']).optional() }),
    )
    .output(pageOf(importChange)),
  problems: operation
    .route({
      method: 'GET',
      path: '/people-imports/{importId}/problems',
      tags,
      summary: 'Rows that need a look',
    })
    .input(pageRequest.extend(importId.shape))
    .output(pageOf(importProblem)),
  problemFile: operation
    .route({
      method: 'GET',
      path: '/people-imports/{importId}/problem-rows',
      tags,
      summary: 'The rows left out, as CSV with the reason per row',
    })
    .input(importId)
    .output(z.file()),
  apply: operation
    .route({
      method: 'PUT',
      path: '/people-imports/{importId}/application',
      successStatus: 202,
      tags,
      summary: 'Carry out what the dry run showed',
    })
    .errors(errorsOf(peopleProblems, 'import-not-ready', 'import-running'))
    .input(importId)
    .output(peopleImport),
  undo: operation
    .route({
      method: 'DELETE',
      path: '/people-imports/{importId}/application',
      tags,
      summary: 'Put the directory back to what it was before this import',
    })
    .errors(errorsOf(peopleProblems, 'import-cannot-be-undone'))
    .input(importId)
    .output(peopleImport),
  cancel: operation
    .route({
      method: 'DELETE',
      path: '/people-imports/{importId}',
      successStatus: 204,
      tags,
      summary: 'Stop and forget',
    })
    .errors(errorsOf(peopleProblems, 'import-not-ready'))
    .input(importId),
}
