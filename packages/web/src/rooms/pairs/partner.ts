import type { Pair } from '@viceversa/domain/pairs/contract.ts'

/** The other one of the two, and the seat they sit in. */
export function partnerOf({ mySeat, mentor, leader }: Pair) {
  return mySeat === 'mentor'
    ? ({ ...leader, seat: 'leader' } as const)
    : ({ ...mentor, seat: 'mentor' } as const)
}

export function meIn({ mySeat, mentor, leader }: Pair) {
  return mySeat === 'mentor'
    ? ({ ...mentor, seat: 'mentor' } as const)
    : ({ ...leader, seat: 'leader' } as const)
}

/** "claims analyst, Leeds": what stands beside a role; empty when nothing is known. */
export function placeOf({ jobTitle, site }: { jobTitle: string | null; site: string | null }): string {
  return [jobTitle, site].filter(Boolean).join(', ')
}
