import { Trans, useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useFormat } from '../platform/Formatting.tsx'
import styles from './AvailabilityGrid.module.css'
import {
  freeTimes,
  HOURS_A_DAY,
  type HourOfWeek,
  hoursBetween,
  officeHours,
  withHours,
} from './availability.ts'
import { Button } from './Button.tsx'
import { FieldGroup, type FieldProps } from './Field.tsx'

type AvailabilityGridProps = FieldProps & {
  /** Free hours of the week, 0 to 167 from Monday 00:00 on the person's own clock. */
  value: readonly HourOfWeek[]
  onChange: (value: HourOfWeek[]) => void
}

const DAY_STARTS = 7
const DAY_ENDS = 20

/**
 * When in the week somebody is free, in hours. A mouse or pen paints by dragging, a finger taps; with the keyboard the
 * arrows move, Space changes, Shift with an arrow changes everything on the way. A sentence below says the result.
 */
export function AvailabilityGrid({ value, onChange, ...field }: AvailabilityGridProps) {
  const [wholeDay, setWholeDay] = useState(() => value.some((hour) => !inDay(hour % HOURS_A_DAY)))
  const hours = Array.from({ length: HOURS_A_DAY }, (_, hour) => hour).filter(
    (hour) => wholeDay || inDay(hour),
  )

  return (
    <FieldGroup {...field}>
      <div className={styles.presets}>
        <Button size="small" onClick={() => onChange([...officeHours])}>
          <Trans>Office hours</Trans>
        </Button>
        <Button size="small" onClick={() => setWholeDay(!wholeDay)}>
          {wholeDay ? <Trans>Hide early and late hours</Trans> : <Trans>Show early and late hours</Trans>}
        </Button>
        <Button size="small" variant="quiet" onClick={() => onChange([])}>
          <Trans>Clear</Trans>
        </Button>
      </div>
      <HourGrid value={value} onChange={onChange} hours={hours} />
      <Summary value={value} />
    </FieldGroup>
  )
}

type Painting = { from: HourOfWeek; on: boolean; before: readonly HourOfWeek[] }

