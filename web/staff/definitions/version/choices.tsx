import type { ReactNode } from 'react'
import type { Instrument } from '../../../../core/instruments/instrument.ts'
import type { OutcomeSet } from '../../../../core/outcome-sets/outcome-set.ts'
import { type Answering, answerings, type Sample } from '../../../../core/simulation/life.ts'
import { askedAtEach, stagesOfOthers } from '../../../../core/simulation/of-treatment.ts'
import { SelectField, TextField } from '../../../kit/field.tsx'
import { useLocal, useWords } from '../../../kit/words.tsx'
import { usePersonWords } from '../../person.ts'
import { PersonChoices } from './person-choices.tsx'
import { rhythms, simulatorWords } from './simulator-words.ts'

type ChoicesProps = {
  sample: Sample
  change: (given: Partial<Sample>) => void
  set: OutcomeSet
  instruments: ReadonlyMap<string, Instrument>
  children: ReactNode
}

/** What kind of patient lives through the two years. */
export function Choices({ sample, change, set, instruments, children }: ChoicesProps) {
  const say = useWords(simulatorWords)
  const local = useLocal()
  const { side: sideOf } = usePersonWords()
  return (
    <div className="simulator-choices">
      <TextField
        label={say.startsOn}
        type="date"
        value={sample.startsOn}
        onChange={({ target }) => target.value && change({ startsOn: target.value })}
      />
      <SelectField
        label={say.treatment}
        value={sample.treatment ?? ''}
        onChange={({ target }) => {
          const treatment = target.value || null
          change({ treatment, leftOut: stagesOfOthers(set, treatment) })
        }}
      >
        <option value="">{say.noTreatment}</option>
        {set.treatmentOptions.map(({ id, title }) => (
          <option key={id} value={id}>
            {local(title)}
          </option>
        ))}
      </SelectField>
      {sample.side ? (
        <SelectField
          label={say.side}
          value={sample.side}
          onChange={({ target }) => change({ side: target.value })}
        >
          {(['left', 'right', 'both'] as const).map((side) => (
            <option key={side} value={side}>
              {sideOf(side)}
            </option>
          ))}
        </SelectField>
      ) : null}
      <SelectField
        label={say.answers}
        value={sample.answering}
        onChange={({ target }) => change({ answering: target.value as Answering })}
      >
        {answerings.map((one) => (
          <option key={one} value={one}>
            {say.answering[one]}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={say.gap}
        value={sample.mailGapDays ?? ''}
        onChange={({ target }) => change({ mailGapDays: target.value ? Number(target.value) : null })}
      >
        <option value="">{say.noGap}</option>
        {[2, 3, 5, 7, 14].map((days) => (
          <option key={days} value={days}>
            {say.gapOf(days)}
          </option>
        ))}
      </SelectField>
      <RhythmChoices sample={sample} change={change} set={set} />
      <PersonChoices sample={sample} change={change} set={set} instruments={instruments} />
      {children}
      <StageChoice sample={sample} change={change} set={set} />
    </div>
  )
}

/** How often appointments come before each of which something is asked: the set does not say so. */
function RhythmChoices({ sample, change, set }: Omit<ChoicesProps, 'children' | 'instruments'>) {
  const say = useWords(simulatorWords)
  const local = useLocal()
  const asked = askedAtEach(set)
  const choose = (kind: string, rhythm: string) => {
    const { [kind]: _, ...others } = sample.rhythms
    change({ rhythms: rhythm ? { ...others, [kind]: rhythm } : others })
  }
  return set.appointmentKinds
    .filter(({ id }) => asked.includes(id))
    .map(({ id, title }) => (
      <SelectField
        key={id}
        label={say.rhythmOf(local(title))}
        value={sample.rhythms[id] ?? ''}
        onChange={({ target }) => choose(id, target.value)}
      >
        <option value="">
          {set.stageRules.some(({ appointmentKind }) => appointmentKind === id) ? say.once : say.notAtAll}
        </option>
        {rhythms.map((rhythm) => (
          <option key={rhythm} value={rhythm}>
            {say.rhythms[rhythm]}
          </option>
        ))}
      </SelectField>
    ))
}

function StageChoice({ sample: { leftOut }, change, set }: Omit<ChoicesProps, 'children' | 'instruments'>) {
  const say = useWords(simulatorWords)
  const local = useLocal()
  return (
    <fieldset className="simulator-stages">
      <legend>{say.stages}</legend>
      <p className="quiet">{say.stagesAbout}</p>
      {set.carePath.stages.map(({ id, title }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={!leftOut.includes(id)}
            onChange={({ target }) =>
              change({ leftOut: target.checked ? leftOut.filter((one) => one !== id) : [...leftOut, id] })
            }
          />
          {local(title)}
        </label>
      ))}
    </fieldset>
  )
}
