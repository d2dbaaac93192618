import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { Section } from '../../kit/frame.tsx'
import { Scroller } from '../../kit/scroller.tsx'
import { State } from '../../kit/status.tsx'
import { Sign } from '../../kit/symbols.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { measureWords } from './measures-words.ts'
import { ProblemTable } from './problems.tsx'
import type { MeasuresReport } from './queries.ts'
import { words } from './words.ts'

type Props = { report: MeasuresReport; fileName: string; dryRun: boolean; importNow: () => void }

/** What a file of clinical measures would change, or changed. */
export function MeasuresOutcome({ report, fileName, dryRun, importNow }: Props) {
  const shared = useWords(words)
  const say = useWords(measureWords)
  const { number } = useFormats()
  if (report.problemCount > 0) return <Wrong report={report} fileName={fileName} />
  const counts = [
    ['added', 'plus', 'better', report.added],
    ['changed', 'calendar', 'info', report.changed],
    ['unchanged', 'equals', 'quiet', report.unchanged],
  ] as const
  return (
    <Section title={dryRun ? shared.dryTitle : shared.doneTitle} about={fileName}>
      <p>
        {say.summary(number(report.rows))} {dryRun ? shared.dry : null}
      </p>
      <ul className="imports-counts">
        {counts
          .filter(([, , , n]) => n > 0)
          .map(([what, sign, tone, n]) => (
            <li key={what}>
              <b>{number(n)}</b>
              <State sign={sign} tone={tone}>
                {say[what]}
              </State>
            </li>
          ))}
      </ul>
      {report.withoutEffect > 0 ? (
        <p className="status quiet">
          <Sign name="help" />
          {say.withoutEffect(number(report.withoutEffect))}
        </p>
      ) : null}
      {report.listed.length === 0 ? <p className="quiet">{say.nothingNew}</p> : null}
      {dryRun && report.listed.length > 0 ? (
        <p className="imports-now">
          <Button look="primary" size="page" onClick={importNow}>
            {shared.now}
          </Button>
        </p>
      ) : null}
      {report.listed.length > 0 ? <Rows report={report} /> : null}
    </Section>
  )
}

function Wrong({ report, fileName }: Pick<Props, 'report' | 'fileName'>) {
  const shared = useWords(words)
  const say = useWords(measureWords)
  const { number } = useFormats()
  const { problems, problemCount, rows } = report
  return (
    <Section title={shared.wrongTitle} about={fileName}>
      <p className="status worse">
        <Sign name="alert" />
        {say.wrong(number(problemCount), number(rows))}
      </p>
      {problemCount > problems.length ? <p>{shared.wrongFirst(problems.length)}</p> : null}
      <ProblemTable
        problems={problems.map(({ line, column, code, value, message }) => ({
          key: `${line} ${column} ${code}`,
          line,
          column: column && say.columnNames[column],
          value,
          cure: message,
        }))}
      />
    </Section>
  )
}

function Rows({ report: { listed, added, changed } }: { report: MeasuresReport }) {
  const { head } = useWords(words)
  const say = useWords(measureWords)
  const local = useLocal()
  const { date } = useFormats()
  const write = useValue()
  return (
    <>
      <Scroller label={head.what}>
        <table className="table imports-table">
          <thead>
            <tr>
              {[head.line, head.patient, say.measure, say.date, say.value, head.what].map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {listed.map(
              ({ line, patientNumber, title, kind, measuredOn, value, what, before, hasEffect }) => (
                <tr key={line}>
                  <th scope="row">{line}</th>
                  <td>{patientNumber}</td>
                  <td className="wide">{local(title)}</td>
                  <td className="nowrap">{date(measuredOn)}</td>
                  <td>{write(kind, value)}</td>
                  <td>
                    <State
                      sign={what === 'added' ? 'plus' : 'calendar'}
                      tone={what === 'added' ? 'better' : 'info'}
                    >
                      {say[what]}
                    </State>
                    {hasEffect ? null : <span className="quiet imports-note">{say.afterEnd}</span>}
                    {before === null ? null : (
                      <span className="quiet imports-note">{say.before(write(kind, before))}</span>
                    )}
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </Scroller>
      {added + changed > listed.length ? (
        <p className="quiet small">{say.listedFirst(listed.length)}</p>
      ) : null}
    </>
  )
}

/** An event happened or did not; a value is a number. */
function useValue() {
  const say = useWords(measureWords)
  const { number } = useFormats()
  return (kind: 'event' | 'value', value: number) =>
    kind === 'event' ? (value === 1 ? say.yes : say.no) : number(value, Number.isInteger(value) ? 0 : 2)
}
