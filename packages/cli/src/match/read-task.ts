import type { DirectoryPerson } from '@viceversa/domain/people/import/plan/directory-person.ts'
import type { LevelBasis } from '@viceversa/domain/people/stated-levels.ts'
import type {
  MatchInput,
  MatchPerson,
  MatchSettings,
  PairOfIds,
  Rules,
  Seat,
} from '@viceversa/matching/types.ts'
import { type FileProblem, inWords, wrongFile, wrongUsage } from '../failure.ts'
import { choosePeople, type FileOfPeople } from '../files/choose-people.ts'
import { type WhoIs, whoIsAmong } from '../files/people-by-name.ts'
import { bytesOf, calledInMessages } from '../files/read-bytes.ts'
import { type Directory, openFile, readDirectory } from '../files/read-directory.ts'
import { type NamedPair, readPairsList } from '../files/read-lists.ts'
import { profileReader, type StatedProfile } from '../files/read-profile.ts'
import type { MatchOptions, PairsOption } from './match-options.ts'
import { counted } from './words.ts'

/** Everything that the files say, as the engine takes it, and what is needed to say the answer. */
export type MatchTask = {
  readonly input: MatchInput
  readonly settings: MatchSettings
  readonly nameOf: ReadonlyMap<string, PersonNamed>
  /** Themes, interests and ways of working as somebody wrote them. */
  readonly labels: ReadonlyMap<string, string>
  readonly rows: number
  readonly levelsFrom: LevelBasis
  /** What whoever runs it should know: cells that could not be used, defaults that were taken. */
  readonly notes: readonly string[]
  /** Rows of the file of pins, to name one that is refused. */
  readonly pinRows: ReadonlyMap<string, FileProblem>
}

export type PersonNamed = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly department: string | null
}

/**
 * Reads all files of a match.
 *
 * @param bytes - The people file, where it is not read from its path.
 * @throws {@link Failure} naming file, row, column and cure of what is wrong.
 */
export async function readTask(options: MatchOptions, bytes?: AsyncIterable<Uint8Array>): Promise<MatchTask> {
  const { delimiter, defaults } = options
  const opened = await openFile(options.peoplePath, bytes ?? bytesOf(options.peoplePath), {
    delimiter,
    named: options.columns,
  })
  const directory = await readDirectory(opened, { leaveOut: options.leaveOutBadRows })
  const whoIs = await whoIsAmong(directory.people)
  const labels = new Map<string, string>()
  const profilesOf = await readProfiles(options, { opened, rowOf: directory.rowOf }, whoIs, labels)

  const chosen = async (seat: Seat) =>
    choosePeople(
      { option: `--${seat}s`, seat, wanted: seat === 'mentor' ? options.mentors : options.leaders },
      directory.people,
      profilesOf.files,
      whoIs,
      delimiter,
    )
  const seats = { mentor: await chosen('mentor'), leader: await chosen('leader') }
  const lists = await readLists(options, whoIs)
  const settings = {
    objective: options.objective,
    pins: asPins(lists.pins, options.lists.pins, seats),
    bans: lists.bans
      .map(asPair)
      .filter(({ mentorId, leaderId }) => seats.mentor.has(mentorId) && seats.leader.has(leaderId)),
  }

  const known = profilesOf.known
  const someLanguages = known.has('languages') || defaults.languages.length > 0
  const rules = rulesFor(options, directory, someLanguages, [...seats.mentor, ...seats.leader])
  const people = (['mentor', 'leader'] as const).flatMap((seat) =>
    directory.people
      .filter(({ id }) => seats[seat].has(id))
      .map((person) => asParticipant(person, seat, profilesOf.of(person.id), options)),
  )
  return {
    input: {
      people,
      organisation: {
        managersOf: new Map(
          directory.people.map(({ id, managerId, matrixManagerId }) => [
            id,
            [managerId, matrixManagerId].filter((manager) => manager !== null),
          ]),
        ),
        hrDuties: directory.people.flatMap(({ id, hrContactId }) =>
          hrContactId ? [[hrContactId, id] as const] : [],
        ),
        appraises: lists.appraisals.map(({ ids }) => ids),
        conflicts: lists.conflicts.map(({ ids }) => ids),
        vetoes: lists.vetoes.map(({ ids }) => ids),
        earlierPairs: lists['earlier-pairs'].map(({ ids }) => ids),
      },
      rules,
      weights: options.weights,
      period: options.period,
      ...(options.hoursPerPair !== null && { hoursPerPair: options.hoursPerPair }),
    },
    settings,
    nameOf: new Map(
      directory.people.map(({ id, displayName: name, email, department }) => [
        id,
        { id, name, email, department },
      ]),
    ),
    labels,
    rows: opened.rows.length,
    levelsFrom: directory.levelsFrom,
    notes: notesOn(options, directory, known, opened.file, rules),
    pinRows: new Map(
      lists.pins.map((pair) => [
        keyOf(asPair(pair)),
        { file: calledInMessages(options.lists.pins ?? ''), row: pair.row, message: '' },
      ]),
    ),
  }
}

