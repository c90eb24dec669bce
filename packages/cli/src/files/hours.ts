const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const dayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const STRETCH = /^([a-z]+(?:\s*[-–/,]\s*[a-z]+)*)\s+(\d{1,2})(?::00)?\s*[-–]\s*(\d{1,2})(?::00)?$/

/**
 * Reads `Mon 9-12; Tue-Thu 13-17; Fri 9-12, Sat 10-11` as hours of the week (0 is Monday 00:00 to 01:00), or `null`.
 *
 * Days may be a span (`Mon-Fri`) or a list (`Mon,Wed`); hours are whole, in the person's own time.
 */
export function readHours(text: string): number[] | null {
  const hours = new Set<number>()
  for (const stretch of text.toLowerCase().split(/[;|\n]|(?<=\d)\s*,/)) {
    if (stretch.trim() === '') continue
    const [, on = '', first, last] = STRETCH.exec(stretch.trim()) ?? []
    const [from, to] = [Number(first), Number(last)]
    const onDays = daysIn(on)
    if (!onDays || !(from < to && to <= 24)) return null
    for (const day of onDays) for (let hour = from; hour < to; hour++) hours.add(day * 24 + hour)
  }
  return [...hours].sort((a, b) => a - b)
}

function daysIn(text: string): number[] | null {
  const found: number[] = []
  for (const part of text.split(/[,/]/)) {
    const [first, last, ...more] = part.split(/[-–]/).map((name) => dayOf(name.trim()))
    if (first === undefined || first < 0 || more.length > 0) return null
    const until = last ?? first
    if (until < first) return null
    for (let day = first; day <= until; day++) found.push(day)
  }
  return found
}

function dayOf(name: string): number {
  return days.includes(name) ? days.indexOf(name) : dayNames.indexOf(name)
}
