// biome-ignore-all lint/a11y/useSemanticElements: virtual rows are placed freely, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: focus goes by rows; cells and headers take none of their own
import { Trans, useLingui } from '@lingui/react/macro'
import IconArrowDown from '@tabler/icons-react/icons/IconArrowDown'
import IconArrowUp from '@tabler/icons-react/icons/IconArrowUp'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { clsx } from 'clsx'
import { type KeyboardEvent, memo, type ReactNode, useEffect, useRef, useState } from 'react'
import { useFormat } from '../platform/Formatting.tsx'
import { useMediaQuery } from '../platform/useMediaQuery.ts'
import { Checkbox } from './Checkbox.tsx'
import styles from './DataGrid.module.css'
import type { Column, Sort } from './Table.tsx'

type Selection = {
  keys: ReadonlySet<string>
  onChange: (keys: ReadonlySet<string>) => void /** Names the box of a row. */
  rowLabel: (key: string) => string
}

type DataGridProps<Row> = {
  /** Names the grid: "People". */
  label: string
  columns: readonly Column<Row>[]
  /** The rows read so far, in the order of the server. */
  rows: readonly Row[]
  /** How many there are in all; shown exactly. */
  total: number
  rowKey: (row: Row) => string
  /** Asks for more once the last rows come into view. Leave out when all are there. */
  onMore?: (() => void) | undefined
  sort?: Sort | undefined
  /** Sorting is the server's work: the grid only says what is wished. */
  onSort?: ((sort: Sort) => void) | undefined
  selection?: Selection | undefined
  /** Enter or a press on the row. */
  onOpen?: ((row: Row) => void) | undefined
  /** Two lines for phones; without it the first two columns are taken. */
  phoneRow?: ((row: Row) => ReactNode) | undefined
  /** Instead of rows when there are none. */
  empty?: ReactNode
  /** True while the first rows are on their way. */
  loading?: boolean | undefined
  /** CSS height of the scrolling area. */
  height?: string | undefined
}

const ROW_HEIGHT = 44
const PHONE_ROW_HEIGHT = 64
const ROWS_LEFT_BEFORE_ASKING_FOR_MORE = 15

/**
 * A list of any length: only visible rows are drawn. Arrow keys, Page Up and Down, Home and End move by rows, Space
 * selects, Enter opens. On phones each row becomes a list item of two lines.
 */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const {
    label,
    columns,
    rows,
    total,
    rowKey,
    onMore,
    sort,
    onSort,
    selection,
    onOpen,
    empty,
    loading,
    height = 'min(70dvh, 680px)',
  } = props
  const { t } = useLingui()
  const format = useFormat()
  const phone = useMediaQuery('(max-width: 820px)')
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const focusWanted = useRef(false)
  /** The last row when more were asked for: one question per answer, also after another search of the same length. */
  const askedAt = useRef<Row>(undefined)
  const more = onMore && rows.length < total

  const virtualizer = useVirtualizer({
    count: rows.length + (more ? 1 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => (phone ? PHONE_ROW_HEIGHT : ROW_HEIGHT),
    overscan: 12,
    // The row that holds focus stays in the document, however far one scrolls.
    rangeExtractor: (range) => withRow(defaultRangeExtractor(range), Math.min(active, rows.length - 1)),
  })
  const items = virtualizer.getVirtualItems()
  const last = virtualizer.range?.endIndex ?? 0

  // biome-ignore lint/correctness/useExhaustiveDependencies: rows change their height with the kind of screen
  useEffect(() => {
    virtualizer.measure()
  }, [virtualizer, phone])

  useEffect(() => {
    const lastRow = rows.at(-1)
    if (!more || askedAt.current === lastRow || last < rows.length - ROWS_LEFT_BEFORE_ASKING_FOR_MORE) return
    askedAt.current = lastRow
    onMore()
  }, [more, last, rows, onMore])

  // Another search or order begins at its first row.
  const first = rows[0] === undefined ? undefined : rowKey(rows[0])
  const shownFirst = useRef(first)
  useEffect(() => {
    if (first === undefined || shownFirst.current === first) return
    if (shownFirst.current !== undefined) scroller.current?.scrollTo({ top: 0 })
    shownFirst.current = first
  }, [first])

  useEffect(() => {
    if (!focusWanted.current) return
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${active}"]`)
    if (!row) return
    focusWanted.current = false
    row.focus({ preventScroll: true })
  })

  if (loading) return <LoadingRows height={height} />
  if (rows.length === 0) return <>{empty}</>

  const template = columnTemplate(columns, Boolean(selection))
  const current = Math.min(active, rows.length - 1)

  function goTo(index: number) {
    const next = Math.max(0, Math.min(rows.length - 1, index))
    focusWanted.current = true
    setActive(next)
    virtualizer.scrollToIndex(next, { align: 'auto' })
  }

  function press(event: KeyboardEvent<HTMLElement>) {
    const row = rows[current]
    // Keys pressed in a control of a cell belong to that control.
    if (row === undefined || !(event.target as HTMLElement).hasAttribute('data-row')) return
    const page = Math.floor((scroller.current?.clientHeight ?? 400) / ROW_HEIGHT) - 1
    const steps: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: rows.length - 1,
    }
    const target = steps[event.key]
    if (target !== undefined) goTo(target)
    else if (event.key === ' ' && selection) selection.onChange(toggled(selection.keys, rowKey(row)))
    else if (event.key === 'Enter' && onOpen) onOpen(row)
    else return
    event.preventDefault()
  }

  const rangeStart = format.number((virtualizer.range?.startIndex ?? 0) + 1)
  const rangeEnd = format.number(Math.min(rows.length, (virtualizer.range?.endIndex ?? 0) + 1))
  const all = format.number(total)

  return (
    <div className={styles.frame}>
      <div
        ref={scroller}
        role="grid"
        aria-label={label}
        aria-rowcount={total + 1}
        aria-colcount={columns.length + (selection ? 1 : 0)}
        aria-multiselectable={selection ? true : undefined}
        tabIndex={-1}
        className={clsx(styles.scroller, phone && styles.phone)}
        style={{ maxHeight: height }}
        onKeyDown={press}
      >
        <div role="rowgroup" className={styles.head}>
          <div
            role="row"
            aria-rowindex={1}
            className={styles.headRow}
            style={{ gridTemplateColumns: template }}
          >
            {selection && (
              <div role="columnheader" className={styles.box}>
                <SelectVisible
                  rows={rows}
                  rowKey={rowKey}
                  selection={selection}
                  label={t`Select the rows read so far`}
                />
              </div>
            )}
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </div>
        </div>
        <div role="rowgroup" className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ index, start, size }) => {
            const row = rows[index]
            const place = { gridTemplateColumns: template, height: size, transform: `translateY(${start}px)` }
            if (row === undefined) {
              return (
                <div key="more" role="row" className={styles.row} style={place}>
                  <div role="gridcell" className={styles.waiting}>
                    <Trans>Loading more</Trans>
                  </div>
                </div>
              )
            }
            const key = rowKey(row)
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the grid above handles the keys of its rows
              <div
                key={key}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={selection ? selection.keys.has(key) : undefined}
                data-row={index}
                tabIndex={index === current ? 0 : -1}
                className={clsx(styles.row, onOpen && styles.opens)}
                style={place}
                onFocus={() => setActive(index)}
                onClick={(event) => onOpen && !isControl(event.target) && onOpen(row)}
              >
                {selection && (
                  <div role="gridcell" className={styles.box}>
                    <Checkbox
                      label={selection.rowLabel(key)}
                      labelHidden
                      checked={selection.keys.has(key)}
                      onChange={() => selection.onChange(toggled(selection.keys, key))}
                    />
                  </div>
                )}
                <Cells row={row} columns={columns} phone={phone} phoneRow={props.phoneRow} />
              </div>
            )
          })}
        </div>
      </div>
      <div className={styles.foot}>
        <span>
          <Trans>
            Rows {rangeStart} to {rangeEnd} of {all}
          </Trans>
        </span>
      </div>
    </div>
  )
}

