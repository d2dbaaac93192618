/** One number of a run; `bar` is what it should reach, null for a number that only explains the others. */
export type Figure = {
  name: string
  value: number
  unit: string
  bar: string | null
  /** Whether the bar was reached; null without a bar. */
  holds: boolean | null
}

type Bar = { atMost: number } | { atLeast: number }

export function figure(name: string, exact: number, unit: string, bar?: Bar): Figure {
  const value = rounded(exact)
  if (!bar) return { name, value, unit, bar: null, holds: null }
  return 'atMost' in bar
    ? { name, value, unit, bar: `<= ${bar.atMost}`, holds: exact <= bar.atMost }
    : { name, value, unit, bar: `>= ${bar.atLeast}`, holds: exact >= bar.atLeast }
}

/** Three significant digits: more would be noise. */
const rounded = (value: number): number =>
  Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3))

export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, bar, holds }) => [
    name,
    String(value),
    unit,
    bar ?? '',
    holds === null ? '' : holds ? 'holds' : 'DOES NOT HOLD',
  ])
  const all = [['', 'value', 'unit', 'bar', ''], ...rows]
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  const line = (row: string[]) =>
    row
      .map((cell, at) => (at === 1 ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join('  ')
  return all.map((row) => line(row).trimEnd()).join('\n')
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** The smallest value that at least this share of all values does not exceed. Throws for nothing measured. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (found === undefined) throw new Error('Nothing was measured')
  return found
}
