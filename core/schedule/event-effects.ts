import { moveDate } from '../time/dates.ts'

/** An event as it is stored, as far as what follows from it depends on it. */
export type ToldEvent = {
  id: string
  outcomeSet: string
  turn: string | null
  side: string | null
  happenedOn: string
}
export type Path = {
  id: string
  outcomeSet: string
  side: string
  startedOn: string
  endedOn: string | null
  endReason: string | null
}

/** So long before its start a care path may have had its operation or its stroke: it is often registered afterwards. */
export const BEFORE = '-P90D'

/**
 * The care paths on which an event has a consequence: of its group, its side and its time. An event of which nobody told
 * the side, with a path for each, belongs to neither; a turn belongs to both. A path that a turn has ended can still be
 * found by one, so that its day can be put right.
 */
export function pathsOf(event: ToldEvent, paths: readonly Path[]): Path[] {
  const { happenedOn: on, turn } = event
  const own = paths.filter((path) => path.outcomeSet === event.outcomeSet && isOfSide(event.side, path.side))
  const within = own.filter((path) => path.startedOn <= on && on <= lastDayOf(path, turn))
  const before = own.filter(({ startedOn }) => isShortlyBefore(startedOn, on))
  const found = latest(within.length > 0 || turn !== null ? within : before)
  return found.length > 1 && turn === null && event.side === null ? [] : found
}

const isShortlyBefore = (startedOn: string, on: string) => on < startedOn && on >= moveDate(startedOn, BEFORE)

const isOfSide = (told: string | null, side: string) =>
  told === null || side === '' || told === 'both' || side === 'both' || told === side

const FOR_EVER = '9999-12-31'
const lastDayOf = ({ endedOn, endReason }: Path, turn: string | null) =>
  endedOn === null || (turn !== null && isTurned(endReason)) ? FOR_EVER : endedOn

export const isTurned = (endReason: string | null) => endReason === 'loss' || endReason === 'palliative'

/** Of each side the path that began last: a later episode is another one. */
const latest = (paths: readonly Path[]): Path[] =>
  [...Map.groupBy(paths, ({ side }) => side).values()].flatMap(
    (list) => list.toSorted((a, b) => (a.startedOn < b.startedOn ? 1 : -1))[0] ?? [],
  )

type Turned = { id: string; happenedOn: string }

/**
 * Of several episodes the one that a day belongs to: the last that had begun by then and had not ended, else one that
 * began within `BEFORE` of it where `mayPrecede`, else the last that had begun, else the first. Null for none.
 */
export function episodeOf<Episode extends Pick<Path, 'startedOn' | 'endedOn'>>(
  episodes: readonly Episode[],
  on: string,
  mayPrecede: boolean,
): Episode | null {
  const inOrder = episodes.toSorted((a, b) => (a.startedOn < b.startedOn ? -1 : 1))
  const begun = inOrder.filter(({ startedOn }) => startedOn <= on)
  const running = begun.filter(({ endedOn }) => endedOn === null || on <= endedOn)
  const soon = inOrder.filter(({ startedOn }) => mayPrecede && isShortlyBefore(startedOn, on))
  return running.at(-1) ?? soon.at(-1) ?? begun.at(-1) ?? inOrder[0] ?? null
}

/** The first turn of a care path among what was told of its patient and not withdrawn; null where it took none. */
export const turnOf = <Event extends ToldEvent & { withdrawnAt: string | null }>(
  { id }: Pick<Path, 'id'>,
  paths: readonly Path[],
  events: readonly Event[],
): Event | null =>
  inTime(
    events.filter(
      (one) => one.turn && !one.withdrawnAt && pathsOf(one, paths).some((path) => path.id === id),
    ),
  )[0] ?? null

/** In the order in which they happened; of one day always the same way round. */
export const inTime = <T extends Turned>(events: readonly T[]): T[] => {
  const order = ({ happenedOn, id }: Turned) => `${happenedOn} ${id}`
  return events.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
}
