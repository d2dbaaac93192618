import type { TrendPoint } from './trend.ts'

/**
 * Which points a chart joins by a line: those of one line, until a gap. `lineOf` names the line of a point, and gives
 * null for a gap, which ends all of them; a point of another line ends none.
 */
export function stretches<Point>(
  points: readonly Point[],
  lineOf: (point: Point) => string | null,
): [Point, ...Point[]][] {
  const running = new Map<string, [Point, ...Point[]]>()
  const all: [Point, ...Point[]][] = []
  for (const point of points) {
    const line = lineOf(point)
    const stretch = line === null ? undefined : running.get(line)
    if (line === null) running.clear()
    else if (stretch) stretch.push(point)
    else {
      const begun: [Point, ...Point[]] = [point]
      running.set(line, begun)
      all.push(begun)
    }
  }
  return all
}

/** Scores are joined that are of one view and were calculated in one way. */
export const scoreLine = (point: TrendPoint): string | null =>
  point.kind === 'score' ? `${point.byProxy ? 'proxy' : 'own'} ${point.scoringVersion}` : null

/** The `d` of an SVG path through all stretches. */
export const pathThrough = <Point>(
  all: readonly (readonly Point[])[],
  place: (point: Point) => readonly [x: number, y: number],
): string => all.map((stretch) => `M${stretch.map((point) => place(point).join(' ')).join('L')}`).join('')