export function keyOf({ mentorId, leaderId }: PairOfIds): string {
  return `${mentorId}\n${leaderId}`
}

/** What both files say of everybody as a participant; the file of profiles comes first. */
async function readProfiles(
  options: MatchOptions,
  people: FileOfPeople,
  whoIs: WhoIs,
  labels: Map<string, string>,
) {
  const problems: FileProblem[] = []
  const label = (value: string, written: string) => {
    const before = labels.get(value)
    // Whichever way comes first in the alphabet, so that the order of rows does not matter.
    if (before === undefined || written < before) labels.set(value, written)
  }
  const reader = ({ opened }: FileOfPeople) =>
    profileReader(opened.file, opened.profileColumns, opened.rows, (problem) => problems.push(problem), label)

  const files = [people]
  if (options.profilesPath !== null) files.push(await openProfiles(options.profilesPath, options, whoIs))
  const stated = files.toReversed().map((file) => {
    const read = reader(file)
    return new Map([...file.rowOf].map(([id, row]) => [id, read(row as { row: number; cells: string[] })]))
  })
  if (problems.length > 0) throw wrongFile(...problems)
  return {
    files,
    known: new Set([
      ...files.flatMap(({ opened }) => [...opened.profileColumns.keys()]),
      ...Object.values(people.opened.mapping),
    ]),
    of: (id: string): StatedProfile =>
      Object.assign({}, ...stated.toReversed().map((profiles) => profiles.get(id) ?? {})),
  }
}

async function openProfiles(path: string, { delimiter }: MatchOptions, whoIs: WhoIs): Promise<FileOfPeople> {
  const opened = await openFile(path, bytesOf(path), { delimiter })
  const key = ['externalId', 'email']
    .map((field) => opened.columns.find(({ index }) => opened.mapping[index] === field))
    .find((column) => column !== undefined)
  if (!key)
    throw wrongFile({
      file: opened.file,
      message:
        'No column says whose profile a row is. Add one with the title “Employee ID” or “Work e-mail”.',
    })

  const rowOf = new Map<string, (typeof opened.rows)[number]>()
  const problems: FileProblem[] = []
  for (const row of opened.rows) {
    const cell = row.cells[key.index] ?? ''
    const at = { file: opened.file, row: row.row, column: key.header }
    for (const problem of row.problems) problems.push({ file: opened.file, ...problem })
    const id = whoIs(cell)?.id
    const before = id === undefined ? undefined : rowOf.get(id)
    if (id === undefined)
      problems.push({
        ...at,
        message: `“${cell}” is nobody in ${calledInMessages(path) === opened.file ? 'the people file' : opened.file}. Correct it, or take the row out.`,
      })
    else if (before)
      problems.push({
        ...at,
        message: `“${cell}” also stands in row ${before.row}. Keep one row per person.`,
      })
    else rowOf.set(id, row)
  }
  if (problems.length > 0) throw wrongFile(...problems)
  return { opened, rowOf }
}

const pairTitles = {
  mentor: ['mentor', 'mentor id', 'mentor number', 'mentor email', 'mentor employee id'],
  leader: ['leader', 'leader id', 'leader number', 'leader email', 'leader employee id'],
  appraiser: ['appraiser', 'manager'],
  person: ['person', 'appraised', 'employee'],
}

async function readLists(options: MatchOptions, whoIs: WhoIs): Promise<Record<PairsOption, NamedPair[]>> {
  const read = async (option: PairsOption): Promise<NamedPair[]> => {
    const path = options.lists[option]
    if (path === null) return []
    const titles =
      option === 'appraisals'
        ? ([pairTitles.appraiser, pairTitles.person] as const)
        : ([pairTitles.mentor, pairTitles.leader] as const)
    return readPairsList(path, whoIs, titles, options.delimiter)
  }
  return {
    pins: await read('pins'),
    bans: await read('bans'),
    vetoes: await read('vetoes'),
    'earlier-pairs': await read('earlier-pairs'),
    conflicts: await read('conflicts'),
    appraisals: await read('appraisals'),
  }
}

