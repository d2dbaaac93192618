import { useState } from 'react'
import type { Instrument } from '../../../../core/instrument.ts'
import type { Answers } from '../../../../core/response.ts'
import { titleForStaff } from '../../../../core/staff-title.ts'
import { type PatientLanguage, patientLanguages } from '../../../../core/words.ts'
import { SelectField } from '../../../kit/field.tsx'
import { useLocal, useWords } from '../../../kit/words.tsx'
import type { Version } from '../queries.ts'
import { formWords } from './form-words.ts'
import { Phone } from './phone.tsx'
import { Scores } from './scores.tsx'
import { languageNames } from './simulator-words.ts'

type Asked = { versionId: string; instrument: Instrument }

/** The questions on a phone as a patient gets them, and beside it what the answers come to. Nothing is kept. */
export function FormSide({ of }: { of: Version }) {
  const say = useWords(formWords)
  const all: Asked[] = of.instrument
    ? [{ versionId: of.id, instrument: of.instrument }]
    : of.instruments.map((instrument, place) => ({ versionId: of.states[place]?.id ?? '', instrument }))
  const asked = all.filter(({ instrument }) => instrument.form !== null)
  const [first] = asked
  if (!first) return <p className="quiet version-lead">{say.wordless}</p>
  return <Trying asked={asked} first={first} />
}

function Trying({ asked, first }: { asked: readonly Asked[]; first: Asked }) {
  const say = useWords(formWords)
  const local = useLocal()
  const [chosen, choose] = useState(first.versionId)
  const [language, setLanguage] = useState<PatientLanguage>('nl')
  const [answers, setAnswers] = useState<Answers>({})
  const { versionId, instrument } = asked.find((one) => one.versionId === chosen) ?? first
  return (
    <>
      <p className="version-lead">{say.about}</p>
      <div className="simulator-choices">
        <SelectField
          label={say.instrument}
          value={versionId}
          onChange={({ target }) => {
            choose(target.value)
            setAnswers({})
          }}
        >
          {asked.map((one) => (
            <option key={one.versionId} value={one.versionId}>
              {local(titleForStaff(one.instrument))}
            </option>
          ))}
        </SelectField>
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
      </div>
      <div className="form-side">
        <Phone
          key={`${versionId} ${language}`}
          versionId={versionId}
          instrument={instrument}
          language={language}
          answers={answers}
          change={setAnswers}
        />
        <Scores instrument={instrument} answers={answers} />
      </div>
    </>
  )
}
