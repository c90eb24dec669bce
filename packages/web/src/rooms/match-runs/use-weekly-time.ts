import { useLingui } from '@lingui/react/macro'
import { useFormat } from '../../platform/Formatting.tsx'

const MINUTES_A_DAY = 24 * 60

/** "Tuesday 07:30 to 09:30" for a stretch that starts so many minutes after Monday 00:00. */
export function useWeeklyTime(): (start: number, minutes: number) => string {
  const { t } = useLingui()
  const format = useFormat()
  const weekdays = format.weekdays('long')
  return (start, minutes) => {
    const weekday = weekdays[Math.floor(start / MINUTES_A_DAY) % 7] ?? ''
    return t`${weekday} ${clock(start)} to ${clock(start + minutes)}`
  }
}

function clock(minutes: number): string {
  const ofDay = minutes % MINUTES_A_DAY
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${pad(Math.floor(ofDay / 60))}:${pad(ofDay % 60)}`
}
