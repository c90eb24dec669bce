import type { Part, PartName, Score } from '../types.ts'

/** One part of the fit, prepared for a field. Mentor and leader are given by their index in it. */
export type ScorePart = {
  readonly name: PartName
  /** Whole points won, from 0 to what is possible. */
  points(mentor: number, leader: number): Score
  /** The points with what they rest on. */
  explain(mentor: number, leader: number): Part
}

/** `possible × won / outOf`, rounded down. Exact: all three are whole numbers far below 2^53. */
export function share(possible: Score, won: number, outOf: number): Score {
  return Math.floor((possible * won) / outOf)
}

/** Values of `wanted` that are also `offered`, each once, in the order of `wanted`. */
export function inCommon(wanted: readonly string[], offered: readonly string[]): string[] {
  const there = new Set(offered)
  return [...new Set(wanted)].filter((value) => there.has(value))
}
