import type { CommonGround } from './contract.ts'

/** What of a profile can be common ground. Never level, department or anything about the body or origin of a person. */
export type GroundProfile = {
  readonly offers: readonly string[]
  readonly wants: readonly string[]
  readonly workStyle: readonly string[]
  readonly interests: readonly string[]
  readonly languages: readonly string[]
}

export const MOST_POINTS = 3

/**
 * Up to three points that a mentor and a leader have in common (rule R14), the ones that start a conversation best first:
 * a theme one wants and the other offers, an interest, a way of working, then what the mentor gets back, further themes,
 * interests and ways of working, and a language besides the organisation's own.
 *
 * One of each kind before a second of any. The same two profiles always give the same points, in the order in which the
 * leader's or the mentor's own list names them.
 */
export function commonGround(
  mentor: GroundProfile,
  leader: GroundProfile,
  organisationLanguage: string,
): CommonGround[] {
  const points = {
    theme: both(leader.wants, mentor.offers),
    interest: both(mentor.interests, leader.interests),
    'work-style': both(mentor.workStyle, leader.workStyle),
    'give-back': both(mentor.wants, leader.offers),
    language: both(primary(mentor.languages), primary(leader.languages)).filter(
      (language) => language !== primary([organisationLanguage])[0],
    ),
  }
  const kinds = Object.keys(points) as (keyof typeof points)[]
  const longest = Math.max(...kinds.map((kind) => points[kind].length))
  const ranked = Array.from({ length: longest }, (_, rank) =>
    kinds.flatMap((kind): CommonGround[] => {
      const value = points[kind][rank]
      return value === undefined ? [] : [{ kind, value }]
    }),
  )
  return ranked.flat().slice(0, MOST_POINTS)
}

function both(first: readonly string[], second: readonly string[]): string[] {
  const others = new Set(second)
  return [...new Set(first)].filter((value) => others.has(value))
}

/** `pt` for `pt-BR` and `pt-PT`: those two understand each other. */
function primary(languages: readonly string[]): string[] {
  return languages.map((language) => language.split('-')[0]!.toLowerCase())
}
