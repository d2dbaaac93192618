import { useEffect, useState } from 'react'
import { useShortcuts } from './shortcuts.ts'

/** The row that is selected: which it is, and where it stood last. */
export type Chosen = { id: string | undefined; place: number }

/**
 * Where the chosen row stands now that the list may have changed: wherever it went; where it is gone, whatever took its
 * place; −1 in an empty list.
 */
export function placeOf(ids: readonly string[], { id, place }: Chosen): number {
  const now = id === undefined ? -1 : ids.indexOf(id)
  return now < 0 ? Math.min(Math.max(place, 0), ids.length - 1) : now
}

type Options<Row> = {
  /** What a row is known by when the list comes anew: a person stays selected, not a place. */
  idOf: (row: Row) => string
  first?: number
  keys?: Record<string, (row: Row) => void>
}

/**
 * A list walked by keyboard: J and K move the selected row, and `keys` act on it.
 * Gives the selected index (−1 when there are no rows) and a way to select by pointer. A row says which it is by
 * `data-row`, so that it can be scrolled into view.
 */
export function useRows<Row>(rows: readonly Row[], { idOf, first = 0, keys = {} }: Options<Row>) {
  const ids = rows.map(idOf)
  const [chosen, choose] = useState<Chosen>({ id: ids[first], place: first })
  const select = (place: number) => choose({ id: ids[place], place })
  const selected = placeOf(ids, chosen)
  if (chosen.id !== ids[selected] || chosen.place !== selected) select(selected)
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
