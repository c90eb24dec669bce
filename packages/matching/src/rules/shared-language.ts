import { bitRows, countCommon, numbered } from '../bit-rows.ts'
import type { Field } from '../field.ts'
import type { MatchPerson } from '../types.ts'
import type { Rule } from './rule.ts'

/** The two have a language in common, whatever the region: `en-GB` meets `en-US`. */
export function sharedLanguage({ mentors, leaders, input }: Field): Rule {
  const spokenByMentors = mentors.map(languagesOf)
  const spokenByLeaders = leaders.map(languagesOf)
  const numbers = numbered(spokenByMentors, spokenByLeaders)
  const mentorBits = bitRows(spokenByMentors, numbers)
  const leaderBits = bitRows(spokenByLeaders, numbers)

  return {
    name: 'sharedLanguage',
    on: input.rules.sharedLanguage.on,
    isBroken: (mentor, leader) => countCommon(mentorBits, mentor, leaderBits, leader) === 0,
    fact: (mentor, leader) => {
      const alsoSpoken = new Set(spokenByLeaders[leader])
      const shared = [...new Set(spokenByMentors[mentor])].filter((language) => alsoSpoken.has(language))
      return { rule: 'sharedLanguage', shared: shared.sort() }
    },
  }
}

/** The first subtag of a BCP 47 tag (RFC 5646, section 2.2.1), in lower case as tags are compared without case. */
export function languagesOf({ languages }: MatchPerson): string[] {
  return languages.map((tag) => tag.split('-')[0]!.toLowerCase())
}
