import { type RuleName, type Rules, SCORE_PER_POINT } from '@viceversa/matching/types.ts'
import { cut, type Screen, wrapped } from '../screen/screen.ts'
import type { MatchAnswer } from './match-answer.ts'
import type { MatchTask } from './read-task.ts'
import { LEFT_OVER_EXPLAINED } from './solve.ts'
import {
  counted,
  levelWords,
  objectiveWords,
  partFlags,
  proofWords,
  ruleFlags,
  ruleInWords,
} from './words.ts'

const PAIRS_SHOWN = 12
const LEFT_OVER_SHOWN = 12
const LABEL = 14

/** The answer for people: figures, pairs, who has none and why, what the rules keep apart. */
export function summary(
  answer: MatchAnswer,
  task: MatchTask,
  { explain, written }: { explain: boolean; written: string | null },
  screen: Screen,
): string {
  const { figures, people, leftOver } = answer
  const line = (label: string, text: string) => `  ${screen.dim(label.padEnd(LABEL))}${text}`
  return [
    screen.bold(
      `${counted(figures.pairs, 'pair')} from ${counted(people.mentors, 'mentor')} and ${counted(people.leaders, 'leader')}`,
    ),
    '',
    line('With a pair', `${figures.peoplePaired} of ${people.mentors + people.leaders}`),
    line(
      'Average fit',
      figures.average === null
        ? 'none'
        : `${points(figures.average)} of 100, lowest ${points(figures.lowest!)}`,
    ),
    line('Objective', objectiveWords[answer.objective]),
    line('Levels', levelWords[task.levelsFrom]),
    line('Certificate', `${screen.good('verified: yes')} (${proofWords[answer.objective]})`),
    ...(written === null ? [] : [line('Written to', written)]),
    ...pairLines(answer, explain, written, screen),
    ...leftOverLines(answer, task.input.rules, explain, screen),
    ...ruleLines(answer, task.input.rules, screen),
    ...relaxedLines(answer, screen),
    ...(leftOver.length > 0 && !explain
      ? ['', screen.dim('Add --explain for what would help each of them, and what each rule costs.')]
      : []),
    '',
  ].join('\n')
}

function pairLines(
  { pairs }: MatchAnswer,
  explain: boolean,
  written: string | null,
  { width, bold, dim }: Screen,
): string[] {
  if (pairs.length === 0) return []
  const shown = explain || !Number.isFinite(width) ? pairs : pairs.slice(0, PAIRS_SHOWN)
  const column = Number.isFinite(width)
    ? Math.floor((width - 12) / 2)
    : Math.max(...pairs.flatMap(({ mentor, leader }) => [mentor, leader].map((one) => called(one).length)))
  const lines = shown.flatMap(
    ({ mentor, leader, score, pinned, leaderLearns, mentorGetsBack, sharedMinutes, points: won }) => [
      `  ${cut(called(mentor), column).padEnd(column)}  ${cut(called(leader), column).padEnd(column)}  ${points(score).padStart(5)}`,
      ...(explain
        ? [
            `    learns ${listed(leaderLearns)}; gives back ${listed(mentorGetsBack)}; ${Math.floor(sharedMinutes / 6) / 10} h shared a week${pinned ? '; pinned' : ''}`,
            `    ${Object.entries(partFlags)
              .map(([part, flag]) => `${flag} ${points(won[part as keyof typeof won])}`)
              .join(', ')}`,
          ].map((text) => dim(Number.isFinite(width) ? wrapped(text.trim(), width, 4) : text))
        : []),
    ],
  )
  const more = pairs.length - shown.length
  return [
    '',
    `${bold('Mentor'.padEnd(column + 2))}  ${bold('Leader'.padEnd(column))}  ${bold('  Fit')}`,
    ...lines,
    ...(more > 0
      ? [
          dim(
            `  and ${more} more${written === null ? '; write all of them with --out pairs.csv' : ` in ${written}`}`,
          ),
        ]
      : []),
  ]
}

function leftOverLines({ leftOver }: MatchAnswer, rules: Rules, explain: boolean, screen: Screen): string[] {
  if (leftOver.length === 0) return []
  return [
    '',
    screen.bold(`Without a pair: ${leftOver.length}`),
    ...(explain ? oneByOne(leftOver, rules, screen) : byReason(leftOver, screen)),
    ...(explain && leftOver.length > LEFT_OVER_EXPLAINED
      ? [screen.dim(`  What would help was looked for the first ${LEFT_OVER_EXPLAINED}.`)]
      : []),
  ]
}

type LeftOverPerson = MatchAnswer['leftOver'][number]

function oneByOne(leftOver: readonly LeftOverPerson[], rules: Rules, { width, dim }: Screen): string[] {
  return leftOver.flatMap((person) => [
    `  ${person.seat === 'mentor' ? 'Mentor' : 'Leader'} ${called(person)}`,
    wrapped(reasonInWords(person, 'one'), width, 4),
    ...(person.inTheWay ?? []).map((each) => dim(wrapped(inTheWayInWords(each, rules), width, 4))),
  ])
}

