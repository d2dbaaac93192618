import type { Instrument } from '../../../../../core/instruments/instrument.ts'
import type { Moment } from '../../../../../core/outcome-sets/moment.ts'
import type { OutcomeSet } from '../../../../../core/outcome-sets/outcome-set.ts'
import { titleForStaff } from '../../../../../core/outcome-sets/staff-title.ts'
import { FINISH_MINUTES } from '../../../../../core/schedule/asked.ts'
import { useFormats } from '../../../../kit/format.ts'
import { useLocal, useWords } from '../../../../kit/words.tsx'
import { designWords } from './design-words.ts'
import { LengthField } from './length-field.tsx'
import { Tick } from './tick.tsx'

type Change = (given: Partial<Moment>) => void
type AskedProps = { instruments: readonly Instrument[]; asked: readonly string[]; change: Change }

/** The questionnaires of the set, each with what it costs the patient, and what the visit comes to. */
export function AskedFields({ instruments, asked, change }: AskedProps) {
  const say = useWords(designWords)
  const local = useLocal()
  const { number } = useFormats()
  // What has no wording cannot be asked; where it stands in a moment all the same, it can be taken out.
  const offered = instruments.filter(({ id, form }) => form !== null || asked.includes(id))
  const sent = instruments.filter(({ id, form }) => form !== null && asked.includes(id))
  const questions = sent.reduce((sum, { items }) => sum + items.length, 0)
  const minutes = sent.reduce((sum, one) => sum + one.minutes, FINISH_MINUTES)
  return (
    <fieldset className="design-ticks">
      <legend>{say.asked}</legend>
      {offered.map((one) => (
        <Tick
          key={one.id}
          isOn={asked.includes(one.id)}
          turn={(isOn) =>
            change({ instruments: isOn ? [...asked, one.id] : asked.filter((id) => id !== one.id) })
          }
        >
          {local(titleForStaff(one))}{' '}
          <span className="quiet">
            {one.form ? say.cost(one.items.length, number(one.minutes, 1)) : say.noWording}
          </span>
        </Tick>
      ))}
      <p role="status">{say.costOfVisit(questions, number(minutes, 0))}</p>
    </fieldset>
  )
}

type TreatmentProps = { set: OutcomeSet; moment: Moment; change: Change }
const USUAL_SKIP = 'P14D'

/** For whom the moment is, and whether something may be left out. */
export function TreatmentFields({ set, moment, change }: TreatmentProps) {
  const say = useWords(designWords)
  const local = useLocal()
  const { treatments = [], skipIfAnsweredWithin } = moment
  const choose = (next: string[]) => change({ treatments: next.length > 0 ? next : undefined })
  return (
    <>
      <fieldset className="design-ticks">
        <legend>{say.treatments}</legend>
        {set.treatmentOptions.map(({ id, title }) => (
          <Tick
            key={id}
            isOn={treatments.includes(id)}
            turn={(isOn) => choose(isOn ? [...treatments, id] : treatments.filter((one) => one !== id))}
          >
            {local(title)}
          </Tick>
        ))}
      </fieldset>
      <Tick
        isOn={skipIfAnsweredWithin !== undefined}
        turn={(isOn) => change({ skipIfAnsweredWithin: isOn ? USUAL_SKIP : undefined })}
      >
        {say.skip}
      </Tick>
      {skipIfAnsweredWithin === undefined ? null : (
        <LengthField
          label={say.skipWithin}
          duration={skipIfAnsweredWithin}
          change={(duration) => change({ skipIfAnsweredWithin: duration })}
        />
      )}
    </>
  )
}
