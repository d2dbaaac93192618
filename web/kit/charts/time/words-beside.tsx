import type { Words } from '../../../../core/words.ts'
import { useFormats } from '../../format.ts'
import { useWords } from '../../words.tsx'
import { VerdictMark } from '../marks.tsx'
import { BandNames } from './band-names.tsx'
import { lastScore, type Since, type TimePanel } from './data.ts'
import { directionLines, titleLines, type WordsProps } from './geometry.ts'
import { verdictWords } from './verdict-words.ts'

const words = {
  nl: { noneYet: 'nog geen score', earlier: (date: string) => `laatste meting ${date}` },
  en: { noneYet: 'no score yet', earlier: (date: string) => `last measured ${date}` },
} satisfies Words<unknown>

/** Name and direction at the left, bands, last score and changes at the right. */
export function WordsBeside({ box, geo, latest }: WordsProps) {
  const { panel, top } = box
  return (
    <>
      {titleLines(panel).map(({ text, head }, place) => (
        <text key={text} className={head ? 'h' : undefined} x="0" y={top + 13 + place * 16}>
          {text}
        </text>
      ))}
      {directionLines(panel.direction).map((text, place) => (
        <text key={text} className="r" x={geo.directionX} y={top + 9 + place * 15}>
          {text}
        </text>
      ))}
      <BandNames box={box} geo={geo} />
      <Now box={box} geo={geo} latest={latest} />
    </>
  )
}

function Now({ box, geo, latest }: WordsProps) {
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
  const say = useWords(verdictWords)
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
