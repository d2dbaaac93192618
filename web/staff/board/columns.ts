import {
  type Board,
  type BoardCard,
  type BoardStage,
  byNeed,
  type Concern,
  concernsOf,
} from '../../../core/board.ts'
import type { BoardSearch } from './search.ts'

export type Column = {
  /** Null for those who are in no stage yet. */
  stage: BoardStage | null
  /** Everybody who fits the choice. */
  cards: BoardCard[]
  /** Those with a card: the first of who needs somebody, or everybody where that was asked for. */
  shown: BoardCard[]
  /** Who needs somebody and has no card yet. */
  more: number
  unfolded: boolean
}

/** Cards of a stage before the rest is folded: more than a screen of them helps nobody to choose. */
const MOST_CARDS = 5

const KEY_OF_NONE = 'none'

/** By what a column is named in the address. */
export const columnKey = ({ stage }: Pick<Column, 'stage'>): string => stage?.id ?? KEY_OF_NONE

const normOf = (board: Board, { stage }: Pick<BoardCard, 'stage'>): number | undefined =>
  board.stages.find(({ id }) => id === stage)?.norm

const fits = (card: BoardCard, { side, treatment, lead }: BoardSearch): boolean =>
  (!side || card.side === side) &&
  (!treatment || card.treatment === treatment) &&
  (!lead || card.leadClinicianId === lead)

/** How many of those who fit the choice have each concern. */
export function countConcerns(board: Board, search: BoardSearch): Record<Concern, number> {
  const counts: Record<Concern, number> = { alert: 0, urgent: 0, worse: 0, over: 0, silent: 0 }
  for (const card of board.cards.filter((one) => fits(one, search)))
    for (const concern of concernsOf(card, normOf(board, card))) counts[concern] += 1
  return counts
}

/** The stages of the care path with who is in them; those in no stage stand in front, if there are any. */
export function columnsOf(board: Board, search: BoardSearch): Column[] {
  const chosen = board.cards.filter(
    (card) =>
      fits(card, search) && (!search.only || concernsOf(card, normOf(board, card)).includes(search.only)),
  )
  const known = new Set(board.stages.map(({ id }) => id))
  const nowhere = chosen.filter(({ stage }) => stage === null || !known.has(stage))
  const columns = board.stages.map((stage) =>
    columnOf(
      stage,
      chosen.filter((card) => card.stage === stage.id),
      search,
    ),
  )
  return nowhere.length > 0 ? [columnOf(null, nowhere, search), ...columns] : columns
}

function columnOf(stage: BoardStage | null, all: readonly BoardCard[], search: BoardSearch): Column {
  const cards = all.toSorted(byNeed(stage?.norm))
  const unfolded = search.open?.includes(columnKey({ stage })) ?? false
  const needy = cards.filter((card) => concernsOf(card, stage?.norm).length > 0)
  const shown = unfolded ? cards : needy.slice(0, MOST_CARDS)
  return { stage, cards, shown, more: unfolded ? 0 : needy.length - shown.length, unfolded }
}
