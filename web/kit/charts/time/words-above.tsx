import type { Verdict } from '../../../../core/change/finding.ts'
import type { Words } from '../../../../core/words.ts'
import { useFormats } from '../../format.ts'
import { useWords } from '../../words.tsx'
import { VerdictMark } from '../marks.tsx'
import { textWidth } from '../text.ts'
import { lastScore } from './data.ts'
import type { WordsProps } from './geometry.ts'
import { verdictWords } from './verdict-words.ts'

const words = {
  nl: { noneYet: 'nog geen score', on: (date: string) => `op ${date}` },
  en: { noneYet: 'no score yet', on: (date: string) => `on ${date}` },
} satisfies Words<unknown>

/** On a narrow screen the same words stand above the panel, with the change since the previous score. */
export function WordsAbove({ box, geo, latest }: WordsProps) {
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
  const say = useWords(verdictWords)
  const width = textWidth(say[verdict])
  const start = x - width
  return (
    <>
      <VerdictMark verdict={verdict} x={start - 10} y={y - 4} />
      <text className={`c ${verdict}`} x={start} y={y}>
        {say[verdict]}
      </text>
    </>
  )
}
