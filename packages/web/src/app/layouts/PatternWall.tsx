const STEP = 132
const COLUMNS = 6
const ROWS = 8

/** Cells that stand out: the four of the mark's idea, and a few that echo it. */
const strong = new Set(['2,2', '3,2', '2,3', '3,3'])
const firm = new Set(['1,1', '2,1', '4,2', '5,2', '0,5', '2,6', '3,6', '5,7'])

/** Circles and squares in turn, filling the wall beside the sign-in form. The only wallpaper in the product. */
export function PatternWall({ className }: { className?: string | undefined }) {
  const cells = Array.from({ length: ROWS * COLUMNS }, (_, index) => ({
    column: index % COLUMNS,
    row: Math.floor(index / COLUMNS),
  }))
  return (
    <svg className={className} viewBox="0 0 760 900" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      {cells.map(({ column, row }) => (
        <Cell key={`${column},${row}`} column={column} row={row} />
      ))}
    </svg>
  )
}

function Cell({ column, row }: { column: number; row: number }) {
  const key = `${column},${row}`
  const x = 25 + column * STEP
  const y = 29 + row * STEP
  const shade = strong.has(key) ? 'fill' : firm.has(key) ? 'avatar' : 'tint-2'
  const mentor = (column + row) % 2 === 0
  return mentor ? (
    <>
      <circle cx={x} cy={y} r="59" fill={`var(--vv-mentor-${shade})`} />
      {shade === 'fill' && (
        <rect x={x - 20} y={y - 20} width="40" height="40" rx="11" fill="var(--vv-mark-inner-leader)" />
      )}
    </>
  ) : (
    <>
      <rect x={x - 59} y={y - 59} width="118" height="118" rx="34" fill={`var(--vv-leader-${shade})`} />
      {shade === 'fill' && <circle cx={x} cy={y} r="22" fill="var(--vv-mark-inner-mentor)" />}
    </>
  )
}
