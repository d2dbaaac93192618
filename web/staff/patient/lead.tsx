import type { Finding } from '../../../core/change/finding.ts'
import type { OnePager } from '../../../core/consult/one-pager.ts'
import { useFormats } from '../../kit/format.ts'
import { ChangeSign } from '../../kit/status.tsx'
import { Sign } from '../../kit/symbols.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { useFindingSentence, useMissingSentence, useSevereSentence } from '../finding.ts'
import { chartWords } from './chart-words.ts'
import { Goals } from './goals.tsx'

/** What changed first, in words; beside it what the patient wants to talk about, and wants to be able to do. */
export function Lead({ page }: { page: OnePager }) {
  if (page.panels.length === 0 && page.goals.length === 0) return null
  return (
    <div className="lead">
      <div>{page.panels.length > 0 ? <Headline finding={page.finding} /> : null}</div>
      <div>
        <Wishes page={page} />
        <Goals page={page} />
      </div>
    </div>
  )
}

function Headline({ finding }: Pick<OnePager, 'finding'>) {
  const sentence = useFindingSentence()
  const why = useWhy()
  const severe = useSevereSentence()(finding)
  const missing = useMissingSentence()(finding)
  return (
    <>
      {severe ? (
        <h2 className="severe">
          <Sign name="diamond" size={16} /> {severe}
        </h2>
      ) : null}
      <h2>
        {finding.kind === 'change' ? <ChangeSign verdict={finding.verdict} /> : null} {sentence(finding)}
      </h2>
      <p className="quiet">{[why(finding), missing].filter(Boolean).join(' ')}</p>
    </>
  )
}

function Wishes({ page: { answer, alerts } }: { page: OnePager }) {
  const say = useWords(chartWords)
  const local = useLocal()
  const format = useFormats()
  if (!answer) return null
  const topics = [...answer.topics.map(local), answer.topicText ?? ''].filter(Boolean)
  const isSaidAbove = alerts.some(({ closedAt }) => closedAt === null)
  const isOver = answer.place === 'earlier' && answer.discussed
  return (
    <section>
      <h3>{answer.place === 'today' ? say.wants : say.wanted(format.date(answer.submittedAt))}</h3>
      {topics.length > 0 ? (
        <ol>
          {topics.map((topic, place) => (
            <li key={topic}>
              <b>{place + 1}</b> {topic}
            </li>
          ))}
        </ol>
      ) : (
        <p className="quiet">{say.wantsNothing}</p>
      )}
      {answer.urgent && !isOver && !isSaidAbove ? (
        <p className="status worse">
          <Sign name="alert" />
          {say.urgent}
        </p>
      ) : null}
    </section>
  )
}

/** Why that may be said, and what the other scales did. */
function useWhy(): (finding: Finding) => string {
  const say = useWords(chartWords)
  const format = useFormats()
  return (finding) => {
    if (finding.kind === 'no-clear-change') return say.withinError
    if (finding.kind !== 'change') return ''
    const number = (value: number) => format.number(value, finding.decimals)
    const { threshold, first, others } = finding
    const counts = (['worse', 'better', 'same', 'unknown'] as const).filter((verdict) => others[verdict] > 0)
    return [
      say.beyond(number(threshold)),
      first
        ? say.againstFirst(number(first.value), format.shortDate(first.at), say.others[first.verdict])
        : '',
      counts.length > 0
        ? say.othersAbout(counts.map((one) => `${others[one]} ${say.others[one]}`).join(', '))
        : '',
    ]
      .filter(Boolean)
      .join(' ')
  }
}
