import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type ConsultDesk, type IndividualPlan, writtenPlan } from '../../../core/consult/individual-plan.ts'
import type { OnePager } from '../../../core/consult/one-pager.ts'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { useLocal, useWords } from '../../kit/words.tsx'
import { consultDesk } from './acts.ts'
import { deskWords } from './desk-words.ts'
import { OrderDialog } from './order-dialog.tsx'
import { PlanDialog } from './plan-dialog.tsx'

/** What was considered and chosen with this patient; and asking something once more. */
export function IndividualPlanPart({ page }: { page: OnePager }) {
  const say = useWords(deskWords)
  const { data: desk } = useQuery(consultDesk(page.enrolment.id))
  const [opened, open] = useState<'plan' | 'order' | null>(null)
  if (!desk) return null
  const hasEnded = page.enrolment.endedOn !== null
  const close = () => open(null)
  const written = writtenPlan(desk.plan)
  return (
    <section>
      <h2>{say.plan}</h2>
      {written ? <Plan plan={written} desk={desk} /> : <p className="quiet">{say.noPlan}</p>}
      <p className="choices">
        <Button onClick={() => open('plan')}>{written ? say.change : say.write}</Button>
        {hasEnded ? null : <Button onClick={() => open('order')}>{say.order}</Button>}
      </p>
      {opened === 'plan' ? (
        <PlanDialog key={desk.plan?.version ?? 0} page={page} desk={desk} close={close} />
      ) : null}
      {opened === 'order' ? <OrderDialog page={page} desk={desk} close={close} /> : null}
    </section>
  )
}

function Plan({ plan, desk }: { plan: IndividualPlan; desk: ConsultDesk }) {
  const say = useWords(deskWords)
  const local = useLocal()
  const format = useFormats()
  const chosen = plan.options.find(({ isChosen }) => isChosen)
  const others = plan.options.filter(({ isChosen }) => !isChosen)
  const stages = desk.stages.filter(({ id }) => plan.stages.includes(id))
  const lines = [
    [say.matters, plan.matters],
    [say.became, chosen?.option ?? say.notChosen],
    [say.options, others.map(({ option }) => option).join(', ')],
    [say.reason, plan.reason],
    [say.tookPart, plan.tookPart.map((who) => say.companions[who]).join(', ')],
    [say.stages, stages.map(({ title }) => local(title)).join(', ')],
  ].filter(([, text]) => text)
  return (
    <>
      <dl className="facts">
        {lines.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet tiny">{say.by(plan.writtenBy, format.date(plan.writtenAt))}</p>
    </>
  )
}
