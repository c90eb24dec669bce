/**
 * What a solver gets, in plain arrays: mentors and leaders with seats, allowed pairs with weights. Pairs of mentor i are
 * `start[i]` to `start[i + 1] - 1`, leaders ascending. Pins are already taken out with their seats; blocked and
 * forbidden pairs are absent.
 */
export type Instance = {
  readonly start: Int32Array
  readonly leader: Int32Array
  /** 1 to 100 000. */
  readonly weight: Int32Array
  readonly mentorSeats: Int32Array
  readonly leaderSeats: Int32Array
}

/**
 * - `std`: mentors have one or two seats, leaders one to three.
 * - `unit`: everybody has one seat, so both sides are equally scarce: the hardest.
 * - `hot`: as `std` with half as many leaders, and demand crowded on fewer topics.
 */
export const kinds = ['std', 'unit', 'hot'] as const
export type Kind = (typeof kinds)[number]
