import { useState } from 'react'
import type { MeasureView, OnePager } from '../../../core/consult/one-pager.ts'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { useLocal, useWords } from '../../kit/words.tsx'
import { MeasureDialog } from './measure-dialog.tsx'
import { measureWords } from './measure-words.ts'

/** What a clinician or a register reports, on the same page as what the patient does. */
export function Measures({ page }: { page: OnePager }) {
  const say = useWords(measureWords)
  const format = useFormats()
  const [entering, enter] = useState<MeasureView | null>(null)
  if (page.measures.length === 0) return null
  return (
    <section className="clinical">
      <h2>
        {say.clinical} <small>{say.clinicalAbout}</small>
      </h2>
      <dl>
        {page.measures.map((measure) => (
          <Measure key={measure.id} measure={measure} enter={() => enter(measure)} />
        ))}
      </dl>
      {entering ? (
        <MeasureDialog
          key={entering.id}
          measure={entering}
          enrolmentId={page.enrolment.id}
          path={{ startedOn: page.enrolment.startedOn, today: format.isoDay(page.now) }}
          close={() => enter(null)}
        />
      ) : null}
    </section>
  )
}

function Measure({ measure, enter }: { measure: MeasureView; enter: () => void }) {
  const say = useWords(measureWords)
  const local = useLocal()
  const format = useFormats()
  const { latest, unit } = measure
  const value = () => {
    if (!latest) return say.notEntered
    if (measure.kind === 'event') return latest.value === 1 ? say.yes : say.no
    return `${format.number(latest.value, measure.decimals)} ${unit ? local(unit) : ''}`
  }
  return (
    <div>
      <dt>{local(measure.title)}</dt>
      <dd className={latest ? 'strong' : 'quiet'}>{value()}</dd>
      <dd className="quiet tiny">
        {latest ? `${format.date(latest.measuredOn)} · ${say.source[latest.source] ?? latest.source} ` : ''}
        <Button
          look="text"
          onClick={enter}
          aria-label={`${latest ? say.correct : say.enter}: ${local(measure.title)}`}
        >
          {latest ? say.correct : say.enter}
        </Button>
      </dd>
    </div>
  )
}