/** People with the same reason stand together, so that a sentence is read once. */
function byReason(leftOver: readonly LeftOverPerson[], { width, dim }: Screen): string[] {
  const groups = Map.groupBy(leftOver, ({ seat, reason, seatLimit }) => `${seat} ${reason} ${seatLimit}`)
  return [...groups.values()].flatMap((group) => {
    const shown = Number.isFinite(width) ? group.slice(0, LEFT_OVER_SHOWN) : group
    const more = group.length - shown.length
    const names = shown.map(called).join(', ') + (more > 0 ? ` and ${more} more; --json names all` : '')
    return [
      wrapped(`${counted(group.length, group[0]!.seat)}: ${reasonInWords(group[0]!, 'several')}`, width, 2),
      dim(wrapped(names, width, 4)),
    ]
  })
}

function reasonInWords({ seat, reason, seatLimit, allowed }: LeftOverPerson, who: 'one' | 'several'): string {
  const [other, others] = seat === 'mentor' ? ['leader', 'leaders'] : ['mentor', 'mentors']
  switch (reason) {
    case 'no-capacity':
      return seatLimit === 'hours'
        ? 'Their hours a month are too few for one pair. Ask for more, or lower --hours-per-pair.'
        : 'Their capacity is 0. Raise it if they want a pair.'
    case 'nobody-there':
      return `There is no other ${other}. Choose more with --${others}.`
    case 'nobody-allowed':
      return `The rules and bans leave them no ${other}.${who === 'one' ? '' : ' --explain says which stand in the way.'}`
    default:
      return `${who === 'one' ? counted(allowed, `possible ${other}`) : `Possible ${others} are there`}, whose seats serve the whole better elsewhere. More ${others}, or a higher capacity, would help.`
  }
}

function inTheWayInWords(
  { rule, broken, alone, wouldMeet }: NonNullable<MatchAnswer['leftOver'][number]['inTheWay']>[number],
  rules: Rules,
): string {
  const help =
    rule === 'veto'
      ? 'not to be relaxed'
      : wouldMeet
        ? `without it for them alone: ${called(wouldMeet)}`
        : alone > 0
          ? 'without it still no pair'
          : 'never alone in the way'
  return `${ruleInWords(rule, rules)}: in the way of ${broken}, ${help}`
}

function ruleLines({ rules, candidates }: MatchAnswer, set: Rules, { bold, dim }: Screen): string[] {
  const counts = rules.filter(({ on, broken }) => on && broken > 0)
  const widest = Math.max(...counts.map(({ rule }) => ruleInWords(rule, set).length), 30)
  return [
    '',
    bold(
      `Possible pairs: ${number(candidates.possible)}, allowed by all rules: ${number(candidates.allowed)}`,
    ),
    ...(counts.length === 0
      ? []
      : [dim(`  ${'kept apart by'.padEnd(widest)}  ${'pairs'.padStart(9)}  ${'by it alone'.padStart(11)}`)]),
    ...counts.map(
      ({ rule, broken, alone }) =>
        `  ${ruleInWords(rule, set).padEnd(widest)}  ${number(broken).padStart(9)}  ${number(alone).padStart(11)}`,
    ),
  ]
}

function relaxedLines({ relaxed, figures, pairs }: MatchAnswer, { bold, dim }: Screen): string[] {
  if (!relaxed?.length) return []
  const name = (rule: RuleName, to: 'off' | number) => `--rule ${ruleFlags[rule]}=${to}`
  return [
    '',
    bold('What relaxing one rule for everybody would give'),
    dim(
      `  ${'run again with'.padEnd(30)}  ${'pairs'.padStart(12)}  ${'people'.padStart(12)}  ${'fit'.padStart(5)}`,
    ),
    ...relaxed.map(
      ({ rule, to, pairs: would, people, average }) =>
        `  ${name(rule, to).padEnd(30)}  ${change(would, pairs.length).padStart(12)}  ${change(people, figures.peoplePaired).padStart(12)}  ${(average === null ? '–' : points(average)).padStart(5)}`,
    ),
    ...(relaxed.some(({ rule }) => rule === 'reportingLine')
      ? [dim('  The reporting line is there to protect people: think twice.')]
      : []),
  ]
}

function change(would: number, now: number): string {
  return would === now ? `${would} (same)` : `${would} (${would > now ? '+' : '−'}${Math.abs(would - now)})`
}

function called({ id, name }: { id: string; name: string }): string {
  return `${name} (${id})`
}

function listed(values: readonly string[]): string {
  return values.length === 0 ? 'nothing asked for' : values.join(', ')
}

function points(score: number): string {
  return (score / SCORE_PER_POINT).toFixed(1)
}

function number(value: number): string {
  return value.toLocaleString('en')
}
