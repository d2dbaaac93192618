import { type ChartKind, LEAST_PERIODS, type Limits, limitsOf, movesOf, type Told } from './control-limits.ts'
import { type Signal, signalsOf } from './control-signals.ts'

/** One period, oldest first: what was measured, of how many; null where too few people stand behind it. */
export type Observation = { id: string; told: Told | null }

/** An improvement that began in the period `id`; adopted ones get limits of their own once there is enough to say. */
export type Mark = { id: string; adopted: boolean }

/**
 * What is drawn at one period; all in the unit of the values. Limits are three standard deviations from the centre; where
 * few events are expected, as far as chance comes as rarely.
 */
export type ControlPoint = {
  id: string
  value: number | null
  n: number | null
  centre: number | null
  low: number | null
  high: number | null
  /** Distance from the value before in the same phase (XmR only). */
  moved: number | null
  signals: Signal[]
}

/** Periods `from` to `to` (ids, both included) that share a centre. */
export type Phase = {
  from: string
  to: string
  centre: number
  /** Above which a moving range is odd (XmR only). */
  movedLimit: number | null
}

export type ControlChart = { kind: ChartKind; points: ControlPoint[]; phases: Phase[] }

/**
 * A control chart. Limits come from the periods before the first improvement and stay as they were while an improvement
 * runs, so that its effect shows as a signal; after one that was adopted they are drawn anew from the periods since,
 * once there are eight of them.
 */
export function controlChart(
  kind: ChartKind,
  observations: readonly Observation[],
  marks: readonly Mark[] = [],
): ControlChart {
  const parts = phasesOf(kind, observations, marks)
  return {
    kind,
    points: parts.flatMap(({ part, limits }) => pointsOf(kind, part, limits)),
    phases: parts.flatMap(({ part, limits }) => {
      const [from, to] = [part[0]?.id, part.at(-1)?.id]
      if (!limits || from === undefined || to === undefined) return []
      return [{ from, to, centre: limits.centre, movedLimit: limits.movedLimit }]
    }),
  }
}

type Part = { part: readonly Observation[]; limits: Limits | null }
type Start = { place: number; adopted: boolean }

/**
 * Parts with limits of their own: begun by adopted improvements that have enough periods before and since, whatever
 * began after them and still runs.
 */
function phasesOf(kind: ChartKind, observations: readonly Observation[], marks: readonly Mark[]): Part[] {
  const toldIn = (from: number, to: number) => toldOf(observations.slice(from, to))
  const starts = startsOf(observations, marks)
  const parts: Part[] = []
  let open = { from: 0, fixedAt: null as number | null }
  const close = (to: number) => {
    const limits = limitsOf(kind, toldIn(open.from, open.fixedAt ?? to))
    parts.push({ part: observations.slice(open.from, to), limits })
  }
  for (const { place, adopted } of starts) {
    const before = toldIn(open.from, open.fixedAt ?? place).length
    if (before < LEAST_PERIODS) continue // too little before it to compare with
    const next = starts.find((one) => one.adopted && one.place > place)?.place ?? observations.length
    if (adopted && toldIn(place, next).length >= LEAST_PERIODS) {
      close(place)
      open = { from: place, fixedAt: null }
    } else open.fixedAt ??= place
  }
  close(observations.length)
  return parts
}

/** Where improvements began; of several in one period it counts that one was adopted. */
const startsOf = (observations: readonly Observation[], marks: readonly Mark[]): Start[] =>
  observations.flatMap(({ id }, place) => {
    const here = marks.filter((one) => one.id === id)
    return here.length > 0 && place > 0 ? [{ place, adopted: here.some(({ adopted }) => adopted) }] : []
  })

const toldOf = (observations: readonly Observation[]): Told[] =>
  observations.flatMap(({ told }) => (told ? [told] : []))

function pointsOf(kind: ChartKind, part: readonly Observation[], limits: Limits | null): ControlPoint[] {
  const told = toldOf(part)
  const expected = limits ? told.map((one) => ({ value: one.value, ...limits.reachOf(one) })) : []
  const signals = signalsOf(expected)
  const moves = kind === 'individuals' ? movesOf(told.map(({ value }) => value)) : []
  return part.map(({ id, told: own }) => {
    const place = own ? told.indexOf(own) : -1
    const [low, high] = expected[place]?.far ?? [null, null]
    return {
      id,
      value: own?.value ?? null,
      n: own?.n ?? null,
      centre: limits?.centre ?? null,
      low,
      high,
      moved: moves[place - 1] ?? null,
      signals: signals[place] ?? [],
    }
  })
}
