import type { Lists } from '../numbers/lists.ts'
import type { Numbers } from '../numbers/numbers.ts'
import { LEADER_COUNTS, MENTOR_COUNTS } from '../score/goals.ts'
import { COMFORTABLE_MINUTES } from '../score/time.ts'
import type { ByTheme, LeaderBlock } from './leader-block.ts'
import type { Row } from './row.ts'

/**
 * How well the allowed pairs of a row fit, by the same formulas as the parts in `score/`, which say what they mean.
 *
 * What two people have in common is counted from the mentor's side: each theme adds one to everybody who names it too, so
 * that pairs with nothing in common cost nothing.
 */
export class RowScores {
  readonly score: Int32Array
  readonly mentorScore: Int32Array
  readonly leaderScore: Int32Array

  readonly #numbers: Numbers
  readonly #block: LeaderBlock
  readonly #leaderGets: Uint16Array
  readonly #mentorGets: Uint16Array
  readonly #interests: Uint16Array
  readonly #workStyle: Uint16Array
  readonly #timePoints: Int32Array

  constructor(numbers: Numbers, block: LeaderBlock) {
    const slots = 32 * block.words
    this.#numbers = numbers
    this.#block = block
    this.score = new Int32Array(slots)
    this.mentorScore = new Int32Array(slots)
    this.leaderScore = new Int32Array(slots)
    this.#leaderGets = new Uint16Array(slots)
    this.#mentorGets = new Uint16Array(slots)
    this.#interests = new Uint16Array(slots)
    this.#workStyle = new Uint16Array(slots)
    this.#timePoints = Int32Array.from({ length: COMFORTABLE_MINUTES + 1 }, (_, minutes) =>
      Math.floor((numbers.possiblePoints.time * minutes) / COMFORTABLE_MINUTES),
    )
  }

  /** Scores of the pairs that the row has just found, in its order. */
  of(mentor: number, { count, slot, minutes }: Row): void {
    const { mentors, possiblePoints } = this.#numbers
    const { department, wants, interests, workStyle } = this.#block
    const { goals, department: forDepartment, workStyle: forStyle } = possiblePoints
    const { score, mentorScore, leaderScore } = this
    const leaderGets = this.#leaderGets
    const mentorGets = this.#mentorGets
    const timePoints = this.#timePoints
    this.#findCommon(mentor)

    const ownDepartment = mentors.department[mentor]!
    const mentorWants = sizeOf(mentors.wants, mentor)
    const ownInterests = sizeOf(mentors.interests, mentor)
    const ownStyles = sizeOf(mentors.workStyle, mentor)

    for (let i = 0; i < count; i++) {
      const s = slot[i]!
      let others = timePoints[minutes[i]!]!

      const theirs = department[s]!
      if (ownDepartment >= 0 && theirs >= 0 && theirs !== ownDepartment) others += forDepartment

      const a = ownInterests > 0 && interests.sizes[s]! > 0 ? ownInterests + interests.sizes[s]! : 0
      const b = ownStyles > 0 && workStyle.sizes[s]! > 0 ? ownStyles + workStyle.sizes[s]! : 0
      const likeA = 2 * this.#interests[s]!
      const likeB = 2 * this.#workStyle[s]!
      if (likeA + likeB > 0) {
        if (a === 0) others += Math.floor((forStyle * likeB) / b)
        else if (b === 0) others += Math.floor((forStyle * likeA) / a)
        else others += Math.floor((forStyle * (likeA * b + likeB * a)) / (2 * a * b))
      }

      const forLeader = leaderGets[s]!
      const forMentor = mentorGets[s]!
      let both = 0
      let leaderAlone = 0
      let mentorAlone = 0
      if (forLeader + forMentor > 0) {
        const leaderWants = wants.sizes[s]!
        if (forLeader > 0) leaderAlone = Math.floor((goals * forLeader) / leaderWants)
        if (forMentor > 0) mentorAlone = Math.floor((goals * forMentor) / mentorWants)
        if (mentorWants === 0) both = leaderAlone
        else if (leaderWants === 0) both = mentorAlone
        else {
          const won = LEADER_COUNTS * forLeader * mentorWants + MENTOR_COUNTS * forMentor * leaderWants
          both = Math.floor((goals * won) / ((LEADER_COUNTS + MENTOR_COUNTS) * leaderWants * mentorWants))
        }
      }
      score[i] = others + both
      mentorScore[i] = others + mentorAlone
      leaderScore[i] = others + leaderAlone
    }
  }

  #findCommon(mentor: number): void {
    const { mentors } = this.#numbers
    const { wants, offers, interests, workStyle } = this.#block
    countCommon(mentors.offers, mentor, wants, this.#leaderGets)
    countCommon(mentors.wants, mentor, offers, this.#mentorGets)
    countCommon(mentors.interests, mentor, interests, this.#interests)
    countCommon(mentors.workStyle, mentor, workStyle, this.#workStyle)
  }
}

function countCommon(lists: Lists, mentor: number, { slots }: ByTheme, common: Uint16Array): void {
  const { start, value } = slots
  common.fill(0)
  for (let at = lists.start[mentor]!; at < lists.start[mentor + 1]!; at++) {
    const theme = lists.value[at]!
    const end = start[theme + 1]!
    for (let i = start[theme]!; i < end; i++) common[value[i]!]!++
  }
}

function sizeOf({ start }: Lists, person: number): number {
  return start[person + 1]! - start[person]!
}