function asPair({ ids: [mentorId, leaderId] }: NamedPair): PairOfIds {
  return { mentorId, leaderId }
}

/** A pin must name a mentor and a leader, or somebody would wait for a pair that cannot come. */
function asPins(
  pins: readonly NamedPair[],
  path: string | null,
  seats: Readonly<Record<Seat, ReadonlySet<string>>>,
) {
  const problems = pins.flatMap(({ row, ids: [mentor, leader] }): FileProblem[] => {
    const file = calledInMessages(path ?? '')
    if (!seats.mentor.has(mentor))
      return [
        {
          file,
          row,
          message: `“${mentor}” is not among the mentors. Correct the pin, or choose them with --mentors.`,
        },
      ]
    if (!seats.leader.has(leader))
      return [
        {
          file,
          row,
          message: `“${leader}” is not among the leaders. Correct the pin, or choose them with --leaders.`,
        },
      ]
    return []
  })
  if (problems.length > 0) throw wrongFile(...problems)
  return pins.map(asPair)
}

function asParticipant(
  { id, level, department, site, timeZone }: DirectoryPerson,
  seat: Seat,
  profile: StatedProfile,
  { defaults }: MatchOptions,
): MatchPerson {
  return {
    id,
    seat,
    level,
    department,
    site,
    languages: profile.languages ?? defaults.languages,
    offers: profile.offers ?? [],
    wants: profile.wants ?? [],
    interests: profile.interests ?? [],
    workStyle: profile.workStyle ?? [],
    timeZone: timeZone ?? defaults.timeZone,
    availability: profile.availability ?? defaults.availability,
    capacity: profile.capacity ?? defaults.capacity,
    hoursAMonth: profile.hoursAMonth ?? null,
  }
}

/**
 * A rule on something that no file knows would let no pair through. Languages are then left aside; levels are what the
 * programme is about, so there a person decides.
 */
function rulesFor(
  { rules, rulesSet, peoplePath }: MatchOptions,
  { people }: Directory,
  someLanguages: boolean,
  ids: readonly string[],
): Rules {
  const chosen = new Set(ids)
  if (rules.levelGap.on && people.every(({ id, level }) => !chosen.has(id) || level === null)) {
    throw wrongFile({
      file: calledInMessages(peoplePath),
      message:
        'Nobody’s level is known, so the rule level-gap lets no pair through. Add a column with each person’s manager (or name it with --column "managerId=Title"), or run with --rule level-gap=off.',
    })
  }
  if (someLanguages) return rules
  if (rulesSet.has('sharedLanguage') && rules.sharedLanguage.on)
    throw wrongUsage(
      '--rule shared-language: no file has a column of languages. Add one, or say what everybody speaks with --languages en.',
    )
  return { ...rules, sharedLanguage: { on: false } }
}

const NOTES_SHOWN = 5

function notesOn(
  options: MatchOptions,
  directory: Directory,
  known: ReadonlySet<string>,
  file: string,
  rules: Rules,
): string[] {
  const notes: string[] = []
  if (directory.rowsLeftOut > 0 && options.leaveOutBadRows)
    notes.push(`${file}: ${counted(directory.rowsLeftOut, 'row')} left out.`)
  notes.push(...directory.notes.slice(0, NOTES_SHOWN).map((note) => inWords({ file, ...note })))
  const more = directory.notes.length - NOTES_SHOWN
  if (more > 0) notes.push(`${file}: ${counted(more, 'more note')} of this kind.`)

  if (options.rules.sharedLanguage.on && !rules.sharedLanguage.on)
    notes.push(
      'No column of languages: everybody is taken to understand everybody. Say otherwise with --languages.',
    )
  if (!known.has('timeZone'))
    notes.push(`No column of time zones: ${options.defaults.timeZone} is taken for everybody (--time-zone).`)
  if (!known.has('availability'))
    notes.push(
      'No column of hours: the same hours are taken for everybody (--hours, Mon-Fri 9-17 unless told).',
    )
  if (!known.has('offers') && !known.has('wants'))
    notes.push('No columns of themes: nobody has points for goals. Add the columns “Offers” and “Wants”.')
  if (options.hoursPerPair !== null && !known.has('hoursAMonth'))
    notes.push('--hours-per-pair limits nobody: no column says “Hours a month”.')
  return notes
}
