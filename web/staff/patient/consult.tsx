import type { OnePager } from '../../../core/consult/one-pager.ts'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { useShortcuts } from '../../kit/shortcuts.ts'
import { State } from '../../kit/status.tsx'
import { useWords } from '../../kit/words.tsx'
import { sayDiscussed } from '../discussed.ts'
import { showUndo } from '../undo.tsx'
import { useAct } from './acts.ts'
import { Agreements } from './agreed.tsx'
import { AgreementForm } from './agreements.tsx'
import { consultWords } from './consult-words.ts'

const ID = 'consult'

/** Opened, discussed, agreed: three steps, and a sentence that the patient can read. */
export function Consult({ page }: { page: OnePager }) {
  const say = useWords(consultWords)
  const current = currentAnswer(page)
  return (
    <section id={ID}>
      <h2>{say.consult}</h2>
      <Steps page={page} />
      {current ? <Discussed answer={current} visit={page.visit} /> : null}
      {page.answer && !current ? <Earlier answer={page.answer} /> : null}
      {page.answer ? null : <p className="quiet">{say.noAnswer}</p>}
      <AgreementForm key={page.enrolment.id} page={page} responseId={current?.responseId ?? null} />
      <Agreements page={page} />
    </section>
  )
}

/** Where the charts stand between the first sentence and the consult: how far it is, and the way there. */
export function ToConsult({ page }: { page: OnePager }) {
  const say = useWords(consultWords)
  return (
    <nav className="to-consult" aria-label={say.consult}>
      <Steps page={page} />
      <a href={`#${ID}`}>{say.consult}</a>
    </nav>
  )
}

/** The answer that this consult is about, if it has come in. */
const currentAnswer = ({ answer }: OnePager) => (answer?.place === 'earlier' ? null : answer)

function Steps({ page }: { page: OnePager }) {
  const say = useWords(consultWords)
  const format = useFormats()
  const current = currentAnswer(page)
  const isAgreed = page.agreements.some(({ agreedAt }) =>
    current ? agreedAt >= current.submittedAt : format.isoDay(agreedAt) === format.isoDay(page.now),
  )
  return (
    <p className="steps">
      <Step done={Boolean(current?.opened)}>{say.open}</Step>
      <Step done={Boolean(current?.discussed)}>{say.discussed}</Step>
      <Step done={isAgreed}>{say.agreed}</Step>
    </p>
  )
}

const Step = ({ done, children }: { done: boolean; children: string }) => (
  <State sign={done ? 'done' : 'open'} tone={done ? 'better' : 'quiet'}>
    {children}
  </State>
)

/** Says it, and for ten seconds offers to take that back. */
function useSayDiscussed() {
  const say = useWords(consultWords)
  const back = useAct(sayDiscussed)
  return useAct(sayDiscussed, (_, given) => {
    if (!given.discussed) return
    const undo = () => back.mutate({ ...given, discussed: false })
    showUndo({ id: `discussed ${given.responseId}`, message: say.discussedNow, undo })
  })
}

type Answer = NonNullable<OnePager['answer']>

function Discussed({ answer, visit }: { answer: Answer; visit: string | null }) {
  const say = useWords(consultWords)
  const act = useSayDiscussed()
  const { responseId, discussed } = answer
  const appointmentId = answer.place === 'today' ? visit : null
  const turn = () => {
    if (!act.isPending) act.mutate({ responseId, appointmentId, discussed: !discussed })
  }
  useShortcuts({ d: turn })
  return (
    <>
      <Done answer={answer} />
      <p>
        <Button look={discussed ? 'text' : 'plain'} shortcut="D" disabled={act.isPending} onClick={turn}>
          {discussed ? say.undoDiscussed : say.markDiscussed}
        </Button>
      </p>
    </>
  )
}

/** An answer from before what is asked now: what came of it, and, if nobody discussed it, a way to say so. */
function Earlier({ answer }: { answer: Answer }) {
  const say = useWords(consultWords)
  const format = useFormats()
  const act = useSayDiscussed()
  const { responseId, discussed, submittedAt } = answer
  return (
    <>
      <p className="quiet">{say.earlier(format.date(submittedAt))}</p>
      <Done answer={answer} />
      {discussed ? null : (
        <p>
          <Button
            look="text"
            disabled={act.isPending}
            onClick={() => act.mutate({ responseId, appointmentId: null, discussed: true })}
          >
            {say.markEarlier}
          </Button>
        </p>
      )}
    </>
  )
}

function Done({ answer: { opened, discussed } }: { answer: Answer }) {
  const say = useWords(consultWords)
  const format = useFormats()
  return (
    <>
      {opened ? <p className="quiet">{say.opened(format.dayTime(opened.at), opened.by)}</p> : null}
      {discussed ? (
        <p className="quiet">{say.discussedBy(format.dayTime(discussed.at), discussed.by)}</p>
      ) : null}
      {discussed && !opened ? <p className="quiet">{say.notOpened}</p> : null}
    </>
  )
}
