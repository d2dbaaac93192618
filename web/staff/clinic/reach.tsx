import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ClinicRow, ResultRow } from '../../../core/consult/clinic-day.ts'
import type { Way } from '../../../core/consult/next-step.ts'
import { ApiError } from '../../kit/api.ts'
import { buttonClass } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { useRefusal } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { HandOver } from '../patient/other-modes.tsx'
import { useProblem } from '../sign-in/problem.ts'
import { phoneOf, sendLink } from './queries.ts'
import { ReplyDialog } from './reply.tsx'
import { words } from './words.ts'

type Row = ClinicRow | ResultRow
const nameOf = ({ patient }: Row) => `${patient.givenName} ${patient.familyName}`

/** What is done about a row without leaving the list: `start` begins it, `dialog` is what it asks. */
export function useReach() {
  const say = useWords(words)
  const problem = useProblem(say.problems)
  const [doing, setDoing] = useState<{ row: Row; what: Way | 'reply' } | null>(null)
  const close = () => setDoing(null)
  const link = useMutation({
    mutationFn: ({ assessmentId }: { assessmentId: string; name: string }) => sendLink(assessmentId),
    onSuccess: (_, { name }) => notifications.show({ message: say.linkSent(name) }),
    onError: (error) => notifications.show({ color: 'red', message: problem(error) }),
  })
  const start = (row: Row, what: Way | 'reply') => {
    if (what !== 'send-link') return setDoing({ row, what })
    if (row.assessmentId && !link.isPending)
      link.mutate({ assessmentId: row.assessmentId, name: nameOf(row) })
  }
  return { start, dialog: doing ? <Doing {...doing} close={close} /> : null }
}

function Doing({ row, what, close }: { row: Row; what: Way | 'reply'; close: () => void }) {
  const { assessmentId, patient } = row
  if (what === 'reply') return <ReplyDialog row={row} close={close} />
  if (!assessmentId) return null
  return what === 'tablet' ? (
    <HandOver assessmentId={assessmentId} name={patient.givenName} close={close} />
  ) : (
    <CallDialog assessmentId={assessmentId} name={nameOf(row)} close={close} />
  )
}

/** The number, and the page on which is typed what the patient says. */
function CallDialog({
  assessmentId,
  name,
  close,
}: {
  assessmentId: string
  name: string
  close: () => void
}) {
  const say = useWords(words)
  const refusal = useRefusal()
  const { data, error } = useQuery(phoneOf(assessmentId))
  const unknown = error instanceof ApiError && error.status === 404
  return (
    <Dialog title={say.callTitle(name)} closeLabel={say.close} close={close}>
      {error ? <p role="alert">{unknown ? say.noPhone : refusal(error)}</p> : null}
      <p className="clinic-phone">
        {data ? <a href={`tel:${data.phone.replace(/[^+\d]/g, '')}`}>{data.phone}</a> : null}
      </p>
      <p className="quiet">{say.callAbout}</p>
      <p className="dialog-acts">
        <Link
          className={buttonClass('primary', 'page')}
          to="/staff/answers/$assessmentId"
          params={{ assessmentId }}
          search={{ mode: 'phone' }}
        >
          {say.typeAnswers}
        </Link>
      </p>
    </Dialog>
  )
}
