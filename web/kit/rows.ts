import { useEffect, useState } from 'react'
import { useShortcuts } from './shortcuts.ts'

/**
 * A list walked by keyboard: J and K move the selected row, and `keys` act on it.
 * Gives the selected index (−1 when there are no rows) and a way to select by pointer. A row says which it is by
 * `data-row`, so that it can be scrolled into view.
 */
export function useRows<Row>(
  rows: readonly Row[],
  { first = 0, keys = {} }: { first?: number; keys?: Record<string, (row: Row) => void> },
) {
  const [chosen, select] = useState(first)
  const selected = Math.min(chosen, rows.length - 1)
  const row = rows[selected]

  useEffect(() => {
    document.querySelector(`tr[data-row="${selected}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [selected])

  useShortcuts({
    j: () => select(Math.min(selected + 1, rows.length - 1)),
    k: () => select(Math.max(selected - 1, 0)),
    ...Object.fromEntries(
      Object.entries(keys).map(([key, act]) => [key, () => (row === undefined ? undefined : act(row))]),
    ),
  })
  return { selected, select }
}
