import type { Problem } from './problem.ts'

/** The same problem with rows and columns exchanged, and for each of its edges the number it had before. */
export function transposed(problem: Problem): { turned: Problem; edgeBefore: Int32Array } {
  const { start, column, weight, rowSeats, columnSeats } = problem
  const columns = columnSeats.length
  const turnedStart = new Int32Array(columns + 1)
  for (const col of column) turnedStart[col + 1]!++
  for (let col = 0; col < columns; col++) turnedStart[col + 1]! += turnedStart[col]!

  const next = turnedStart.slice()
  const turnedColumn = new Int32Array(column.length)
  const turnedWeight = new Int32Array(column.length)
  const edgeBefore = new Int32Array(column.length)
  for (let row = 0; row < rowSeats.length; row++) {
    for (let e = start[row]!; e < start[row + 1]!; e++) {
      const place = next[column[e]!]!++
      turnedColumn[place] = row
      turnedWeight[place] = weight[e]!
      edgeBefore[place] = e
    }
  }
  return {
    turned: {
      start: turnedStart,
      column: turnedColumn,
      weight: turnedWeight,
      rowSeats: columnSeats,
      columnSeats: rowSeats,
      rowBonusSeats: problem.columnBonusSeats,
      columnBonusSeats: problem.rowBonusSeats,
      bonus: problem.bonus,
    },
    edgeBefore,
  }
}
