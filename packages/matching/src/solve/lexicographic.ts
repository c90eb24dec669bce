import { assign } from './assign.ts'
import { bestOf, type Face, type Goal, type Market, wholeMarket } from './face.ts'

/** One thing to care about, after everything before it. */
export type Aim = {
  /** Weight of every edge of the market; whole, may be negative. */
  readonly weight: (edge: number) => number
  /** Only for the first aim: what a first seat is worth, and who may still earn it (1) or not (0). */
  readonly firstSeats?: { readonly bonus: number; readonly rows: Int32Array; readonly columns: Int32Array }
}

export type Proof = { readonly rowPrices: Float64Array; readonly columnPrices: Float64Array }

export type LexicographicBest = {
  /** Per edge, one of the best answers. */
  readonly taken: Uint8Array
  /** One per aim. */
  readonly proofs: readonly Proof[]
  /** Every answer that is equally good. */
  readonly face: Face
}

/**
 * Best by the first aim; among those, best by the second; and so on. No huge weights: after each aim only the answers
 * stay that its prices show to be best.
 *
 * Source: Kwanashie, Irving, Manlove, Sng, "Profile-based optimal matchings in the student/project allocation problem",
 * IWOCA 2014, doi:10.1007/978-3-319-19315-1_19, for profiles by flows; successive restriction by complementary slackness.
 */
export function lexicographicBest(market: Market, aims: readonly Aim[]): LexicographicBest {
  let face = wholeMarket(market)
  let taken = new Uint8Array(market.column.length)
  const proofs: Proof[] = []

  for (const aim of aims) {
    const weight = Int32Array.from(face.open, aim.weight)
    // Nothing left to choose by this aim: everything keeps its place at prices of 0.
    if (proofs.length > 0 && weight.every((w) => w === 0)) {
      proofs.push(noPrices(market))
      continue
    }
    const goal = aim.firstSeats ? withFirstSeats(weight, aim.firstSeats) : withinFace(weight, face)
    const best = assign({
      ...openEdges(market, face),
      ...goal,
      rowSeats: face.rowHigh,
      columnSeats: face.columnHigh,
    })

    taken = face.settled.slice()
    best.taken.forEach((is, i) => {
      if (is) taken[face.open[i]!] = 1
    })
    face = bestOf(market, face, goal, best)
    proofs.push({ rowPrices: best.rowPrices, columnPrices: best.columnPrices })
  }
  return { taken, proofs, face }
}

function withFirstSeats(weight: Int32Array, { bonus, rows, columns }: NonNullable<Aim['firstSeats']>): Goal {
  return { weight, bonus, rowBonusSeats: rows, columnBonusSeats: columns }
}

/** The seats that everybody must hold get a bonus above anything that weights could bring, so that they are held. */
function withinFace(weight: Int32Array, { rowLow, rowHigh, columnLow, columnHigh }: Face): Goal {
  let dearest = 0
  let cheapest = 0
  for (const w of weight) {
    dearest = Math.max(dearest, w)
    cheapest = Math.min(cheapest, w)
  }
  const seats = Math.min(total(rowHigh), total(columnHigh))
  return {
    weight,
    bonus: 1 + seats * (dearest - cheapest),
    rowBonusSeats: rowLow,
    columnBonusSeats: columnLow,
  }
}

function openEdges({ start, column }: Market, { open }: Face): { start: Int32Array; column: Int32Array } {
  const openStart = new Int32Array(start.length)
  let i = 0
  for (let row = 0; row + 1 < start.length; row++) {
    while (i < open.length && open[i]! < start[row + 1]!) i++
    openStart[row + 1] = i
  }
  return { start: openStart, column: open.map((edge) => column[edge]!) }
}

function noPrices({ rowSeats, columnSeats }: Market): Proof {
  return { rowPrices: new Float64Array(rowSeats.length), columnPrices: new Float64Array(columnSeats.length) }
}

function total(values: Int32Array): number {
  return values.reduce((sum, value) => sum + value, 0)
}
