import { useEffect, useState } from 'react'
import type { BoardCard, BoardColumn } from '../../../core/consult/board.ts'
import { useShortcuts } from '../../kit/shortcuts.ts'

type Acts = Record<'open' | 'move' | 'list', (card: BoardCard) => void>

/**
 * The cards walked by keyboard: J and K within a stage, H and L to the stage beside it that has any; Enter, M and A act
 * on the selected one. Gives its care path, and a way to select by pointer.
 */
export function useCards(columns: readonly BoardColumn[], { open, move, list }: Acts) {
  const filled = columns.map(({ cards }) => cards).filter((cards) => cards.length > 0)
  const [chosen, select] = useState<string>()
  const at = filled.findIndex((cards) => cards.some(({ enrolmentId }) => enrolmentId === chosen))
  const column = filled[Math.max(at, 0)] ?? []
  const place = Math.max(
    column.findIndex(({ enrolmentId }) => enrolmentId === chosen),
    0,
  )
  const card = column[place]
  const go = (to: BoardCard | undefined) => to && select(to.enrolmentId)
  const aside = (by: number) => {
    const other = filled[Math.max(at, 0) + by]
    go(other?.[Math.min(place, other.length - 1)])
  }
  const act = (what: (card: BoardCard) => void) => () => card && what(card)

  useEffect(() => {
    if (chosen)
      document
        .querySelector(`[data-card="${chosen}"]`)
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [chosen])

  useShortcuts({
    j: () => go(column[Math.min(place + 1, column.length - 1)]),
    k: () => go(column[Math.max(place - 1, 0)]),
    l: () => aside(1),
    h: () => aside(-1),
    Enter: act(open),
    m: act(move),
    a: act(list),
  })
  return { selected: card?.enrolmentId, select }
}
