import IconArrowDown from '@tabler/icons-react/icons/IconArrowDown'
import IconArrowUp from '@tabler/icons-react/icons/IconArrowUp'
import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import styles from './Table.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export type Sort = { column: string; descending: boolean }

export type Column<Row> = {
  id: string
  header: ReactNode
  cell: (row: Row) => ReactNode
  /** Numbers stand at the end, in figures of equal width. */
  numeric?: boolean | undefined
  sortable?: boolean | undefined
  /** Keeps the header for screen readers only, above buttons. */
  headerHidden?: boolean | undefined
  /** CSS width; the rest shares what is left. */
  width?: string | undefined
}

type TableProps<Row> = {
  /** What the table holds, for screen readers; the visible heading usually says it already. */
  caption: ReactNode
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** The column whose cell names the row. */
  rowHeader?: string | undefined
  sort?: Sort | undefined
  onSort?: ((sort: Sort) => void) | undefined
  selectedKey?: string | undefined
  /** Shown instead of rows when there are none. */
  empty?: ReactNode
}

/** A table of up to 200 rows, with the semantics of a table; `DataGrid` takes over beyond. Scrolls sideways when narrow. */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  rowHeader,
  sort,
  onSort,
  selectedKey,
  empty,
}: TableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>
  return (
    <section
      className={styles.scroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable with the keyboard
      tabIndex={0}
      aria-label={typeof caption === 'string' ? caption : undefined}
    >
      <table className={styles.table}>
        <VisuallyHidden as="caption">{caption}</VisuallyHidden>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} aria-current={rowKey(row) === selectedKey || undefined}>
              {columns.map((column) => (
                <Cell key={column.id} column={column} row={row} names={column.id === rowHeader} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

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
    <th
      scope="col"
      className={clsx(column.numeric && styles.numeric)}
      style={column.width ? { width: column.width } : undefined}
      aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : undefined}
    >
      {column.headerHidden ? (
        <VisuallyHidden>{column.header}</VisuallyHidden>
      ) : column.sortable && onSort ? (
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
    </th>
  )
}

function Cell<Row>({ column, row, names }: { column: Column<Row>; row: Row; names: boolean }) {
  const className = clsx(column.numeric && styles.numeric)
  if (!names) return <td className={className}>{column.cell(row)}</td>
  return (
    <th scope="row" className={className}>
      {column.cell(row)}
    </th>
  )
}
