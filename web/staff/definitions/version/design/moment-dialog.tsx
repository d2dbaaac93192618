import { type FormEvent, useState } from 'react'
import { anchorWords } from '../../../../../core/anchor-words.ts'
import { anchorsOf } from '../../../../../core/design/change-set.ts'
import { momentFault } from '../../../../../core/design/moment-fault.ts'
import type { Instrument } from '../../../../../core/instrument.ts'
import type { Moment } from '../../../../../core/moment.ts'
import type { OutcomeSet } from '../../../../../core/outcome-set.ts'
import { Button } from '../../../../kit/button.tsx'
import { Dialog } from '../../../../kit/dialog.tsx'
import { SelectField } from '../../../../kit/field.tsx'
import { useLocal, useWords } from '../../../../kit/words.tsx'
import { FormProblem } from '../../../sign-in/door.tsx'
import { AskedFields, TreatmentFields } from './asked-fields.tsx'
import { designWords } from './design-words.ts'
import { LengthField } from './length-field.tsx'
import { PersonFields } from './person-fields.tsx'
import { Reminders } from './reminders.tsx'
import { ScoreFields } from './score-fields.tsx'
import { Titles } from './titles.tsx'

type MomentProps = {
  title: string
  set: OutcomeSet
  instruments: readonly Instrument[]
  moment: Moment
  apply: (moment: Moment) => void
  /** Without it there is nothing to remove. */
  remove: (() => void) | undefined
  close: () => void
}

/** When something is asked and what, in words; the set changes once it is applied. */
export function MomentDialog({ title, set, instruments, moment: first, apply, remove, close }: MomentProps) {
  const say = useWords(designWords)
  const [moment, setMoment] = useState(first)
  const [fault, setFault] = useState<ReturnType<typeof momentFault>>(null)
  const change = (given: Partial<Moment>) => setMoment((now) => ({ ...now, ...given }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = momentFault(moment)
    setFault(found)
    if (!found) apply(moment)
  }
  return (
    <Dialog title={title} closeLabel={say.cancel} size="lg" close={close}>
      <form onSubmit={submit} noValidate className="design-form">
        <Titles
          labels={[say.titleNl, say.titleEn]}
          text={moment.title}
          change={(text) => change({ title: text })}
        />
        {first.staffTitle && moment.staffTitle ? (
          <Titles
            labels={[say.staffNl, say.staffEn]}
            text={moment.staffTitle}
            change={(text) => change({ staffTitle: text })}
          />
        ) : null}
        <When set={set} moment={moment} change={change} />
        <AskedFields instruments={instruments} asked={moment.instruments} change={change} />
        <TreatmentFields set={set} moment={moment} change={change} />
        <PersonFields moment={moment} change={change} />
        <ScoreFields instruments={instruments} conditions={moment.ifScores ?? []} change={change} />
        <Reminders reminders={moment.reminders} change={(reminders) => change({ reminders })} />
        <FormProblem>{fault ? say.faults[fault] : null}</FormProblem>
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

type PartProps = { set: OutcomeSet; moment: Moment; change: (given: Partial<Moment>) => void }

function When({ set, moment, change }: PartProps) {
  const say = useWords(designWords)
  const local = useLocal()
  const own = JSON.stringify(moment.anchor)
  const anchors = anchorsOf(set, moment.id)
  const all = anchors.some((one) => JSON.stringify(one) === own) ? anchors : [moment.anchor, ...anchors]
  return (
    <>
      <SelectField
        label={say.counted}
        value={own}
        onChange={({ target }) => change({ anchor: JSON.parse(target.value) as Moment['anchor'] })}
      >
        {all.map((one) => (
          <option key={JSON.stringify(one)} value={JSON.stringify(one)}>
            {local(anchorWords(one, set))}
          </option>
        ))}
      </SelectField>
      <div className="design-lengths">
        {(['opens', 'due', 'closes', 'linkDead'] as const).map((field) => (
          <LengthField
            key={field}
            label={say[field]}
            duration={moment[field]}
            change={(duration) => change({ [field]: duration })}
            sided
          />
        ))}
      </div>
    </>
  )
}
