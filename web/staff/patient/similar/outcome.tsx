import { lowered } from '../../../../core/change/finding-words.ts'
import type { Fared, Similar } from '../../../../core/similar/similar.ts'
import { similarWords } from '../../../../core/similar/similar-words.ts'
import { Distribution } from '../../../kit/charts/distribution/chart.tsx'
import type { Category, DistributionRow } from '../../../kit/charts/distribution/data.ts'
import { DistributionTable } from '../../../kit/charts/distribution/table.tsx'
import { ChartFigure } from '../../../kit/charts/figure.tsx'
import { Fit } from '../../../kit/charts/fit.tsx'
import { useLocal, useWords } from '../../../kit/words.tsx'
import { Icons } from './icons.tsx'

type Props = Pick<Similar, 'options' | 'outcomes'> & {
  outcome: { id: string; rows: Fared[] }
  shortcut: string
}

/** One outcome by choice: as bars beside each other, and as a hundred people for each choice. */
export function Outcome({ options, outcomes, outcome, shortcut }: Props) {
  const say = useWords(similarWords)
  const local = useLocal()
  const nameOf = (list: Similar['options'], id: string) => {
    const title = list.find((one) => one.id === id)?.title
    return title ? local(title) : id
  }
  const title = nameOf(outcomes, outcome.id)
  const sentence = say.sentence(title)
  const categories: Category[] = [
    { id: 'better', label: say.better, tone: 'better' },
    { id: 'same', label: say.same, tone: 'same' },
    { id: 'worse', label: say.worse, tone: 'worse' },
  ]
  const told = outcome.rows.filter(({ change }) => change !== null)
  const rows = told.map((fared) => rowOf(fared, nameOf(options, fared.option)))
  const untold = outcome.rows
    .filter(({ change }) => change === null)
    .map(({ option }) => lowered(nameOf(options, option)))
  const few = untold.length > 0 ? say.tooFew(untold.join(', ')) : undefined
  if (told.length === 0)
    return (
      <>
        <h2>{title}</h2>
        <p className="quiet">{few}</p>
      </>
    )
  return (
    <ChartFigure
      title={title}
      sentence={sentence}
      shortcut={shortcut}
      foot={few}
      table={<DistributionTable sentence={sentence} categories={categories} rows={rows} />}
    >
      <Fit first={520}>
        {(width) => <Distribution sentence={sentence} categories={categories} rows={rows} width={width} />}
      </Fit>
      <div className="similar-hundred">
        {told.map((fared) => (
          <Icons key={fared.option} fared={fared} option={nameOf(options, fared.option)} />
        ))}
      </div>
    </ChartFigure>
  )
}

function rowOf({ option, response, change }: Fared, label: string): DistributionRow {
  const shares = change?.shares ?? null
  return {
    id: option,
    label,
    n: shares && change ? change.n : null,
    response,
    shares: shares?.shares ?? [],
    together: shares?.together ?? 0,
  }
}
