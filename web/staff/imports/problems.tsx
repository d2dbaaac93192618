import { explainProblem } from '../../../core/feeds/appointment-words.ts'
import { explainFailure } from '../../../core/feeds/file-words.ts'
import { useFormats } from '../../kit/format.ts'
import { Scroller } from '../../kit/scroller.tsx'
import { Sign } from '../../kit/symbols.tsx'
import { useLanguage, useWords } from '../../kit/words.tsx'
import type { Report } from './queries.ts'
import { words } from './words.ts'

/** Every mistake with its place and its cure; the first 200 here, all of those in a file. */
export function ProblemList({ id, report }: { id: string; report: Report }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const { number } = useFormats()
  const { problems, problemCount, wrongRows, rows } = report
  return (
    <>
      <p className="status worse">
        <Sign name="alert" />
        {say.wrong(number(problemCount), number(wrongRows), number(rows))}
      </p>
      <p>
        {problemCount > problems.length ? `${say.wrongFirst(problems.length)} ` : null}
        <a href={`/api/imports/${id}/problems.csv`} download>
          {say.download}
        </a>
      </p>
      <ProblemTable
        problems={problems.map((problem) => ({
          key: `${problem.row} ${problem.field} ${problem.code}`,
          line: problem.line,
          column: problem.column,
          value: problem.value,
          cure: explainProblem(problem, language),
        }))}
      />
    </>
  )
}

type ToldProblem = { key: string; line: number; column: string | null; value: string; cure: string }

/** What is wrong, cell by cell, with what to do. */
export function ProblemTable({ problems }: { problems: readonly ToldProblem[] }) {
  const say = useWords(words)
  const { head } = say
  return (
    <Scroller label={head.cure}>
      <table className="table imports-table">
        <thead>
          <tr>
            {[head.line, head.column, head.value, head.cure].map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {problems.map(({ key, line, column, value, cure }) => (
            <tr key={key}>
              <th scope="row">{line}</th>
              <td>{column ?? say.wholeRow}</td>
              <td>{value === '' ? <span className="quiet">{say.empty}</span> : value}</td>
              <td className="wide">{cure}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}

/** Why a file as a whole could not go in. */
export function Failure({ failure }: { failure: { code: string; detail: Record<string, unknown> } }) {
  const { language } = useLanguage()
  const [what, ...more] = explainFailure(failure, language)
  return (
    <>
      <p className="status worse" role="alert">
        <Sign name="alert" />
        {what}
      </p>
      {more.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  )
}
