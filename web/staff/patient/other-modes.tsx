import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { OnePager, PlanRow } from '../../../core/consult/one-pager.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { launchOfTab } from '../../kit/launch.ts'
import { useRefusal } from '../../kit/states.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { handOver } from '../answers/queries.ts'
import { modesWords } from './modes-words.ts'

/** What can be answered now and was not: on this device, on paper, by telephone. */
export function OtherModes({ page }: { page: OnePager }) {
  const say = useWords(modesWords)
  const local = useLocal()
  const [handing, setHanding] = useState(false)
  const open = page.plan.find((row) => isOpen(row, page.now))
  // A record system opened one patient's page, and not what is asked elsewhere.
  if (!open || page.patient.deceasedOn || launchOfTab()) return null
  const { assessmentId } = open
  return (
    <section>
      <h2>
        {say.title} <small>{local(open.moment)}</small>
      </h2>
      <p>
        <Button onClick={() => setHanding(true)}>{say.tablet}</Button>
      </p>
      <p>
        <Link to="/staff/answers/$assessmentId" params={{ assessmentId }}>
          {say.type}
        </Link>
      </p>
      <p>
        <a href={`/api/entries/${assessmentId}/paper`} target="_blank" rel="noreferrer">
          {say.print}
        </a>
      </p>
      {handing ? (
        <HandOver assessmentId={assessmentId} name={page.patient.givenName} close={() => setHanding(false)} />
      ) : null}
    </section>
  )
}

const isOpen = ({ state, submittedAt, opensAt, closesAt }: PlanRow, now: string) =>
  state !== 'withdrawn' && submittedAt === null && opensAt <= now && closesAt > now

type HandOverProps = { assessmentId: string; name: string; close: () => void }

/** Asks first: whoever hands the device over is signed out on it. */
export function HandOver({ assessmentId, name, close }: HandOverProps) {
  const say = useWords(modesWords)
  const refusal = useRefusal()
  const act = useMutation({
    mutationFn: handOver,
    // A page afresh in the place of this one: nothing of it stays in memory, and Back does not lead to it.
    onSuccess: ({ address }) => location.replace(address),
  })
  return (
    <Dialog title={say.tablet} closeLabel={say.cancel} close={close}>
      <p>{say.signsOut}</p>
      <p>{say.handTo(name)}</p>
      {act.error ? <p role="alert">{refusal(act.error)}</p> : null}
      <p className="choices">
        <Button
          look="primary"
          size="page"
          disabled={act.isPending || act.isSuccess}
          onClick={() => act.mutate(assessmentId)}
        >
          {say.handOver}
        </Button>
        <Button look="text" onClick={close}>
          {say.cancel}
        </Button>
      </p>
    </Dialog>
  )
}
