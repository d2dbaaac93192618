import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type CallOutcome, callOutcomes } from '../../../core/mail/outreach.ts'
import { formats } from '../../../core/words/formats.ts'
import { Button, buttonClass } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { useRefusal } from '../../kit/states.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { useZone } from '../../kit/zone.tsx'
import { me } from '../queries.ts'
import { FormProblem } from '../sign-in/door.tsx'
import { useProblem } from '../sign-in/problem.ts'
import { followOf, isBarred } from './follow.ts'
import { type CallList, type CallRow, phoneNumber, recordCall } from './queries.ts'
import { type ScriptFacts, script } from './script.ts'
import { callWords } from './words.ts'

type DialogProps = { team: CallList['team']; row: CallRow; close: () => void }

/** The number, what to say, and how it ended. */
export function CallDialog({ team, row, close }: DialogProps) {
  const say = useWords(callWords)
  const [answering, setAnswering] = useState(false)
  return (
    <Dialog title={say.callTitle(row.patient.name)} closeLabel={say.close} size="lg" close={close}>
      {answering ? (
        <AnswerNow row={row} />
      ) : (
        <>
          <Phone call={{ teamId: team.id, assessmentId: row.assessmentId }} />
          <Script team={team} row={row} />
          <Outcome team={team} row={row} close={close} answer={() => setAnswering(true)} />
        </>
      )}
    </Dialog>
  )
}

/** To the page on which staff type in what a patient says; one for each thing that is asked. */
function AnswerNow({ row }: { row: CallRow }) {
  const say = useWords(callWords)
  const local = useLocal()
  return (
    <div className="call-now">
      <p>{say.answerNowAbout}</p>
      {row.about.map(({ assessmentId, title }) => (
        <Link
          key={assessmentId}
          className={buttonClass('primary', 'page')}
          to="/staff/answers/$assessmentId"
          params={{ assessmentId }}
          search={{ mode: 'phone' }}
        >
          {say.answerNow(local(title))}
        </Link>
      ))}
    </div>
  )
}

function Phone({ call }: { call: { teamId: string; assessmentId: string } }) {
  const say = useWords(callWords)
  const refusal = useRefusal()
  const { data, error } = useQuery(phoneNumber(call))
  if (error) return <p role="alert">{refusal(error)}</p>
  return (
    <p className="call-phone">
      <span className="quiet">{say.phone}</span>{' '}
      {data ? <a href={`tel:${data.phone.replace(/[^+\d]/g, '')}`}>{data.phone}</a> : '…'}
    </p>
  )
}

function askedBy({ canBeMailed, canBeTexted, wasInvited }: CallRow): ScriptFacts['mail'] {
  if (canBeMailed) return wasInvited ? 'sent' : 'to-come'
  return canBeTexted && wasInvited ? 'texted' : null
}

/** In the language that the patient speaks, where that is one of ours; else in Dutch. */
function Script({ team, row }: Omit<DialogProps, 'close'>) {
  const say = useWords(callWords)
  const { data: who } = useSuspenseQuery(me)
  const language = row.patient.language === 'en' ? 'en' : 'nl'
  const format = formats(language, useZone())
  const facts = {
    caller: who.staff.name,
    organisation: team.organisation,
    name: row.patient.name,
    visit: row.visitAt ? format.dayTime(row.visitAt) : null,
    mail: askedBy(row),
    phone: team.phone,
    urgentPhone: team.urgentPhone,
  }
  return (
    <section className="call-script">
      <h3>{say.say}</h3>
      {script[language].lines(facts).map((line) => (
        <p key={line} lang={language}>
          {line}
        </p>
      ))}
      <p className="quiet">
        <b>{say.voicemail}</b> <span lang={language}>{script[language].voicemail(facts)}</span>
      </p>
    </section>
  )
}

type OutcomeProps = DialogProps & { answer: () => void }

function Outcome({ team, row, close, answer }: OutcomeProps) {
  const say = useWords(callWords)
  const queries = useQueryClient()
  const problem = useProblem(say.problems)
  const [chosen, choose] = useState<CallOutcome | null>(null)
  const [missing, setMissing] = useState(false)
  const record = useMutation({
    mutationFn: recordCall,
    onSuccess: async (_done, { outcome }) => {
      await queries.invalidateQueries({ queryKey: ['calls', team.id] })
      notifications.show({ message: say.saved(row.patient.name) })
      if (outcome === 'answered-by-phone') answer()
      else close()
    },
  })
  const save = () => {
    setMissing(chosen === null)
    if (chosen) record.mutate({ teamId: team.id, assessmentId: row.assessmentId, outcome: chosen })
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <fieldset className="call-outcomes">
        <legend>{say.how}</legend>
        {callOutcomes.map((outcome) => (
          <label key={outcome}>
            <input
              type="radio"
              name="outcome"
              checked={chosen === outcome}
              disabled={isBarred(row, outcome)}
              onChange={() => choose(outcome)}
            />
            <span>
              {say.outcomes[outcome]}
              <span className="line quiet">{followOf(say, row, outcome)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <FormProblem>{record.error ? problem(record.error) : missing ? say.choose : null}</FormProblem>
      <p className="call-choices">
        <Button type="submit" look="primary" size="page" disabled={record.isPending}>
          {say.save}
        </Button>
        <Button look="text" onClick={close}>
          {say.cancel}
        </Button>
      </p>
    </form>
  )
}
