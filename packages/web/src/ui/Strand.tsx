import { Trans } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { type ReactNode, useId } from 'react'
import { useMediaQuery } from '../platform/useMediaQuery.ts'
import styles from './Strand.module.css'
import { type StrandPath, strandGeometry } from './strand-geometry.ts'
import { useElementSize } from './useElementSize.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

/** `planned` has a date but no year yet around it, as in a preview; `ahead` lies in the future. */
export type SessionState = 'held' | 'next' | 'ahead' | 'planned' | 'conflict'

export type StrandSession = {
  key: string
  /** The date: "Tue 16 June". */
  label: ReactNode
  detail?: ReactNode
  state: SessionState
}

type StrandProps = {
  sessions: readonly StrandSession[]
  /** What comes before the first and after the last session of a whole programme. */
  start?: { label: ReactNode; detail?: ReactNode } | undefined
  end?: { label: ReactNode; detail?: ReactNode } | undefined
  /**
   * Where the past ends, counted in sessions: 2.75 lies three quarters of the way from the third to the fourth
   * session (0 is the first). The strand is full colour up to there; without it, everywhere.
   */
  today?: number | undefined
  /** A flag on the cut: "Today, 11 June". */
  todayLabel?: ReactNode
  /** Lying on wide screens and upright under 820 px, unless one is wanted everywhere. */
  orientation?: 'auto' | 'lying' | 'upright' | undefined
  /** Names the list of sessions. */
  label: string
}

/** Two lives that cross once per session. The drawing is decoration; the list beside it says the same in words. */
export function Strand({ orientation = 'auto', ...strand }: StrandProps) {
  const narrow = useMediaQuery('(max-width: 820px)')
  const upright = orientation === 'upright' || (orientation === 'auto' && narrow)
  if (strand.sessions.length === 0) return null
  return upright ? <UprightStrand {...strand} /> : <LyingStrand {...strand} />
}

function LyingStrand({ sessions, start, end, today, todayLabel, label }: Omit<StrandProps, 'orientation'>) {
  const [holder, { width }] = useElementSize<HTMLDivElement>()
  const length = width || 1100
  const lead = start ? length * 0.171 : 0
  const tail = end ? length * 0.101 : 0
  const geometry = strandGeometry({
    sessions: sessions.length,
    length,
    lead,
    tail,
    middle: 37,
    swing: 17,
    upright: false,
  })
  const cut = cutAt(today, geometry.nodes, lead, length)

  return (
    <div ref={holder} className={clsx(styles.lying, todayLabel && styles.flagged)}>
      {todayLabel && cut !== undefined && (
        <span className={styles.flag} style={{ insetInlineStart: `${(cut / length) * 100}%` }}>
          {todayLabel}
        </span>
      )}
      <svg
        width={length}
        height="74"
        viewBox={`0 0 ${length} 74`}
        aria-hidden="true"
        className={styles.drawing}
      >
        <Lines {...{ geometry, cut, length, width: 6, upright: false }} />
        {todayLabel && cut !== undefined && (
          <line
            x1={cut}
            x2={cut}
            y1="0"
            y2="72"
            stroke="var(--vv-text)"
            strokeWidth="1.5"
            strokeDasharray="2 3"
          />
        )}
        {sessions.map((session, index) => (
          <Node
            key={session.key}
            x={geometry.nodes[index] ?? 0}
            y={geometry.middle}
            radius={9.5}
            state={session.state}
          />
        ))}
      </svg>
      <ol
        aria-label={label}
        className={styles.labels}
        style={{
          gridTemplateColumns: `${lead}fr repeat(${sessions.length}, ${(length - lead - tail) / sessions.length}fr) ${tail}fr`,
        }}
      >
        {start && <Label className={styles.first} {...start} />}
        {sessions.map((session, index) => (
          <Label {...session} key={session.key} column={index + 2} />
        ))}
        {end && <Label className={styles.last} {...end} />}
      </ol>
    </div>
  )
}

