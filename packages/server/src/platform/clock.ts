/** Where the time comes from. Rules take the time as an argument; use cases ask this clock once. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }
