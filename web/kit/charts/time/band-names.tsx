import type { Words } from '../../../../core/words.ts'
import { useWords } from '../../words.tsx'
import { bandLines, type Geometry, type PanelBox } from './geometry.ts'

const words = { nl: { noBands: 'geen grenzen' }, en: { noBands: 'no bands' } } satisfies Words<unknown>

/** The words of severity at the right of a panel. */
export function BandNames({ box, geo }: { box: PanelBox; geo: Geometry }) {
  const say = useWords(words)
  const { panel, top, height } = box
  const x = geo.bandX
  if (panel.bands.length === 0)
    return (
      <text x={x} y={top + height / 2 + 4}>
        {say.noBands}
      </text>
    )
  return bandPlaces(box).map(({ label, parts, first }) => (
    <text key={label}>
      {parts.map((part, row) => (
        <tspan key={part} x={x} y={first + row * BAND_LINE + 4}>
          {part}
        </tspan>
      ))}
    </text>
  ))
}

const BAND_LINE = 13

/** The names of the bands, from the top: each in the middle of its band, or as near as its neighbours leave it. */
function bandPlaces({ panel, y, top, height }: PanelBox) {
  const placed = panel.bands.map((band, place) => {
    const parts = bandLines(band.label)
    const middle = (y(band.from) + y(panel.bands[place + 1]?.from ?? panel.range[1])) / 2
    return { label: band.label, parts, first: middle - ((parts.length - 1) / 2) * BAND_LINE }
  })
  placed.sort((a, b) => a.first - b.first)
  let floor = top + height + BAND_LINE / 2
  for (const name of placed.toReversed()) {
    name.first = Math.min(name.first, floor - name.parts.length * BAND_LINE + BAND_LINE / 2)
    floor = name.first - BAND_LINE / 2
  }
  let ceiling = top
  for (const name of placed) {
    name.first = Math.max(name.first, ceiling + BAND_LINE / 2 - 2)
    ceiling = name.first + (name.parts.length - 0.5) * BAND_LINE
  }
  return placed
}
