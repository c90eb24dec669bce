import type { Me, MySeat } from '@viceversa/domain/accounts/contract.ts'

const STORAGE_KEY = 'viceversa.seat'

/** The address that a seat opens with. */
export function homeOfSeat(seat: MySeat): string {
  if (seat.seat !== 'mentor' && seat.seat !== 'leader') return `/programmes/${seat.programmeId}`
  const pairId = seat.pairIds[0]
  return seat.enrolmentState === 'ready' && pairId
    ? `/pairs/${pairId}`
    : `/programmes/${seat.programmeId}/join`
}

/**
 * The seat somebody sits in on a page: one of the page's own programme or pair, and of several the one they chose last.
 *
 * @param path - Pathname such as `/programmes/7/pairs`.
 * @param chosen - What `seatKey` gave for the seat chosen last.
 */
export function seatAt(seats: readonly MySeat[], path: string, chosen: string | null): MySeat | undefined {
  const here = seatsOf(seats, path)
  const candidates = here.length > 0 ? here : seats
  return candidates.find((seat) => seatKey(seat) === chosen) ?? candidates[0]
}

function seatsOf(seats: readonly MySeat[], path: string): readonly MySeat[] {
  const [, room, id, page] = path.split('/')
  if (room === 'pairs') return seats.filter(({ pairIds }) => pairIds.includes(id ?? ''))
  if (room !== 'programmes') return []
  const inProgramme = seats.filter(({ programmeId }) => programmeId === id)
  const joining = inProgramme.filter(isParticipant)
  const running = inProgramme.filter((seat) => !isParticipant(seat))
  // The page for joining is a participant's, every other page of a programme its team's.
  return page === 'join' ? joining : running.length > 0 ? running : inProgramme
}

export function isParticipant({ seat }: MySeat): boolean {
  return seat === 'mentor' || seat === 'leader'
}

export function seatKey({ programmeId, seat }: MySeat): string {
  return `${programmeId}/${seat}`
}

/** Where somebody lands who asked for nothing in particular; null when there is nothing for them yet. */
export function homeOf(me: Me, chosen: string | null): string | null {
  const seat = seatAt(me.seats, '/', chosen)
  if (seat) return homeOfSeat(seat)
  return me.managesPeople ? '/people' : null
}

export function chosenSeat(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY)
  } catch {
    return null
  }
}

export function chooseSeat(seat: MySeat): void {
  try {
    localStorage.setItem(STORAGE_KEY, seatKey(seat))
  } catch {
    // Without storage the page's own programme decides.
  }
}
