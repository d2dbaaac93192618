import { type FormEvent, useState } from 'react'
import type { Draft } from '../../../../../core/design/draft.ts'
import { both, type Field } from '../../../../../core/design/fields.ts'
import { momentFault } from '../../../../../core/design/moment-fault.ts'
import { momentForStaff, momentHowOften, momentOfWhom } from '../../../../../core/design/parts/moment-more.ts'
import type { Instrument } from '../../../../../core/instruments/instrument.ts'
import type { Moment } from '../../../../../core/outcome-sets/moment.ts'
import type { OutcomeSet } from '../../../../../core/outcome-sets/outcome-set.ts'
import { Button } from '../../../../kit/button.tsx'
import { Dialog } from '../../../../kit/dialog.tsx'
import { useWords } from '../../../../kit/words.tsx'
import { FormProblem } from '../../../sign-in/door.tsx'
import { AskedFields, TreatmentFields } from './asked-fields.tsx'
import { designWords } from './design-words.ts'
import { Fields } from './parts/fields.tsx'
import { PersonFields } from './person-fields.tsx'
import { Reminders } from './reminders.tsx'
import { ScoreFields } from './score-fields.tsx'
import { WhenFields } from './when-fields.tsx'

type MomentProps = {
  title: string
  set: OutcomeSet
  instruments: readonly Instrument[]
  moment: Moment
  apply: (moment: Moment) => void
  /** Without it there is nothing to remove. */
  remove: (() => void) | undefined
  /** Why it could not be removed. */
  stays: string | null
  close: () => void
}

/** What is wrong with a moment is said below the form, the first thing first. */
const NOTHING_SAID: readonly string[] = []
const forPatient: Field = {
  kind: 'words',
  at: 'title',
  forPatient: true,
  label: both('Naam voor de patiënt', 'Name for the patient'),
}

/** When something is asked and what, in words; the set changes once it is applied. */
export function MomentDialog({
  title,
  set,
  instruments,
  moment: first,
  apply,
  remove,
  stays,
  close,
}: MomentProps) {
  const say = useWords(designWords)
  const [moment, setMoment] = useState(first)
  const [fault, setFault] = useState<ReturnType<typeof momentFault>>(null)
  const change = (given: Partial<Moment>) => setMoment((now) => ({ ...now, ...given }))
  const fielded = { draft: moment, change: (next: Draft) => setMoment(next as Moment), wrong: NOTHING_SAID }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = momentFault(moment)
    setFault(found)
    if (!found) apply(moment)
  }
  return (
    <Dialog title={title} closeLabel={say.cancel} size="lg" close={close}>
      <form onSubmit={submit} noValidate className="design-form">
        <Fields fields={[forPatient, momentForStaff]} {...fielded} />
        <WhenFields set={set} moment={moment} change={change} />
        <AskedFields instruments={instruments} asked={moment.instruments} change={change} />
        <TreatmentFields set={set} moment={moment} change={change} />
        <Fields fields={momentOfWhom} {...fielded} />
        <PersonFields moment={moment} change={change} />
        <ScoreFields instruments={instruments} conditions={moment.ifScores ?? []} change={change} />
        <Reminders reminders={moment.reminders} change={(reminders) => change({ reminders })} />
        <Fields fields={momentHowOften} {...fielded} />
        <FormProblem>{fault ? say.faults[fault] : stays}</FormProblem>
        <p className="version-keys">
          <Button type="submit" look="primary" size="page">
            {say.apply}
          </Button>
          {remove ? (
            <Button look="text" onClick={remove}>
              {say.remove}
            </Button>
          ) : null}
        </p>
      </form>
    </Dialog>
  )
}