function UprightStrand({ sessions, start, end, today, label }: Omit<StrandProps, 'orientation'>) {
  const [list, { height }] = useElementSize<HTMLOListElement>()
  const rows = sessions.length + (start ? 1 : 0) + (end ? 1 : 0)
  const length = height || rows * 58
  const lead = start ? length / rows : 0
  const tail = end ? length / rows : 0
  const geometry = strandGeometry({
    sessions: sessions.length,
    length,
    lead,
    tail,
    middle: 22,
    swing: 12,
    upright: true,
  })
  const cut = cutAt(today, geometry.nodes, lead, length)

  return (
    <div className={styles.upright}>
      <svg
        width="44"
        height={length}
        viewBox={`0 0 44 ${length}`}
        aria-hidden="true"
        className={styles.drawing}
      >
        <Lines {...{ geometry, cut, length, width: 5, upright: true }} />
        {sessions.map((session, index) => (
          <Node
            key={session.key}
            x={geometry.middle}
            y={geometry.nodes[index] ?? 0}
            radius={8.5}
            state={session.state}
          />
        ))}
      </svg>
      <ol ref={list} aria-label={label} className={styles.rows}>
        {start && <Label {...start} />}
        {sessions.map((session) => (
          <Label {...session} key={session.key} />
        ))}
        {end && <Label {...end} />}
      </ol>
    </div>
  )
}

type LinesProps = {
  geometry: ReturnType<typeof strandGeometry>
  cut: number | undefined
  length: number
  width: number
  upright: boolean
}

function Lines({ geometry, cut, length, width, upright }: LinesProps) {
  const id = useId()
  const line = ({ side, path }: StrandPath) => (
    <path d={path} stroke={`url(#${id}-${side})`} strokeWidth={width} fill="none" />
  )
  return (
    <>
      <defs>
        <Paint
          id={`${id}-mentor`}
          side="mentor"
          share={cut === undefined ? 1 : cut / length}
          length={length}
          upright={upright}
        />
        <Paint
          id={`${id}-leader`}
          side="leader"
          share={cut === undefined ? 1 : cut / length}
          length={length}
          upright={upright}
        />
      </defs>
      {geometry.ends.map((end) => (
        <g key={end.path}>{line(end)}</g>
      ))}
      {geometry.crossings.map(({ under, over }) => (
        <g key={over.path}>
          {line(under)}
          <path
            d={over.path}
            className={styles.halo}
            strokeWidth={width + 6}
            fill="none"
            pathLength="100"
            strokeDasharray="0 30 40 100"
          />
          {line(over)}
        </g>
      ))}
    </>
  )
}

/** Full colour up to today, the avatar tint after it. */
function Paint({
  id,
  side,
  share,
  length,
  upright,
}: {
  id: string
  side: 'mentor' | 'leader'
  share: number
  length: number
  upright: boolean
}) {
  return (
    <linearGradient
      id={id}
      gradientUnits="userSpaceOnUse"
      x1="0"
      y1="0"
      x2={upright ? 0 : length}
      y2={upright ? length : 0}
    >
      <stop offset={share} stopColor={`var(--vv-${side}-fill)`} />
      <stop offset={share} stopColor={`var(--vv-${side}-avatar)`} />
    </linearGradient>
  )
}

function Node({ x, y, radius, state }: { x: number; y: number; radius: number; state: SessionState }) {
  return (
    <g transform={`translate(${x} ${y})`} className={clsx(styles.node, styles[state])}>
      <circle r={radius} strokeWidth="2" />
      {state === 'held' && <path d="M-3.8 .2l2.7 2.8 5-5.6" strokeWidth="1.9" />}
      {state === 'next' && <circle r="4" className={styles.dot} />}
      {state === 'conflict' && <path d="M0-4v4.6M0 3.6v.4" strokeWidth="2" />}
    </g>
  )
}

type LabelProps = {
  label: ReactNode
  detail?: ReactNode
  state?: SessionState
  column?: number
  className?: string | undefined
}

function Label({ label, detail, state, column, className }: LabelProps) {
  return (
    <li
      className={clsx(styles.label, state && styles[state], className)}
      style={column ? { gridColumn: column } : undefined}
    >
      <strong>{label}</strong>
      {detail && <span>{detail}</span>}
      {state && (
        <VisuallyHidden>
          <StateWord state={state} />
        </VisuallyHidden>
      )}
    </li>
  )
}

function StateWord({ state }: { state: SessionState }) {
  if (state === 'held') return <Trans>held</Trans>
  if (state === 'next') return <Trans>next</Trans>
  if (state === 'conflict') return <Trans>needs another date</Trans>
  return <Trans>to come</Trans>
}

function cutAt(
  today: number | undefined,
  nodes: readonly number[],
  lead: number,
  length: number,
): number | undefined {
  if (today === undefined) return undefined
  const first = nodes[0] ?? 0
  const step = (first - lead) * 2
  return Math.min(length, Math.max(0, first + today * step))
}
