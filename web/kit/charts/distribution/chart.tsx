import { useId } from 'react'
import type { Formats } from '../../../../core/words/formats.ts'
import type { Words } from '../../../../core/words.ts'
import { useFormats } from '../../format.ts'
import { useWords } from '../../words.tsx'
import { Hatch } from '../marks.tsx'
import { Picture } from '../picture.tsx'
import { lines, textWidth } from '../text.ts'
import { BAR, Bar } from './bar.tsx'
import type { DistributionProps, DistributionRow } from './data.ts'
import { LEGEND_LINE, Legend, legendPlaces } from './legend.tsx'

const words = {
  nl: {
    people: (n: number) => `n = ${n}`,
    response: (percent: string) => `respons ${percent} %`,
    hidden: 'minder dan 10 mensen',
  },
  en: {
    people: (n: number) => `n = ${n}`,
    response: (percent: string) => `response ${percent} %`,
    hidden: 'fewer than 10 people',
  },
} satisfies Words<unknown>

type Say = (typeof words)['nl']

const PITCH = 54
const LINE = 16
const NAMES = 136
const NAME_SIZE = 14
const NARROW = 480
const RIGHT = 30 // for the number behind the last part

/** How many people a bar is about. */
function peopleOf(row: DistributionRow, say: Say, format: Formats): string {
  if (row.instead !== undefined) return row.instead
  if (row.n === null) return say.hidden
  return say.people(row.n) + (row.response === null ? '' : `, ${say.response(format.percent(row.response))}`)
}

/** The texts of a row, line by line: beside the bar, or above it on a narrow screen. */
type Texts = { name: string[]; people: string; sameLine: boolean }

function textsOf(row: DistributionRow, people: string, room: number, above: boolean): Texts {
  const name = lines(row.label, room, NAME_SIZE)
  const sameLine =
    above && name.length === 1 && textWidth(row.label, NAME_SIZE) + 14 + textWidth(people) <= room
  return { name, people, sameLine }
}

/** One bar of 100 % per moment or group: how many people are in each category. */
export function Distribution({ sentence, categories, rows, width, names = NAMES, bare }: DistributionProps) {
  const hatch = useId()
  const say = useWords(words)
  const format = useFormats()
  const above = width < NARROW && !bare
  const x0 = above || bare ? 0 : names
  const legend = legendPlaces(categories, x0, width)
  const top = ((legend.at(-1)?.line ?? 0) + 1) * LEGEND_LINE
  const texts = rows.map((row) => textsOf(row, peopleOf(row, say, format), above ? width : names - 12, above))
  const most = Math.max(1, ...texts.map(({ name, sameLine }) => name.length + (above && !sameLine ? 1 : 0)))
  const pitch = PITCH + (most - 1 + (above ? 1 : 0)) * LINE
  const height = top + rows.length * pitch
  return (
    <Picture sentence={sentence} width={width} height={height}>
      <defs>
        <Hatch id={hatch} />
      </defs>
      <Legend places={legend} hatch={hatch} />
      {rows.map((row, place) => (
        <g key={row.id} transform={`translate(0 ${top + place * pitch})`}>
          {bare ? <Below row={row} people={texts[place]?.people} /> : <Names texts={texts[place]} />}
          {row.n === null ? null : (
            <g transform={`translate(${x0} ${above ? most * LINE + 4 : 0})`}>
              <Bar row={row} categories={categories} width={width - RIGHT - x0} hatch={hatch} />
            </g>
          )}
        </g>
      ))}
    </Picture>
  )
}

/** The numbers below a bar, or in its place. */
function Below({ row, people }: { row: DistributionRow; people: string | undefined }) {
  return <text y={row.n === null ? 17 : BAR + 16}>{people}</text>
}

function Names({ texts }: { texts: Texts | undefined }) {
  if (!texts) return null
  const { name, people, sameLine } = texts
  return (
    <>
      {name.map((text, place) => (
        <text key={text} className="h" y={14 + place * LINE}>
          {text}
        </text>
      ))}
      <text
        x={sameLine ? textWidth(name.join(' '), NAME_SIZE) + 14 : 0}
        y={14 + (sameLine ? 0 : name.length * LINE)}
      >
        {people}
      </text>
    </>
  )
}
