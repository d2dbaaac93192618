import type { MissingGroup, TeamOutcomes } from '../../../core/figures/team-outcomes.ts'
import { wayWords } from '../../../core/figures/team-way-words.ts'
import { ChartFigure } from '../../kit/charts/figure.tsx'
import { Fit } from '../../kit/charts/fit.tsx'
import { ResponseDots, type ResponseRow, ResponseTable } from '../../kit/charts/response-dots.tsx'
import { useFormats } from '../../kit/format.ts'
import { useLocal, useWords } from '../../kit/words.tsx'
import { NothingYet } from './way-to-talk.tsx'

const CLEARLY = 0.1 // ten percentage points below all

/** Who answers less at the moment in view: by age, language, and whether there is a mail address. */
export function Missing({ outcomes }: { outcomes: TeamOutcomes }) {
  const say = useWords(wayWords)
  const local = useLocal()
  const format = useFormats()
  const moment = outcomes.moments.find(({ id }) => id === outcomes.moment)
  const all = moment?.summary.response ?? null
  const title = say.missing.title(moment?.title ? local(moment.title) : '')
  if (outcomes.who) return <NothingYet title={title} text={say.missing.everybody} />
  if (all === null) return <NothingYet title={title} text={say.missing.few} />
  const told = new Set(outcomes.missing.flatMap(({ by, asked }) => (asked === null ? [] : [by])))
  const rows = outcomes.missing
    .filter(({ by }) => told.has(by))
    .map((group, place, list) => rowOf(group, all, list[place - 1], say.missing.groups))
  const behind = rows.filter((row) => row.behind).map(({ label }) => label)
  const sentence = `${say.missing.all(format.percent(all))} ${behind.length > 0 ? say.missing.behind(behind.join(', ')) : say.missing.nobody}`
  return (
    <ChartFigure
      title={title}
      sentence={sentence}
      shortcut="2"
      table={<ResponseTable sentence={sentence} rows={rows} />}
      foot={`${say.missing.diamonds} ${say.missing.foot}`}
    >
      <Fit first={372}>
        {(width) => <ResponseDots sentence={sentence} all={all} rows={rows} width={width} />}
      </Fit>
    </ChartFigure>
  )
}

function rowOf(
  { by, id, asked, response }: MissingGroup,
  all: number,
  before: MissingGroup | undefined,
  names: Record<string, string>,
): ResponseRow {
  const value = asked === null || response === null ? null : { asked, response }
  return {
    id: `${by}-${id}`,
    label: names[id] ?? id,
    value,
    behind: value !== null && value.response <= all - CLEARLY,
    first: before !== undefined && before.by !== by,
  }
}