function HourGrid({
  value,
  onChange,
  hours,
}: Pick<AvailabilityGridProps, 'value' | 'onChange'> & { hours: readonly number[] }) {
  const { t } = useLingui()
  const format = useFormat()
  const grid = useRef<HTMLTableElement>(null)
  const painting = useRef<Painting>(undefined)
  const [active, setActive] = useState<HourOfWeek>(hours.includes(9) ? 9 : (hours[0] ?? 0))
  const free = new Set(value)
  const days = format.weekdays('short')
  const longDays = format.weekdays('long')
  const reachable = hours.includes(active % HOURS_A_DAY) ? active : (hours[0] ?? 0)

  function focus(hour: HourOfWeek) {
    setActive(hour)
    grid.current?.querySelector<HTMLElement>(`[data-hour="${hour}"]`)?.focus()
  }

  function paintTo(hour: HourOfWeek) {
    if (!painting.current) return
    const { from, on, before } = painting.current
    onChange(withHours(before, hoursBetween(from, hour), on))
  }

  function start(event: PointerEvent<HTMLTableElement>) {
    const hour = hourAt(event.target)
    if (hour === undefined || event.button !== 0) return
    painting.current = { from: hour, on: !free.has(hour), before: value }
    // A finger scrolls the page unless it lifts where it touched; only a mouse or pen paints on the way.
    if (event.pointerType !== 'touch') paintTo(hour)
  }

  function move(event: PointerEvent<HTMLTableElement>) {
    const hour = hourAt(event.target)
    if (hour !== undefined && event.pointerType !== 'touch' && event.buttons === 1) paintTo(hour)
  }

  function end(event: PointerEvent<HTMLTableElement>) {
    const hour = hourAt(event.target)
    if (hour !== undefined && event.pointerType === 'touch' && painting.current?.from === hour) paintTo(hour)
    painting.current = undefined
    if (hour !== undefined) setActive(hour)
  }

  function press(event: KeyboardEvent<HTMLTableElement>) {
    const at = hourAt(event.target)
    if (at === undefined) return
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault()
      onChange(withHours(value, [at], !free.has(at)))
      return
    }
    const next = neighbour(event.key, at, hours)
    if (next === undefined) return
    event.preventDefault()
    // What the first cell is, the cells on the way become.
    if (event.shiftKey) onChange(withHours(value, hoursBetween(at, next), free.has(at)))
    focus(next)
  }

  return (
    <table
      ref={grid}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern on a table keeps its headers
      role="grid"
      aria-multiselectable="true"
      aria-label={t`Free hours of the week`}
      className={styles.grid}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={() => {
        painting.current = undefined
      }}
      onKeyDown={press}
    >
      <thead>
        <tr>
          <td />
          {days.map((day, index) => (
            <th key={day} scope="col" abbr={longDays[index]}>
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {hours.map((hour) => (
          <tr key={hour}>
            <th scope="row">{clock(hour)}</th>
            {longDays.map((day, index) => {
              const hourOfWeek = index * HOURS_A_DAY + hour
              const on = free.has(hourOfWeek)
              return (
                <td
                  key={day}
                  // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: as above
                  role="gridcell"
                  data-hour={hourOfWeek}
                  tabIndex={hourOfWeek === reachable ? 0 : -1}
                  aria-selected={on}
                  aria-label={`${day} ${clock(hour)}, ${on ? t`free` : t`not free`}`}
                  className={clsx(styles.cell)}
                />
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The same in words: "Mon to Fri 09:00–17:00". */
function Summary({ value }: { value: readonly HourOfWeek[] }) {
  const { t } = useLingui()
  const format = useFormat()
  const days = format.weekdays('short')
  const sentences = freeTimes(value).map(({ days: { from, to }, times }) => {
    const first = days[from] ?? ''
    const last = days[to] ?? ''
    const when = from === to ? first : t`${first} to ${last}`
    return `${when} ${times.map((time) => `${clock(time.from)}–${clock(time.to)}`).join(', ')}`
  })
  const zone = format.timeZone.replaceAll('_', ' ')
  return (
    <p className={styles.summary} role="status">
      {sentences.length === 0 ? <Trans>No hours yet.</Trans> : `${sentences.join('; ')}.`}{' '}
      <Trans>Your time zone: {zone}.</Trans>
    </p>
  )
}

function inDay(hour: number): boolean {
  return hour >= DAY_STARTS && hour < DAY_ENDS
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}

function hourAt(target: EventTarget): HourOfWeek | undefined {
  const hour = target instanceof HTMLElement ? target.dataset.hour : undefined
  return hour === undefined ? undefined : Number(hour)
}

/** Where a key leads from an hour; days lie side by side, hours below each other. */
function neighbour(key: string, at: HourOfWeek, hours: readonly number[]): HourOfWeek | undefined {
  const day = Math.floor(at / HOURS_A_DAY)
  const index = hours.indexOf(at % HOURS_A_DAY)
  const to = (nextDay: number, nextIndex: number) => {
    const hour = hours[nextIndex]
    return nextDay < 0 || nextDay > 6 || hour === undefined ? undefined : nextDay * HOURS_A_DAY + hour
  }
  if (key === 'ArrowLeft') return to(day - 1, index)
  if (key === 'ArrowRight') return to(day + 1, index)
  if (key === 'ArrowUp') return to(day, index - 1)
  if (key === 'ArrowDown') return to(day, index + 1)
  if (key === 'Home') return to(0, index)
  if (key === 'End') return to(6, index)
  if (key === 'PageUp') return to(day, 0)
  if (key === 'PageDown') return to(day, hours.length - 1)
  return undefined
}
