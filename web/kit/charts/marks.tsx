import type { Verdict } from '../../../core/change/finding.ts'

type At = { x: number; y: number }

/** A change, drawn inside a chart: the same signs as `ChangeSign`, round a centre. */
export function VerdictMark({ verdict, x, y }: At & { verdict: Verdict }) {
  if (verdict === 'worse') return <path className="worse" d={`M${x} ${y - 5}l5 5-5 5-5-5z`} />
  if (verdict === 'same')
    return <path className="stroke quiet" d={`M${x - 4} ${y - 2}h8M${x - 4} ${y + 2}h8`} />
  return (
    <g className="stroke better-stroke">
      <circle cx={x} cy={y} r="4.8" />
      <path d={`M${x} ${y - 2.2}v4.4M${x - 2.2} ${y}h4.4`} />
    </g>
  )
}

export type GapKind = 'missed' | 'not-asked' | 'not-computable' | 'planned'

/** Why there is no score: missed ×, not asked –, not computable (dashed ring), planned (ring). */
export function GapMark({ kind, x, y }: At & { kind: GapKind }) {
  if (kind === 'missed') return <path className="gap" d={`M${x - 3.5} ${y - 3.5}l7 7m0-7l-7 7`} />
  if (kind === 'not-asked') return <path className="gap" d={`M${x - 3.5} ${y}h7`} />
  if (kind === 'planned') return <circle className="gap gap-planned" cx={x} cy={y} r="4" />
  return <circle className="gap" cx={x} cy={y} r="4" strokeDasharray="2 2" />
}

/** A score that asks for attention. */
export function Diamond({ x, y, r = 7 }: At & { r?: number }) {
  return <path className="diamond" d={`M${x} ${y - r}l${r} ${r}-${r} ${r}-${r}-${r}z`} />
}

/** Hatching for "worse", so that it is told from the rest without colour. Put it once in a chart's `defs`. */
export function Hatch({ id }: { id: string }) {
  return (
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="5" height="5" className="hatch-ground" />
      <rect width="2.6" height="5" className="worse" />
    </pattern>
  )
}
