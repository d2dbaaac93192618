import { useState } from 'react'
import type { Instrument } from '../../../../core/instruments/instrument.ts'
import { languageFor } from '../../../../core/instruments/written-in.ts'
import type { OutcomeSet } from '../../../../core/outcome-sets/outcome-set.ts'
import { titleForStaff } from '../../../../core/outcome-sets/staff-title.ts'
import { burdenOf, clashesOf, sittingsOf } from '../../../../core/simulation/burden.ts'
import type { Sample } from '../../../../core/simulation/life.ts'
import { simulate } from '../../../../core/simulation/simulate.ts'
import { usualSample } from '../../../../core/simulation/usual-sample.ts'
import { type PatientLanguage, patientLanguages } from '../../../../core/words.ts'
import { SelectField } from '../../../kit/field.tsx'
import { useLocal, useWords } from '../../../kit/words.tsx'
import { useZone } from '../../../kit/zone.tsx'
import { BurdenTable } from './burden-table.tsx'
import { Choices } from './choices.tsx'
import { Clashes } from './clashes.tsx'
import { LifeTable, NotAsked } from './life.tsx'
import { languageNames, type Rhythm, simulatorWords } from './simulator-words.ts'

type SimulatorProps = { set: OutcomeSet; instruments: readonly Instrument[] }

/** A sample patient through two years of a set, by the schedule and the sender's own rules; nothing is stored. */
export function Simulator({ set, instruments }: SimulatorProps) {
  const say = useWords(simulatorWords)
  const zone = useZone()
  const [sample, setSample] = useState<Sample>(() => usualSample(set, new Date().toISOString().slice(0, 10)))
  const [language, setLanguage] = useState<PatientLanguage>('nl')
  const hours = { timeZone: zone, sendFrom: '08:00', sendUntil: '20:00', quietDays: [] }
  const asking = { set, instruments: new Map(instruments.map((one) => [one.id, one])) }
  const simulation = simulate(asking, sample, hours)
  return (
    <>
      <p className="version-lead">{say.about}</p>
      <Choices sample={sample} change={(given) => setSample({ ...sample, ...given })} {...asking}>
        <SelectField
          label={say.language}
          value={language}
          onChange={({ target }) => setLanguage(target.value as PatientLanguage)}
        >
          {patientLanguages.map((one) => (
            <option key={one} value={one}>
              {languageNames[one]}
            </option>
          ))}
        </SelectField>
      </Choices>
      <NotWritten instruments={instruments} language={language} />
      <BurdenTable years={burdenOf(simulation, sample.startsOn)} sittings={sittingsOf(simulation).length}>
        <Reckoned rhythms={sample.rhythms} set={set} />
      </BurdenTable>
      <Clashes clashes={clashesOf(simulation)} simulation={simulation} asking={asking} />
      <LifeTable simulation={simulation} asking={asking} />
      <NotAsked simulation={simulation} asking={asking} />
    </>
  )
}

/** Questionnaires that this patient would get in another language than their own. */
function NotWritten({
  instruments,
  language,
}: {
  instruments: readonly Instrument[]
  language: PatientLanguage
}) {
  const say = useWords(simulatorWords)
  const local = useLocal()
  const others = instruments.filter((one) => one.form && languageFor(one, language, 'nl') !== language)
  if (others.length === 0) return null
  return (
    <p>
      {say.notWritten(languageNames[language], others.map((one) => local(titleForStaff(one))).join(', '))}
    </p>
  )
}

/** How often appointments were taken to come: a set does not say so, and the figures below follow from it. */
function Reckoned({ rhythms, set }: Pick<Sample, 'rhythms'> & { set: OutcomeSet }) {
  const say = useWords(simulatorWords)
  const local = useLocal()
  const repeated = set.appointmentKinds.flatMap(({ id, title }) => {
    const rhythm = rhythms[id]
    return rhythm ? [say.repeated(local(title), say.rhythms[rhythm as Rhythm])] : []
  })
  return <p className="quiet">{say.reckoned(repeated.join(', '))}</p>
}
