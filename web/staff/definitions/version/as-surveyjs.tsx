import 'survey-core/survey-core.fontless.min.css'
import 'survey-core/i18n/arabic'
import 'survey-core/i18n/dutch'
import 'survey-core/i18n/german'
import 'survey-core/i18n/turkish'
import { useEffect, useState } from 'react'
import { BaseTheme, Model, SvgRegistry } from 'survey-core'
import { Survey } from 'survey-react-ui'
import type { Form } from '../../../../core/form/form.ts'
import type { Answers } from '../../../../core/response.ts'
import type { PatientLanguage } from '../../../../core/words.ts'

export type SurveyJsProps = {
  form: Form
  language: PatientLanguage
  answers: Answers
  change: (answers: Answers) => void
}

/** The form as any program that uses SurveyJS shows it, in that library's own look: all of it, with its own keys. */
export function AsSurveyJs({ form, language, answers, change }: SurveyJsProps) {
  const [model] = useState(() => openForm(form, language, answers))
  useEffect(() => {
    const tell = () => change({ ...(model.data as Answers) })
    model.onValueChanged.add(tell)
    return () => model.onValueChanged.remove(tell)
  }, [model, change])
  return <Survey model={model} />
}

/** The page's policy lets no markup carry a style, and reports one of the icons. */
function plainIcons() {
  for (const [name, markup] of Object.entries(SvgRegistry.icons))
    SvgRegistry.icons[name] = markup.replace(/ style="[^"]*"/g, '')
}

function openForm(form: Form, language: PatientLanguage, answers: Answers): Model {
  const model = new Model(form)
  plainIcons()
  model.generateStylesheet = false // the page's policy lets no script write styles: the colours come as properties
  model.applyTheme({ cssVariables: BaseTheme.cssVariables ?? {} })
  model.locale = language
  model.showCompleteButton = false // nothing is sent
  model.focusFirstQuestionAutomatic = false
  model.data = answers
  return model
}
