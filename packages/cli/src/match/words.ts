import type { LevelBasis } from '@viceversa/domain/people/stated-levels.ts'
import type { Objective, PartName, RuleName, Rules } from '@viceversa/matching/types.ts'

/** What options call the rules. */
export const ruleFlags: Readonly<Record<RuleName, string>> = {
  reportingLine: 'reporting-line',
  levelGap: 'level-gap',
  appraisal: 'appraisal',
  conflict: 'conflict',
  veto: 'veto',
  earlierPair: 'earlier-pair',
  sharedHours: 'shared-hours',
  sharedLanguage: 'shared-language',
}

/** What options call the parts of the fit. */
export const partFlags: Readonly<Record<PartName, string>> = {
  goals: 'goals',
  workStyle: 'work-style',
  department: 'department',
  time: 'time',
}

/** A rule as it is set: "level gap of 2", "2 shared hours". */
export function ruleInWords(rule: RuleName, rules: Rules): string {
  switch (rule) {
    case 'levelGap':
      return `level gap of ${rules.levelGap.minimum} or more`
    case 'sharedHours':
      return `${rules.sharedHours.minimumHours} shared hours a week`
    case 'reportingLine':
      return 'reporting line'
    case 'appraisal':
      return 'appraisal or HR duty'
    case 'conflict':
      return 'declared conflict'
    case 'veto':
      return 'veto'
    case 'earlierPair':
      return 'earlier pair'
    case 'sharedLanguage':
      return 'shared language'
  }
}

export const objectiveWords: Readonly<Record<Objective, string>> = {
  'most-people': 'most people, then the best total fit',
  'best-fit': 'the best total fit',
  generous: 'most people, then as few poor fits as possible',
  stable: 'nobody would rather swap',
}

/** What the certificate says where it has been checked. */
export const proofWords: Readonly<Record<Objective, string>> = {
  'most-people': 'no other set of pairs is better',
  'best-fit': 'no other set of pairs is better',
  generous: 'no other set of pairs is better',
  stable: 'no two would rather have each other',
}

export const levelWords: Readonly<Record<LevelBasis, string>> = {
  'reporting-lines': 'from the reporting lines',
  'stated-low-is-top': 'from the grades of the file, 1 at the top',
  'stated-high-is-top': 'from the grades of the file, the highest at the top',
  chosen: 'as chosen',
}

/** "1 mentor", "2 mentors". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}
