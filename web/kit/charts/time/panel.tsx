import type { Words } from '../../../../core/words.ts'
import { useFormats } from '../../format.ts'
import { useWords } from '../../words.tsx'
import { type BoxProps, ticks } from './geometry.ts'

const words = {
  nl: { norm: (value: string) => `norm ${value}` },
  en: { norm: (value: string) => `norm ${value}` },
} satisfies Words<unknown>

const CONCERN = { none: null, watch: 's1', high: 's3' } as const

/** The bands of severity as tints, each with a thin edge. */
export function Bands({ box, geo }: BoxProps) {
  const { panel, y } = box
  return panel.bands.map((band, place) => {
    const until = panel.bands[place + 1]?.from ?? panel.range[1]
    const tint = CONCERN[band.concern]
    return (
      <g key={band.label}>
        {tint ? (
          <rect
            className={tint}
            x={geo.x0}
            width={geo.x1 - geo.x0}
            y={y(Math.max(until, band.from))}
            height={Math.abs(y(band.from) - y(until))}
          />
        ) : null}
        {place > 0 ? (
          <line className="band-edge" x1={geo.x0} x2={geo.x1} y1={y(band.from)} y2={y(band.from)} />
        ) : null}
      </g>
    )
  })
}

/** The axis with the real range of the scale. */
export function Axis({ box, geo }: BoxProps) {
  const format = useFormats()
  const { panel, y, top, height } = box
  const [low, high] = panel.range
  return (
    <>
      <line className="axis" x1={geo.x0 - 0.5} x2={geo.x0 - 0.5} y1={top} y2={top + height} />
      {ticks(panel.range).map((tick) => (
        <g key={tick}>
          <line className="axis" x1={geo.x0 - 4} x2={geo.x0} y1={y(tick)} y2={y(tick)} />
          <text className="r" x={geo.x0 - 8} y={y(tick) + (tick === high ? 9 : tick === low ? 2 : 4)}>
            {format.number(tick, panel.decimals)}
          </text>
        </g>
      ))}
    </>
  )
}

export function NormLine({ box, geo }: BoxProps) {
  const say = useWords(words)
  const format = useFormats()
  const { norm, decimals } = box.panel
  if (norm === null) return null
  const y = box.y(norm)
  return (
    <>
      <line className="norm" x1={geo.x0} x2={geo.x1} y1={y} y2={y} />
      <text className="r halo" x={geo.x1} y={y - 4}>
        {say.norm(format.number(norm, Math.max(1, decimals)))}
      </text>
    </>
  )
}
