import { useState } from 'react'

/** Rows have no name of their own: each keeps its key while others come, go and change places. */
export function useRowKeys(count: number) {
  const [{ keys, next }, set] = useState({ keys: upTo(count), next: count })
  // Rows that came from elsewhere are others.
  const current = keys.length === count ? keys : upTo(count).map((key) => key + next)
  return {
    keys: current,
    added: () => set({ keys: [...current, next + count], next: next + count + 1 }),
    removed: (place: number) => set({ keys: current.filter((_, at) => at !== place), next: next + count }),
    moved: (place: number, by: -1 | 1) => set({ keys: swapped(current, place, by), next: next + count }),
  }
}

const upTo = (count: number) => Array.from({ length: count }, (_, place) => place)

/** The same with one a place earlier or later; at the end it stays where it is. */
export function swapped<One>(all: readonly One[], place: number, by: -1 | 1): One[] {
  const rest = [...all]
  const [one] = rest.splice(place, 1)
  return one === undefined ? rest : rest.toSpliced(Math.max(0, place + by), 0, one)
}
