import type { Verdict } from '../../../../core/finding.ts'
import type { Words } from '../../../../core/words.ts'
import { useFormats } from '../../format.ts'
import { useWords } from '../../words.tsx'
import { VerdictMark } from '../marks.tsx'
import { lines, textWidth } from '../text.ts'
import { lastScore, type Since, type TimePanel } from './data.ts'
import { bandRoom, type Geometry, type PanelBox, titleLines } from './geometry.ts'

const words = {
  nl: {
    better: 'beter',
    worse: 'slechter',
    same: 'geen duidelijke verandering',
    unknown: 'niet te zeggen',
    noBands: 'geen grenzen',
    noneYet: 'nog geen score',
    earlier: (date: string) => `laatste meting ${date}`,
    on: (date: string) => `op ${date}`,
  },
  en: {
    better: 'better',
    worse: 'worse',
    same: 'no clear change',
    unknown: 'cannot be said',
    noBands: 'no bands',
    noneYet: 'no score yet',
    earlier: (date: string) => `last measured ${date}`,
    on: (date: string) => `on ${date}`,
  },
} satisfies Words<unknown>

type BesideProps = {
  box: PanelBox
  geo: Geometry /** Date of the newest score in the whole chart. */
  latest: string
}

/** "hoger = meer pijn" in two lines, broken after its equals sign. */
const directionLines = (direction: string) => {
  const [first = '', second] = direction.split(/(?<==)\s*/)
  return second ? [first, ...lines(second, 68)] : lines(first, 68)
}

/** Name and direction at the left, bands, last score and changes at the right. */
export function WordsBeside({ box, geo, latest }: BesideProps) {
  const { panel, top } = box
  return (
    <>
      {titleLines(panel).map(({ text, head }, place) => (
        <text key={text} className={head ? 'h' : undefined} x="0" y={top + 13 + place * 16}>
          {text}
        </text>
      ))}
      {directionLines(panel.direction).map((text, place) => (
        <text key={text} className="r" x="200" y={top + 9 + place * 15}>
          {text}
        </text>
      ))}
      <BandNames box={box} geo={geo} />
      <Now box={box} geo={geo} latest={latest} />
    </>
  )
}

function BandNames({ box, geo }: Pick<BesideProps, 'box' | 'geo'>) {
  const say = useWords(words)
  const { panel, y, top, height } = box
  const x = geo.bandX
  if (panel.bands.length === 0)
    return (
      <text x={x} y={top + height / 2 + 4}>
        {say.noBands}
      </text>
    )
  return panel.bands.map((band, place) => {
    const middle = (y(band.from) + y(panel.bands[place + 1]?.from ?? panel.range[1])) / 2 + 4
    const parts = lines(band.label, bandRoom(geo))
    return (
      <text key={band.label}>
        {parts.map((part, row) => (
          <tspan key={part} x={x} y={middle + (row - (parts.length - 1) / 2) * 13}>
            {part}
          </tspan>
        ))}
      </text>
    )
  })
}

function Now({ box, geo, latest }: BesideProps) {
  const say = useWords(words)
  const format = useFormats()
  const { panel, top } = box
  const last = lastScore(panel)
  if (!last)
    return (
      <text x={geo.nowX} y={top + 14}>
        {say.noneYet}
      </text>
    )
  const old = format.isoDay(last.at) !== format.isoDay(latest)
  return (
    <>
      <text className={old ? 'v old' : 'v'} x={geo.nowX} y={top + 18}>
        {format.number(last.value, panel.decimals)}
      </text>
      {old ? (
        <text x={geo.sinceX} y={top + 13}>
          {say.earlier(format.date(last.at))}
        </text>
      ) : (
        <>
          {panel.since[0] ? <Change since={panel.since[0]} panel={panel} x={geo.sinceX} y={top + 9} /> : null}
          {panel.since[1] ? (
            <Change since={panel.since[1]} panel={panel} x={geo.sinceX} y={top + 25} />
          ) : null}
        </>
      )}
    </>
  )
}

function Change({ since, panel, x, y }: { since: Since; panel: TimePanel; x: number; y: number }) {
  const say = useWords(words)
  const format = useFormats()
  return (
    <>
      <text className="r" x={x + 24} y={y + 4}>
        {format.number(since.value, panel.decimals)}
      </text>
      <VerdictMark verdict={since.verdict} x={x + 40} y={y} />
      <text className={`c ${since.verdict}`} x={x + 52} y={y + 4}>
        {say[since.verdict]}
      </text>
    </>
  )
}

/** On a narrow screen the same words stand above the panel, with the change since the previous score. */
export function WordsAbove({ box, geo, latest }: BesideProps) {
  const say = useWords(words)
  const format = useFormats()
  const { panel, top } = box
  const last = lastScore(panel)
  const old = last !== null && format.isoDay(last.at) !== format.isoDay(latest)
  const [since] = panel.since
  return (
    <>
      <text className="h" x="0" y={top - 38}>
        {panel.title}
      </text>
      <text x="0" y={top - 22}>
        {panel.about}
      </text>
      <text x="0" y={top - 6}>
        {panel.direction}
      </text>
      {last ? (
        <text className={old ? 'v r old' : 'v r'} x={geo.x1} y={top - 34}>
          {format.number(last.value, panel.decimals)}
        </text>
      ) : null}
      {last && since && !old ? <ChangeAbove verdict={since.verdict} x={geo.x1} y={top - 6} /> : null}
      <text className="r" x={geo.x1} y={top - 6}>
        {!last ? say.noneYet : old ? say.on(format.shortDate(last.at)) : ''}
      </text>
    </>
  )
}

function ChangeAbove({ verdict, x, y }: { verdict: Verdict; x: number; y: number }) {
  const say = useWords(words)
  const width = textWidth(say[verdict])
  return (
    <>
      <VerdictMark verdict={verdict} x={x - width - 10} y={y - 4} />
      <text className={`c r ${verdict}`} x={x} y={y}>
        {say[verdict]}
      </text>
    </>
  )
}
