import type { OnePager, PlanRow } from '../../../core/consult/one-pager.ts'
import { useFormats } from '../../kit/format.ts'
import { Status } from '../../kit/status.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { planWords } from './plan-words.ts'

const RECENT = 4

/** When it was answered, or should have been. */
const dayOf = ({ submittedAt, dueAt }: PlanRow): string => submittedAt ?? dueAt

/** How many of the measurements so far were answered, and how the last ones came about. */
export function Completeness({ page }: { page: OnePager }) {
  const say = useWords(planWords)
  const format = useFormats()
  const over = page.plan
    .filter(({ state }) => state === 'answered' || state === 'discussed' || state === 'expired')
    .toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1))
  const answered = over.filter(({ submittedAt }) => submittedAt !== null)
  if (over.length === 0) return null
  return (
    <section>
      <h2>
        {say.complete} <small>{say.completeOf(answered.length, over.length)}</small>
      </h2>
      <dl className="facts">
        {over.slice(0, RECENT).map((row) => (
          <div key={row.assessmentId}>
            <dt>{format.date(dayOf(row))}</dt>
            <dd>
              <How row={row} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function How({ row }: { row: PlanRow }) {
  const say = useWords(planWords)
  const local = useLocal()
  if (row.state === 'withdrawn' || row.submittedAt === null)
    return (
      <>
        {local(row.moment)}: <Status of="expired" />
      </>
    )
  const how = [
    local(row.moment),
    row.respondent && say.respondent[row.respondent],
    row.mode && say.mode[row.mode],
    row.mode === 'paper' && row.typedTwice !== null && (row.typedTwice ? say.checked : say.unchecked),
    row.minutes && say.minutes(row.minutes),
  ]
  return how.filter(Boolean).join(', ')
}
