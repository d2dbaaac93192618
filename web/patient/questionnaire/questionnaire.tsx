import { type ReactNode, useEffect, useState } from 'react'
import { Survey } from 'survey-react-ui'
import type { Answer } from '../../../core/response.ts'
import { isUnchecked } from '../../../core/words/translations.ts'
import { dirOf, type PatientLanguage } from '../../../core/words.ts'
import { Step } from '../step.tsx'
import type { PatientWords } from '../words.ts'
import { type Drafts, type FlowForm, flowOf, type Place } from './flow.ts'
import { openModel } from './model.ts'
import '../page/page.css'
import './questions.css'

export type Spot = Pick<Place, 'assessment' | 'instrument' | 'item'>

type Props = {
  forms: readonly FlowForm[]
  /** What is known when the page opens, and again when another window's answers came in. */
  answers: Drafts
  language: PatientLanguage
  say: PatientWords
  /** Minutes that come after the questions. */
  minutesAfter: number
  demo: string | null
  /** What to say under a question: that it is saved, or what to do now. */
  below: (place: Place) => ReactNode
  onAnswer(spot: Spot, answer: Answer): void
  onBack(): void
  onFinish(): void
}

/** How far the bar comes with the questions; what follows takes it to its end. */
const QUESTIONS_SHARE = 0.85

/** One question at a time, over all forms. The only place that knows SurveyJS: replace this folder to replace it. */
export function Questionnaire(props: Props) {
  const { forms, answers, language, say, minutesAfter, demo, onAnswer, onBack, onFinish, below } = props
  const [flow] = useState(() => flowOf(forms))
  const [open] = useState(() => openModel(flow, answers, language, say))
  const [, redraw] = useState(0)
  const { model } = open

  useEffect(() => open.listen(onAnswer, () => redraw((count) => count + 1)), [open, onAnswer])
  useEffect(() => open.adopt(answers), [open, answers])

  const { place, isEmpty, isFirst, minutesLeft, share } = open.current()
  return (
    <Step
      back={say.back}
      onBack={() => (isFirst ? onBack() : open.previous())}
      says={say.minutesLeft(Math.ceil(minutesLeft + minutesAfter))}
      share={share * QUESTIONS_SHARE}
      foot={[isUnchecked(language) ? say.unchecked : null, demo]}
      go={say.next}
      onGo={() => open.next(onFinish)}
      skip={!place.isRequired && isEmpty ? say.skip : null}
      onSkip={() => {
        onAnswer(place, null)
        open.skip(onFinish)
      }}
    >
      <p className="context small quiet">{contextOf(place, say.side)}</p>
      {place.form.language === language ? null : (
        <p className="near small quiet">{say.onlyIn[place.form.language] ?? say.onlyIn.en}</p>
      )}
      <div lang={place.form.language} dir={dirOf(place.form.language)}>
        <Survey model={model} />
      </div>
      {below(place)}
    </Step>
  )
}

/** "Rechterkant · de afgelopen week", beginning with a capital. */
function contextOf({ form }: Place, sides: Record<string, string>): string {
  const parts = [form.sided ? sides[form.side] : '', form.recall].filter(Boolean)
  const text = parts.join(' · ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
