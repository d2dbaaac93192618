import { lazy, Suspense } from 'react'
import type { Instrument } from '../../../../core/instruments/instrument.ts'
import type { Answers } from '../../../../core/response.ts'
import type { PatientLanguage } from '../../../../core/words.ts'
import { Scroller } from '../../../kit/scroller.tsx'
import { useWords } from '../../../kit/words.tsx'
import { formWords } from './form-words.ts'
import { Phone } from './phone.tsx'

export const looks = ['patient', 'surveyjs'] as const
export const sizes = ['phone', 'desktop'] as const

export type Asked = { versionId: string; instrument: Instrument }

/** Which version in which language, drawn by whom, and how wide. */
export type Shown = {
  versionId: string
  language: PatientLanguage
  look: (typeof looks)[number]
  size: (typeof sizes)[number]
}

type PreviewProps = {
  shown: Shown
  instrument: Instrument
  answers: Answers
  change: (answers: Answers) => void
}

/** SurveyJS is fetched by whoever asks how it shows the form. */
const AsSurveyJs = lazy(async () => ({ default: (await import('./as-surveyjs.tsx')).AsSurveyJs }))

/** The questions of a form at the width of a phone or of a desktop. */
export function Preview({ shown, instrument, answers, change }: PreviewProps) {
  const { versionId, language, look, size } = shown
  const say = useWords(formWords)
  const key = `${versionId} ${language}`
  return (
    <Scroller label={say.looks[look]}>
      <div className={`form-at-${size}`}>
        {look === 'surveyjs' && instrument.form ? (
          <Suspense fallback={<p className="quiet">{say.loading}</p>}>
            <AsSurveyJs
              key={key}
              form={instrument.form}
              language={language}
              answers={answers}
              change={change}
            />
          </Suspense>
        ) : (
          <Phone
            key={key}
            versionId={versionId}
            instrument={instrument}
            language={language}
            answers={answers}
            change={change}
          />
        )}
      </div>
    </Scroller>
  )
}
