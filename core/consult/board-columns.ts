import {
  type BoardCard,
  type BoardChoice,
  type BoardColumn,
  byNeed,
  type Concern,
  concerns,
  concernsOf,
} from './board.ts'

/** Cards of a stage before the rest is folded: more than a screen of them helps nobody to choose. */
const MOST_CARDS = 5
/** Cards of a stage in which everybody was asked for. */
const MOST_UNFOLDED = 60

const KEY_OF_NONE = 'none'

/** By what a column is named in the address of a board. */
export const columnKey = ({ stage }: Pick<BoardColumn, 'stage'>): string => stage ?? KEY_OF_NONE

/** Stages with their norms in days, in the order of the care path. */
type Stages = readonly { id: string; norm: number }[]

export const fitsChoice = (
  { side, treatment, leadClinicianId }: Pick<BoardCard, 'side' | 'treatment' | 'leadClinicianId'>,
  choice: BoardChoice,
): boolean =>
  (!choice.side || side === choice.side) &&
  (!choice.treatment || treatment === choice.treatment) &&
  (!choice.lead || leadClinicianId === choice.lead)

const normIn = (stages: Stages, { stage }: Pick<BoardCard, 'stage'>): number | undefined =>
  stages.find(({ id }) => id === stage)?.norm

/** How many have each concern. */
export function countConcerns(cards: readonly BoardCard[], stages: Stages): Record<Concern, number> {
  const counts = Object.fromEntries(concerns.map((one) => [one, 0])) as Record<Concern, number>
  for (const card of cards) for (const one of concernsOf(card, normIn(stages, card))) counts[one] += 1
  return counts
}

/** The stages with who is in them, of cards that fit; those in no stage stand in front, if there are any. */
export function columnsOf(
  cards: readonly BoardCard[],
  stages: Stages,
  { only, open }: BoardChoice,
): BoardColumn[] {
  const chosen = only ? cards.filter((card) => concernsOf(card, normIn(stages, card)).includes(only)) : cards
  const known = new Set(stages.map(({ id }) => id))
  const byStage = Map.groupBy(chosen, ({ stage }) => (stage !== null && known.has(stage) ? stage : null))
  const columnIn = (stage: string | null, norm: number | undefined) => {
    const unfolded = open?.includes(columnKey({ stage })) ?? false
    return columnOf({ stage, norm, unfolded }, byStage.get(stage) ?? [])
  }
  const columns = stages.map(({ id, norm }) => columnIn(id, norm))
  return byStage.has(null) ? [columnIn(null, undefined), ...columns] : columns
}

type Place = { stage: string | null; norm: number | undefined; unfolded: boolean }

function columnOf({ stage, norm, unfolded }: Place, all: readonly BoardCard[]): BoardColumn {
  const inOrder = all.toSorted(byNeed(norm))
  const needy = inOrder.filter((card) => concernsOf(card, norm).length > 0)
  const cards = unfolded ? inOrder.slice(0, MOST_UNFOLDED) : needy.slice(0, MOST_CARDS)
  return {
    stage,
    count: all.length,
    days: all.flatMap(({ days }) => days ?? []),
    cards,
    more: Math.max(0, needy.length - cards.length),
    unfolded,
  }
}