type CellsProps<Row> = {
  row: Row
  columns: readonly Column<Row>[]
  phone: boolean
  phoneRow: ((row: Row) => ReactNode) | undefined
}

/** The cells of one row; drawn again only when the row itself changes, which keeps scrolling smooth. */
const Cells = memo(function Cells<Row>({ row, columns, phone, phoneRow }: CellsProps<Row>) {
  if (phone) {
    return (
      <div role="gridcell" className={styles.phoneCell}>
        {phoneRow
          ? phoneRow(row)
          : columns.slice(0, 2).map((column) => <div key={column.id}>{column.cell(row)}</div>)}
      </div>
    )
  }
  return columns.map((column) => (
    <div key={column.id} role="gridcell" className={clsx(styles.cell, column.numeric && styles.numeric)}>
      {column.cell(row)}
    </div>
  ))
}) as <Row>(props: CellsProps<Row>) => ReactNode

function HeaderCell<Row>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>
  sort: Sort | undefined
  onSort: ((sort: Sort) => void) | undefined
}) {
  const sorted = sort?.column === column.id ? sort : undefined
  const Arrow = sorted?.descending ? IconArrowDown : IconArrowUp
  return (
    <div
      role="columnheader"
      className={clsx(styles.headCell, column.numeric && styles.numeric)}
      aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : undefined}
    >
      {column.sortable && onSort ? (
        <button
          type="button"
          className={styles.sort}
          onClick={() => onSort({ column: column.id, descending: sorted ? !sorted.descending : false })}
        >
          {column.header}
          {sorted && <Arrow size={14} aria-hidden />}
        </button>
      ) : (
        column.header
      )}
    </div>
  )
}

function SelectVisible<Row>({
  rows,
  rowKey,
  selection,
  label,
}: {
  rows: readonly Row[]
  rowKey: (row: Row) => string
  selection: Selection
  label: string
}) {
  const chosen = rows.filter((row) => selection.keys.has(rowKey(row))).length
  return (
    <Checkbox
      label={label}
      labelHidden
      checked={chosen === rows.length}
      partly={chosen > 0 && chosen < rows.length}
      onChange={(on) =>
        selection.onChange(on ? new Set([...selection.keys, ...rows.map(rowKey)]) : new Set())
      }
    />
  )
}

function LoadingRows({ height }: { height: string }) {
  return (
    <div className={clsx(styles.frame, styles.loading)} style={{ maxHeight: height }} role="status">
      <span className={styles.waiting}>
        <Trans>Loading</Trans>
      </span>
      {Array.from({ length: 10 }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all the same
        <span key={row} className={styles.ghost} />
      ))}
    </div>
  )
}

function withRow(indexes: number[], row: number): number[] {
  return row < 0 || indexes.includes(row) ? indexes : [...indexes, row].toSorted((a, b) => a - b)
}

function columnTemplate<Row>(columns: readonly Column<Row>[], selectable: boolean): string {
  return [...(selectable ? ['44px'] : []), ...columns.map(({ width }) => width ?? 'minmax(0, 1fr)')].join(' ')
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  return next
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, label') !== null
}
