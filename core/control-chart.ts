import { type Signal, signalsOf } from './control-signals.ts'

/** XmR chart of single values such as means, p chart of shares 0–1, u chart of rates such as alerts per list. */
export type ChartKind = 'individuals' | 'share' | 'rate'

/** One period, oldest first: what was measured, of how many; null where too few people stand behind it. */
export type Observation = { id: string; told: { value: number; n: number } | null }

/** An improvement that began in the period `id`; adopted ones get limits of their own once there is enough to say. */
export type Mark = { id: string; adopted: boolean }

/** What is drawn at one period; all in the unit of the values. Limits are three standard deviations from the centre. */
export type ControlPoint = {
  id: string
  value: number | null
  n: number | null
  centre: number | null
  low: number | null
  high: number | null
  /** Distance from the value before (XmR only). */
  moved: number | null
  signals: Signal[]
}

/** Periods `from` to `to` (ids, both included) that share a centre. */
export type Phase = { from: string; to: string; centre: number }

export type ControlChart = {
  kind: ChartKind
  points: ControlPoint[]
  phases: Phase[]
  /** Above which a moving range is a signal by itself (XmR only), of the last phase. */
  movedLimit: number | null
}

/** With fewer periods than this no limits are drawn: they would jump with each new one. */
const LEAST_PERIODS = 8

// Constants for ranges of two (Shewhart; Montgomery, Introduction to Statistical Quality Control, appendix VI).
const D2 = 2 / Math.sqrt(Math.PI) // 1.128
const D4 = 1 + 3 * (Math.sqrt(2 - 4 / Math.PI) / D2) // 3.267

type Told = { id: string; value: number; n: number }
type Limits = { centre: number; sigmaOf(n: number): number }

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
  const points = parts.flatMap(({ part, limits }) => pointsOf(kind, part, limits))
  const last = parts.at(-1)
  return {
    kind,
    points: withMoves(kind, points),
    phases: parts.flatMap(({ part, limits }) => {
      const [from, to] = [part[0]?.id, part.at(-1)?.id]
      return limits && from !== undefined && to !== undefined ? [{ from, to, centre: limits.centre }] : []
    }),
    movedLimit: kind === 'individuals' && last?.limits ? last.limits.sigmaOf(1) * D2 * D4 : null,
  }
}

type Part = { part: Observation[]; limits: Limits | null }

/** Parts with limits of their own: begun by adopted improvements that have enough periods before and since. */
function phasesOf(kind: ChartKind, observations: readonly Observation[], marks: readonly Mark[]): Part[] {
  const starts = observations.flatMap(({ id }, place) => {
    const mark = marks.find((one) => one.id === id)
    return mark && place > 0 ? [{ place, adopted: mark.adopted }] : []
  })
  const parts: Part[] = []
  let open = { from: 0, fixedAt: null as number | null }
  const close = (to: number) => {
    const part = observations.slice(open.from, to)
    const basis = open.fixedAt === null ? part : observations.slice(open.from, open.fixedAt)
    parts.push({ part, limits: limitsOf(kind, toldOf(basis)) })
  }
  for (const { place, adopted } of starts) {
    const before = toldOf(observations.slice(open.from, open.fixedAt ?? place)).length
    if (before < LEAST_PERIODS) continue // too little before it to compare with
    const next = starts.find((one) => one.place > place)?.place ?? observations.length
    if (adopted && toldOf(observations.slice(place, next)).length >= LEAST_PERIODS) {
      close(place)
      open = { from: place, fixedAt: null }
    } else open.fixedAt ??= place
  }
  close(observations.length)
  return parts
}

const toldOf = (observations: readonly Observation[]): Told[] =>
  observations.flatMap(({ id, told }) => (told ? [{ id, ...told }] : []))

function limitsOf(kind: ChartKind, told: readonly Told[]): Limits | null {
  if (told.length < LEAST_PERIODS) return null
  if (kind === 'individuals') {
    const sigma = mean(moves(told)) / D2
    return { centre: mean(told.map(({ value }) => value)), sigmaOf: () => sigma }
  }
  const centre = sum(told.map(({ value, n }) => value * n)) / sum(told.map(({ n }) => n))
  const variance = kind === 'share' ? centre * (1 - centre) : centre
  return { centre, sigmaOf: (n) => Math.sqrt(variance / n) }
}

function pointsOf(kind: ChartKind, part: readonly Observation[], limits: Limits | null): ControlPoint[] {
  const expected = toldOf(part).map(({ id, value, n }) => ({
    id,
    value,
    centre: limits?.centre ?? value,
    sigma: limits?.sigmaOf(n) ?? 0,
  }))
  const signals = limits ? signalsOf(expected) : []
  return part.map(({ id, told }) => {
    const place = expected.findIndex((one) => one.id === id)
    const sigma = told && limits ? limits.sigmaOf(told.n) : null
    return {
      id,
      value: told?.value ?? null,
      n: told?.n ?? null,
      centre: limits?.centre ?? null,
      low: limits && sigma !== null ? lowest(kind, limits.centre - 3 * sigma) : null,
      high: limits && sigma !== null ? highest(kind, limits.centre + 3 * sigma) : null,
      moved: null,
      signals: signals[place] ?? [],
    }
  })
}

/** Shares and rates have no values below nought, shares none above one. */
const lowest = (kind: ChartKind, value: number) => (kind === 'individuals' ? value : Math.max(0, value))
const highest = (kind: ChartKind, value: number) => (kind === 'share' ? Math.min(1, value) : value)

const moves = (told: readonly Pick<Told, 'value'>[]) =>
  told.slice(1).map(({ value }, place) => Math.abs(value - (told[place]?.value ?? value)))

function withMoves(kind: ChartKind, points: readonly ControlPoint[]): ControlPoint[] {
  if (kind !== 'individuals') return [...points]
  const told = points.flatMap(({ id, value }) => (value === null ? [] : [{ id, value }]))
  const distances = new Map(moves(told).map((moved, place) => [told[place + 1]?.id, moved]))
  return points.map((point) => ({ ...point, moved: distances.get(point.id) ?? null }))
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const mean = (values: readonly number[]) => sum(values) / values.length
