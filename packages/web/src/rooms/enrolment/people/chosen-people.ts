import { useState } from 'react'

/** Who is chosen. The choice outlives filters: somebody who is filtered away stays chosen. */
export function useChosenPeople() {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  return {
    keys,
    count: keys.size,
    clear: () => setKeys(new Set()),
    add: (people: readonly { readonly id: string }[]) =>
      setKeys((before) => new Set([...before, ...people.map(({ id }) => id)])),
    /** The grid knows its own rows only: what it does not show keeps its place. */
    replace: (shown: ReadonlySet<string>, rows: readonly { readonly id: string }[]) =>
      setKeys((before) => {
        const ofGrid = new Set(rows.map(({ id }) => id))
        return new Set([...[...before].filter((id) => !ofGrid.has(id)), ...shown])
      }),
  }
}
