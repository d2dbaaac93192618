import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Meeting } from '../../../core/meetings/meeting.ts'
import { type Subject, topicOf } from '../../../core/meetings/meeting-topics.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { Section } from '../../kit/frame.tsx'
import { Loading, Trouble } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { useFormProblem } from '../form-problem.ts'
import { useSubjectSaid } from './called.ts'
import { kindWords } from './kind-words.ts'
import { listSubject, proposals, useAct } from './queries.ts'

const named = (subject: Subject) => (subject.kind === 'free' ? null : topicOf(subject))

/** What the scorecard, open actions and running improvements ask a meeting to talk about. */
export function ProposedSubjects({ meetingId }: { meetingId: string }) {
  const say = useWords(kindWords)
  const { data, error, refetch } = useQuery(proposals(meetingId))
  const put = useAct(async (subjects: readonly Subject[]) => {
    for (const subject of subjects)
      await listSubject({ id: meetingId, topic: named(subject), question: say.asks[subject.kind] })
  }, say.problems)
  const subjects = data?.subjects ?? []
  return (
    <div className="proposals">
      <Section title={say.proposed}>
        <p className="quiet small">{data && subjects.length === 0 ? say.nothing : say.proposedAbout}</p>
        {error ? <Trouble error={error} retry={() => void refetch()} /> : null}
        {data || error ? null : <Loading />}
        <ul>
          {subjects.map((one) => (
            <Row key={named(one)} subject={one} busy={put.isPending} put={() => put.mutate([one])} />
          ))}
        </ul>
        {subjects.length > 1 ? (
          <Button disabled={put.isPending} onClick={() => put.mutate(subjects)}>
            {say.putAll}
          </Button>
        ) : null}
      </Section>
    </div>
  )
}

function Row({ subject, busy, put }: { subject: Subject; busy: boolean; put: () => void }) {
  const say = useWords(kindWords)
  const said = useSubjectSaid()
  const title = said.title(subject) ?? ''
  return (
    <li>
      <div>
        <p>
          <b>{title}</b>
        </p>
        <p className="small">{said.line(subject)}</p>
      </div>
      <Button look="soft" aria-label={say.putIt(title)} disabled={busy} onClick={put}>
        {say.put}
      </Button>
    </li>
  )
}

/** A question that no figure asks. */
export function OwnSubject({ meeting }: { meeting: Meeting }) {
  const say = useWords(kindWords)
  const [times, again] = useState(0)
  const put = useAct(listSubject, say.problems)
  const problem = useFormProblem(put.error, say.problems)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const question = formText(new FormData(event.currentTarget), 'question')
    put.mutate({ id: meeting.id, topic: null, question }, { onSuccess: () => again(times + 1) })
  }
  return (
    <form key={times} className="own-subject" onSubmit={submit} noValidate>
      <TextField label={say.own} name="question" maxLength={300} error={problem.of('question')} />
      <Button type="submit" look="soft" disabled={put.isPending}>
        {say.put}
      </Button>
    </form>
  )
}
