import type { Answer, Answers, ResponseAnswers } from '../../core/response.ts'
import type { PatientLanguage } from '../../core/words.ts'

// What GET /api/patient/task answers: server/forms/task.ts.

export type AskedForm = {
  id: string
  /** The one of its texts, which need not be the page's. */
  language: string
  title: string
  recall: string
  sided: boolean
  minutes: number
  /** SurveyJS, every text a plain string. */
  form: PlainForm
}
export type PlainForm = { pages: PlainPage[] }
export type PlainPage = { visibleIf?: string; elements: PlainElement[] }
export type PlainElement = PlainQuestion | { type: 'panel'; visibleIf?: string; elements: PlainQuestion[] }
export type PlainQuestion = {
  type: string
  name: string
  visibleIf?: string
  isRequired?: boolean
  rateMin?: number
  rateMax?: number
  minRateDescription?: string | undefined
  maxRateDescription?: string | undefined
}

export type SafetyText = {
  instrument: string
  item: string
  op: '<' | '<=' | '=' | '>=' | '>'
  value: number
  text: string
  language: string
}

export type Assessment = {
  id: string
  /** Id of the version of the outcome set whose questions these are. */
  asked: string
  version: number
  answers: ResponseAnswers
  side: string
  team: string
  clinician: string | null
  startsAt: string | null
  forms: AskedForm[]
  topics: { id: string; title: string }[]
  safety: SafetyText[]
}

export type Task = {
  organisation: string
  urgentPhone: string
  timeZone: string
  respondent: string
  givenName: string
  language: PatientLanguage
  size: 1 | 2 | 3
  demo: boolean
  assessments: Assessment[]
}

export type Changes = Record<string, Answers>
export type { Answer, ResponseAnswers }
