import { type FormEvent, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { useLocal, useWords } from '../../kit/words.tsx'
import { useZone } from '../../kit/zone.tsx'
import { localDay } from './local-day.ts'
import type { Assessment } from './planned.tsx'
import { changeAssessment, useAct } from './queries.ts'
import { words } from './words.ts'

const SHORTEST_REASON = 3

/** A window closes at midnight after its last day. */
const lastInstant = (closesAt: string) => new Date(Date.parse(closesAt) - 1).toISOString()

/** Other dates for one measurement, or not asking it at all; always with a reason. */
export function ChangeDialog({
  enrolmentId,
  of,
  close,
}: {
  enrolmentId: string
  of: Assessment
  close: () => void
}) {
  const say = useWords(words)
  const local = useLocal()
  const zone = useZone()
  const act = useAct(changeAssessment, say.saved, say.problems)
  const [error, setError] = useState<string | undefined>()
  const ids = { id: enrolmentId, assessmentId: of.id }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
    const reason = formText(form, 'reason')
    if (reason.length < SHORTEST_REASON) return setError(say.reasonMissing)
    const dates = {
      opensOn: formText(form, 'opensOn'),
      dueOn: formText(form, 'dueOn'),
      lastDay: formText(form, 'lastDay'),
    }
    const isSkip = formText(form, 'what') === 'skip'
    if (!isSkip && !(dates.opensOn && dates.opensOn <= dates.dueOn && dates.dueOn <= dates.lastDay))
      return setError(say.problems.dates_in_order)
    const change = isSkip ? { what: 'skip' as const, reason } : { what: 'dates' as const, ...dates, reason }
    act.mutate({ ...ids, change }, { onSuccess: close })
  }
  return (
    <Dialog title={say.changeOf(local(of.title))} closeLabel={say.cancel} close={close}>
      <form onSubmit={submit} noValidate>
        <TextField label={say.opensOn} name="opensOn" type="date" defaultValue={localDay(of.opensAt, zone)} />
        <TextField label={say.dueOn} name="dueOn" type="date" defaultValue={localDay(of.dueAt, zone)} />
        <TextField
          label={say.lastDay}
          name="lastDay"
          type="date"
          defaultValue={localDay(lastInstant(of.closesAt), zone)}
        />
        <TextField label={say.reason} hint={say.reasonHint} name="reason" error={error} maxLength={500} />
        <p className="care-path-keys">
          <Button type="submit" look="primary" name="what" value="dates" disabled={act.isPending}>
            {say.move}
          </Button>
          <Button type="submit" look="soft" name="what" value="skip" disabled={act.isPending}>
            {say.skip}
          </Button>
        </p>
      </form>
    </Dialog>
  )
}
