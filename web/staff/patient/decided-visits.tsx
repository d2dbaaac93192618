import type { DecidedVisit } from '../../../core/consult/decided-visit.ts'
import type { OnePager } from '../../../core/consult/one-pager.ts'
import { useFormats } from '../../kit/format.ts'
import { Sign } from '../../kit/symbols.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { useFindingSentence } from '../finding.ts'
import { visitWords } from '../visits/words.ts'

/** What was decided about visits by what the patient answered, and how it went on. */
export function DecidedVisits({ page: { decidedVisits, now } }: { page: OnePager }) {
  const { course } = useWords(visitWords)
  if (decidedVisits.length === 0) return null
  return (
    <section>
      <h2>{course.title}</h2>
      <ul className="agreements">
        {decidedVisits.map((visit) => (
          <Decided key={visit.appointmentId} visit={visit} now={now} />
        ))}
      </ul>
    </section>
  )
}

function Decided({ visit, now }: { visit: DecidedVisit; now: string }) {
  const say = useWords(visitWords)
  const local = useLocal()
  const format = useFormats()
  const { form, proposal, arrangedAt, visitAt } = visit
  const isWaiting = form !== 'visit' && arrangedAt === null && visitAt > now
  const about = [
    `${format.date(visitAt)}, ${local(visit.kind)}`,
    say.by(visit.by),
    proposal === form ? '' : say.course.proposed[proposal],
    isWaiting ? say.waits : '',
  ]
  return (
    <li>
      <p>
        <b>{say.decided[form]}</b>
      </p>
      <p className="quiet tiny">{about.filter(Boolean).join(' · ')}</p>
      {visitAt <= now ? <After after={visit.after} /> : null}
    </li>
  )
}

function After({ after }: Pick<DecidedVisit, 'after'>) {
  const { course } = useWords(visitWords)
  const format = useFormats()
  const sentence = useFindingSentence()
  if (!after) return <p className="quiet tiny">{course.nothing}</p>
  return (
    <p className="tiny">
      {course.after(format.date(after.at), sentence(after.finding))}{' '}
      {after.hadAlert ? (
        <span className="status watch">
          <Sign name="alert" size={12} /> {course.alert}
        </span>
      ) : null}
    </p>
  )
}
