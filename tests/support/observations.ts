import type { controlChart, Observation } from '../../core/statistics/control-chart.ts'

/** Periods one after the other, 'p0' first, each told of so many. */
export const row = (values: readonly number[], n = 20): Observation[] =>
  values.map((value, place) => ({ id: `p${place}`, told: { value, n, people: n } }))

export const last = <One>(list: readonly One[]): One => list.at(-1) as One

/** What is signalled at a place, as 'trend above'. */
export const rulesAt = (chart: ReturnType<typeof controlChart>, place: number) =>
  chart.points[place]?.signals.map(({ rule, side }) => `${rule} ${side}`)
