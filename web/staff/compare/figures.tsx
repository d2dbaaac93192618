import { isAmongOthers } from '../../../core/figures/team-comparison.ts'
import { Caterpillar } from '../../kit/charts/compare/caterpillar.tsx'
import type { ComparedRow } from '../../kit/charts/compare/data.ts'
import { FunnelPlot } from '../../kit/charts/compare/funnel-plot.tsx'
import { CompareTable } from '../../kit/charts/compare/table.tsx'
import { ChartFigure } from '../../kit/charts/figure.tsx'
import { Fit } from '../../kit/charts/fit.tsx'
import { useFormats } from '../../kit/format.ts'
import { useLanguage, useLocal, useWords } from '../../kit/words.tsx'
import type { Result } from './filters.tsx'
import { words } from './words.ts'

/** Where the own team stands among those that take part. */
export function FunnelFigure({ result }: { result: Result }) {
  const say = useWords(words)
  const drawn = useDrawn(result)
  const sentence = useTeamSentence(result)
  const { overall } = result.comparison
  return (
    <ChartFigure
      title={say.funnel}
      sentence={sentence}
      shortcut="1"
      table={<CompareTable sentence={sentence} rows={drawn.rows} write={drawn.write} />}
      foot={say.funnelFoot}
    >
      {overall ? (
        <Fit first={860}>
          {(width) => <FunnelPlot sentence={sentence} overall={overall} width={width} {...drawn} />}
        </Fit>
      ) : (
        <p className="quiet">{say.model.none}</p>
      )}
    </ChartFigure>
  )
}

/** Every group with its interval. */
export function CaterpillarFigure({ result, shortcut }: { result: Result; shortcut: string }) {
  const say = useWords(words)
  const drawn = useDrawn(result)
  const [beside, within] = [useTeamSentence(result), useGroupsSentence(result)]
  const sentence = isAmongOthers(result.by) ? beside : within
  return (
    <ChartFigure
      title={say.caterpillar}
      sentence={sentence}
      shortcut={shortcut}
      table={<CompareTable sentence={sentence} rows={drawn.rows} write={drawn.write} />}
      foot={say.caterpillarFoot}
    >
      <Fit first={860}>
        {(width) => (
          <Caterpillar sentence={sentence} overall={result.comparison.overall} width={width} {...drawn} />
        )}
      </Fit>
    </ChartFigure>
  )
}

/** What a unit without a name of its own is called. */
function useUnnamed() {
  const say = useWords(words)
  return (by: Result['by'], id: string): string => {
    if (by === 'clinician') return id === 'mine' ? say.mine : say.colleagues
    if (by === 'treatment') return say.noTreatment
    if (by === 'site') return say.noSite
    return id === 'own' ? say.ownOrganisation : say.other[by](id.replace('other-', ''))
  }
}

function useDrawn({ by, comparison, names, range, indicator }: Result) {
  const say = useWords(words)
  const local = useLocal()
  const format = useFormats()
  const unnamed = useUnnamed()
  const nameOf = (id: string) => {
    const title = names.find((one) => one.id === id)?.title
    return title ? local(title) : unnamed(by, id)
  }
  const rows = comparison.units.map(
    ({ id, told }): ComparedRow => ({
      id,
      told,
      label: nameOf(id),
      own: names.some((one) => one.id === id && one.own),
    }),
  )
  const isShare = comparison.kind === 'share'
  return {
    rows,
    range,
    axis: [
      say.axis[comparison.kind],
      comparison.overall ? say.adjusted : say.raw,
      say.better[indicator.direction],
    ].join(', '),
    write: (value: number) =>
      isShare ? format.number(value * 100) : format.number(value, indicator.decimals),
  }
}

function useTeamSentence(result: Result): string {
  const say = useWords(words)
  const { rows, write } = useDrawn(result)
  const told = rows.find(({ own }) => own)?.told
  const sign = result.comparison.kind === 'share' ? ' %' : ''
  if (!told) return say.none
  const value = write((told.adjusted ?? told.raw).value) + sign
  const all = result.comparison.overall ? write(result.comparison.overall.value) + sign : '–'
  return say.sentence[told.standing](value, all)
}

function useGroupsSentence(result: Result): string {
  const say = useWords(words)
  const { language } = useLanguage()
  const { rows } = useDrawn(result)
  const standing = (...kinds: string[]) => rows.filter(({ told }) => told && kinds.includes(told.standing))
  if (rows.every(({ told }) => told === null))
    return result.by === 'clinician' ? say.fewClinicians : say.noGroup
  const outside = standing('beyond-95', 'beyond-998').map(({ label }) => label)
  return [
    say.among(standing('within', 'beyond-95', 'beyond-998').length),
    outside.length > 0 ? say.outside(new Intl.ListFormat(language).format(outside)) : '',
  ]
    .filter(Boolean)
    .join(' ')
}
