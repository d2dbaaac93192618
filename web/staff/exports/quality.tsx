import { useQuery } from '@tanstack/react-query'
import type { QualityRow } from '../../../core/figures/data-quality.ts'
import { ChartTable } from '../../kit/charts/table.tsx'
import { useFormats } from '../../kit/format.ts'
import { useLocal, useWords } from '../../kit/words.tsx'
import { quality } from './queries.ts'
import { words } from './words.ts'

/** How complete, how soon and how usable: what a register asks first. */
export function Quality({ teamId }: { teamId: string }) {
  const say = useWords(words)
  const format = useFormats()
  const { data } = useQuery(quality(teamId))
  if (!data) return null
  const { since, moments, measures } = data
  return (
    <section className="section" aria-labelledby="quality">
      <h2 id="quality" className="heading">
        {say.quality.title}
      </h2>
      <p className="quiet">{say.quality.about(format.day(since))}</p>
      <QualityTable title={say.quality.moments} rows={moments} />
      <QualityTable title={say.quality.measures} rows={measures} />
      <p className="chart-foot">{say.quality.foot}</p>
    </section>
  )
}

function QualityTable({ title, rows }: { title: string; rows: readonly QualityRow[] }) {
  const say = useWords(words)
  const local = useLocal()
  const cells = useCells()
  if (rows.length === 0) return null
  return (
    <div className="export-quality">
      <ChartTable
        caption={title}
        columns={[title, ...say.quality.columns]}
        rows={rows.map(({ id, title: name, figures }) => ({
          key: id,
          cells: [local(name), ...(figures ? cells(figures) : [say.quality.few, '–', '–', '–', '–'])],
        }))}
      />
    </div>
  )
}

function useCells() {
  const say = useWords(words)
  const format = useFormats()
  return ({ expected, known, days, unusable, sources }: NonNullable<QualityRow['figures']>) => [
    expected,
    `${format.percent(known / expected)}\u00A0%`,
    days === null ? '–' : format.number(days),
    unusable,
    sources.map(({ source, n }) => `${say.quality.sources[source] ?? source} ${n}`).join(', ') || '–',
  ]
}
