import { ChartTable } from '../../kit/charts/table.tsx'
import { useFormats } from '../../kit/format.ts'
import { useLanguage, useLocal, useWords } from '../../kit/words.tsx'
import type { Result } from './filters.tsx'
import { words } from './words.ts'

/** With what was adjusted, on how many people, and how well that explains the outcome. */
export function Model({ result: { comparison, adjustedFor, notRecorded } }: { result: Result }) {
  const say = useWords(words)
  const local = useLocal()
  const format = useFormats()
  const { language } = useLanguage()
  const { model } = comparison
  const nameOf = (id: string) => {
    const found = adjustedFor.find((one) => one.id === id)
    return found ? local(found.title) : say.model.constant
  }
  const missing = new Intl.ListFormat(language).format(notRecorded.map(({ title }) => local(title)))
  return (
    <section aria-labelledby="model">
      <h2 id="model" className="heading">
        {say.model.title}
      </h2>
      {model ? (
        <>
          <p className="quiet">
            {say.model.about(say.model.kinds[model.kind], model.n, model.incomplete)}{' '}
            {model.fit === null
              ? ''
              : model.kind === 'logistic'
                ? say.model.fit.logistic(format.number(model.fit, 2))
                : say.model.fit.linear(format.percent(model.fit))}
          </p>
          <ChartTable
            caption={say.model.title}
            columns={[say.model.variable, say.model.coefficient, say.model.error]}
            rows={model.terms.map(({ variable, coefficient, error }) => ({
              key: variable,
              cells: [nameOf(variable), format.number(coefficient, 3), format.number(error, 3)],
            }))}
          />
        </>
      ) : (
        <p className="quiet">{say.model.none}</p>
      )}
      {notRecorded.length > 0 ? <p className="chart-foot">{say.model.notRecorded(missing)}</p> : null}
    </section>
  )
}
