import type { Words } from '../../../../core/words.ts'
import { useWords } from '../../words.tsx'
import { GapMark } from '../marks.tsx'
import { textWidth } from '../text.ts'
import type { AxisProps, Geometry } from './geometry.ts'

const words = {
  nl: {
    norm: (name: string) => `norm: ${name}`,
    missed: 'gemist',
    notAsked: 'niet gevraagd',
    notComputable: 'niet te berekenen',
    planned: 'gepland',
  },
  en: {
    norm: (name: string) => `norm: ${name}`,
    missed: 'missed',
    notAsked: 'not asked',
    notComputable: 'not computable',
    planned: 'planned',
  },
} satisfies Words<unknown>

const KEY = 32 // a mark and the room after its word

/** What the marks mean: only those that occur, directly below the picture. */
export function Keys({ chart, geo }: AxisProps) {
  const say = useWords(words)
  const occurs = (kind: string) =>
    chart.panels.some(({ points }) => points.some((point) => point.kind === kind))
  const keys = [
    occurs('missed') ? (['missed', say.missed] as const) : null,
    occurs('not-asked') ? (['not-asked', say.notAsked] as const) : null,
    occurs('not-computable') ? (['not-computable', say.notComputable] as const) : null,
    chart.planned.length > 0 ? (['planned', say.planned] as const) : null,
  ].filter((key) => key !== null)
  const y = geo.plotEnd + 32
  const starts = keys.map((_, place) =>
    keys.slice(0, place).reduce((x, [, text]) => x + textWidth(text) + KEY, 4),
  )
  const end = (starts.at(-1) ?? 0) + textWidth(keys.at(-1)?.[1] ?? '') + KEY
  return (
    <>
      {keys.map(([kind, text], place) => (
        <g key={kind} transform={`translate(${starts[place]} ${y})`}>
          <GapMark kind={kind} x={0} y={0} />
          <text x="9" y="4">
            {text}
          </text>
        </g>
      ))}
      {chart.normName === null ? null : <NormKey name={chart.normName} geo={geo} x={geo.wide ? end : 0} />}
    </>
  )
}

function NormKey({ name, geo, x }: { name: string; geo: Geometry; x: number }) {
  const say = useWords(words)
  const text = say.norm(name)
  const y = geo.plotEnd + (geo.wide ? 32 : 50)
  return (
    <>
      <line className="norm" x1={x} x2={x + 24} y1={y} y2={y} />
      <text
        x={x + 30}
        y={y + 4}
        textLength={textWidth(text) > geo.width - x - 30 ? geo.width - x - 30 : undefined}
      >
        {text}
      </text>
    </>
  )
}
