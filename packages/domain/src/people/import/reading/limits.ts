/** How much of a file is taken, far above any real export, so that no file can fill the memory. */
export const limits = {
  /** Characters in one cell. */
  cellCharacters: 10_000,
  columns: 300,
  rows: 1_000_000,
  /** Bytes in one row, at which a quotation mark that never closes is noticed. */
  rowBytes: 1_000_000,
} as const
