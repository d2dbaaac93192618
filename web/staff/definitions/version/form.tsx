import './form.css'
import { useState } from 'react'
import type { Answers } from '../../../../core/response.ts'
import { useWords } from '../../../kit/words.tsx'
import type { Version } from '../queries.ts'
import { FormChoices } from './form-choices.tsx'
import { formWords } from './form-words.ts'
import { type Asked, Preview, type Shown } from './preview.tsx'
import { Scores } from './scores.tsx'

/** The questions as a patient gets them, or as SurveyJS shows them, and beside it what the answers come to. Nothing is kept. */
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
  const [chosen, setChosen] = useState<Shown>({
    versionId: first.versionId,
    language: 'nl',
    look: 'patient',
    size: 'phone',
  })
  const [answers, setAnswers] = useState<Answers>({})
  const { versionId, instrument } = asked.find((one) => one.versionId === chosen.versionId) ?? first
  const shown = { ...chosen, versionId }
  const choose = (given: Partial<Shown>) => {
    setChosen({ ...shown, ...given })
    if (given.versionId) setAnswers({})
  }
  return (
    <>
      <p className="version-lead">{say.about}</p>
      <FormChoices asked={asked} shown={shown} choose={choose} />
      <div className={`form-side form-side-${shown.size}`}>
        <Preview shown={shown} instrument={instrument} answers={answers} change={setAnswers} />
        <Scores instrument={instrument} answers={answers} />
      </div>
    </>
  )
}
