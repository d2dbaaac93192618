import type { AgreementView, OnePager } from '../../../core/consult/one-pager.ts'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { State } from '../../kit/status.tsx'
import { useWords } from '../../kit/words.tsx'
import { showUndo } from '../undo.tsx'
import { letStand, sayDone, takeBack, useAct } from './acts.ts'
import { consultWords } from './consult-words.ts'

/** What was agreed before, the newest first: goals, then what somebody does. */
export function Agreements({ page }: { page: OnePager }) {
  const say = useWords(consultWords)
  const goals = page.agreements.filter(({ kind }) => kind === 'goal')
  const agreed = page.agreements.filter(({ kind }) => kind !== 'goal')
  if (page.agreements.length === 0) return <p className="quiet">{say.noAgreements}</p>
  return (
    <>
      {goals.length > 0 ? <h3>{say.goals}</h3> : null}
      <List page={page} agreements={goals} />
      {agreed.length > 0 ? <h3>{say.before}</h3> : null}
      <List page={page} agreements={agreed} />
    </>
  )
}

function List({ page, agreements }: { page: OnePager; agreements: readonly AgreementView[] }) {
  return (
    <ul className="agreements">
      {agreements.map((one) => (
        <Agreed key={one.id} page={page} agreement={one} />
      ))}
    </ul>
  )
}

function Agreed({ page, agreement }: { page: OnePager; agreement: AgreementView }) {
  const say = useWords(consultWords)
  const format = useFormats()
  const { id, sentence, who, dueOn, doneAt, kind, agreedAt, by } = agreement
  const which = { enrolmentId: page.enrolment.id, agreementId: id }
  const stand = useAct(letStand)
  const back = useAct(takeBack, () => {
    const undo = () => stand.mutate(which)
    showUndo({ id: `taken back ${id}`, message: say.takenBack, undo })
  })
  const undone = useAct(sayDone)
  const done = useAct(sayDone, (_, given) => {
    const undo = () => undone.mutate({ ...given, done: !given.done })
    showUndo({ id: `done ${id}`, message: given.done ? say.doneNow : say.notDoneNow, undo })
  })
  const isLate = dueOn !== null && doneAt === null && dueOn < format.isoDay(page.now)
  return (
    <li>
      <p>{sentence}</p>
      <p className="quiet tiny">
        {[format.date(agreedAt), by, who, dueOn && say.dueOn(format.date(dueOn))].filter(Boolean).join(' · ')}
      </p>
      <p className="choices tiny">
        {doneAt ? (
          <State sign="done" tone="better">
            {kind === 'goal' ? say.reached : say.done}
          </State>
        ) : isLate ? (
          <State sign="open" tone="watch">
            {say.late}
          </State>
        ) : null}
        <Button
          look="text"
          disabled={done.isPending}
          aria-label={`${doneAt ? say.notDone : kind === 'goal' ? say.sayReached : say.sayDone}: ${sentence}`}
          onClick={() => done.mutate({ ...which, done: doneAt === null })}
        >
          {doneAt ? say.notDone : kind === 'goal' ? say.sayReached : say.sayDone}
        </Button>
        <Button
          look="text"
          disabled={back.isPending}
          aria-label={`${say.takeBack}: ${sentence}`}
          onClick={() => back.mutate(which)}
        >
          {say.takeBack}
        </Button>
      </p>
    </li>
  )
}
