import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import { patientParts } from '../../../core/consult/decision.ts'
import type { AgendaItem, Meeting } from '../../../core/meetings/meeting.ts'
import { Button } from '../../kit/button.tsx'
import { TextArea } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { useFormats } from '../../kit/format.ts'
import { State } from '../../kit/status.tsx'
import { useWords } from '../../kit/words.tsx'
import { showUndo } from '../undo.tsx'
import { useCalled } from './called.ts'
import { PatientFields } from './patient-fields.tsx'
import { confirm, unconfirm, useAct, write } from './queries.ts'
import { RoomActions } from './room-actions.tsx'
import { roomWords } from './room-words.ts'
import { words } from './words.ts'

type DecisionProps = { meeting: Meeting; item: AgendaItem; next: () => void }

/** What is decided, beside the outcomes; once the chair has confirmed it, it stands. */
export function RoomDecision({ meeting, item, next }: DecisionProps) {
  const isFixed =
    item.state === 'confirmed' || item.state === 'postponed' || !meeting.mayWrite || meeting.closedAt !== null
  return (
    <aside className="room-decision">
      {isFixed ? (
        <Fixed meeting={meeting} item={item} />
      ) : (
        <DecisionForm meeting={meeting} item={item} next={next} />
      )}
      <RoomActions meeting={meeting} item={item} isFixed={isFixed} />
    </aside>
  )
}

function DecisionForm({ meeting, item, next }: DecisionProps) {
  const say = useWords(roomWords)
  const { problems } = useWords(words)
  const form = useRef<HTMLFormElement>(null)
  const [base, setBase] = useState(item.version)
  const ids = { id: meeting.id, itemId: item.id }
  const called = useCalled()(item)
  const save = useAct(saveForm, problems, say.saved)
  const back = useAct(unconfirm, problems)
  const fix = useAct(decideForm, problems, () => {
    const undo = () => back.mutate(ids)
    showUndo({ id: `confirmed ${item.id}`, message: say.confirmedNow(called), undo })
  })
  const isChair = meeting.me === meeting.chair.id
  const isMdo = meeting.kind === 'mdo'
  const busy = save.isPending || fix.isPending

  async function saveForm() {
    const written = writtenIn(new FormData(form.current ?? undefined), item)
    const { version } = await write({ ...ids, version: base, ...written })
    setBase(version)
    return version
  }
  async function decideForm() {
    const actionIds = item.actions.map(({ id }) => id)
    await confirm({ ...ids, version: await saveForm(), actionIds })
    next()
  }
  const keep = (event?: FormEvent) => {
    event?.preventDefault()
    if (!busy) save.mutate(undefined)
  }
  const decide = () => {
    if (!busy) fix.mutate(undefined)
  }
  const hurry = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return
    if (isChair) decide()
    else keep()
  }
  return (
    <form ref={form} onSubmit={keep} onKeyDown={hurry} noValidate>
      {item.version > base ? <p className="status watch">{say.changed}</p> : null}
      <TextArea
        label={say.decision}
        hint={say.decisionHint}
        name="decision"
        maxLength={500}
        defaultValue={item.decision ?? ''}
      />
      <TextArea label={say.reason} name="reason" maxLength={1000} defaultValue={item.reason ?? ''} />
      {isMdo ? <PatientFields meeting={meeting} item={item} /> : null}
      <p className="room-acts">
        {isChair ? (
          <Button look="primary" size="page" wide shortcut="Ctrl ↵" disabled={busy} onClick={decide}>
            {say.confirm}
          </Button>
        ) : null}
        <Button type="submit" size="page" look={isChair ? 'plain' : 'primary'} disabled={busy}>
          {say.keep}
        </Button>
      </p>
      {isChair ? null : <p className="quiet small">{say.onlyChair(meeting.chair.name)}</p>}
    </form>
  )
}

function writtenIn(form: FormData, { situation, question }: AgendaItem) {
  const part = formText(form, 'part')
  return {
    situation,
    question,
    decision: formText(form, 'decision') || null,
    reason: formText(form, 'reason') || null,
    patientPart: patientParts.find((one) => one === part) ?? null,
    sentence: formText(form, 'sentence') || null,
  }
}

function Fixed({ meeting, item }: Omit<DecisionProps, 'next'>) {
  const say = useWords(roomWords)
  const { parts, states } = useWords(words)
  const format = useFormats()
  const { decision, reason, patientPart, sentence, shared, told, confirmedBy, confirmedAt, state } = item
  const reading = meeting.readable ? (told === false ? say.sharedUntold : say.shared) : say.kept
  return (
    <div className="room-fixed">
      <h2>{say.decision}</h2>
      <p>
        <State
          sign={state === 'confirmed' ? 'done' : 'dash'}
          tone={state === 'confirmed' ? 'better' : 'quiet'}
        >
          {states[state]}
        </State>
      </p>
      <p>
        <b>{decision}</b>
      </p>
      <p>{reason}</p>
      <p className="quiet">{patientPart ? parts[patientPart] : ''}</p>
      {sentence ? <blockquote>{sentence}</blockquote> : null}
      {shared ? <p className="quiet small">{reading}</p> : null}
      {confirmedBy && confirmedAt ? (
        <p className="quiet small">{say.fixed(confirmedBy, format.dayTime(confirmedAt))}</p>
      ) : null}
    </div>
  )
}
