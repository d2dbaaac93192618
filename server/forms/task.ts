import { ourLanguage } from '../../core/words.ts'
import type { Deps } from '../deps.ts'
import type { Look } from '../http/look.ts'
import { compiledForms, type Reader } from './compiled.ts'
import { asksAboutWords, type OpenTask, openTasks } from './open-tasks.ts'
import { type PatientSession, spoken } from './session.ts'

/** Everything the questionnaire's page needs, as JSON: forms in the reader's language, and what was answered so far. */
export async function taskJson(
  deps: Pick<Deps, 'db' | 'definitions' | 'now' | 'config'>,
  session: PatientSession,
  look: Look,
): Promise<string> {
  const language = look.language ?? spoken(session)
  const reader = { language, otherwise: ourLanguage(session.organisationLanguage) }
  const tasks = await openTasks(deps, session)
  const { organisation, urgentPhone, timeZone, respondent, givenName } = session
  const about = { organisation, urgentPhone, timeZone, respondent, givenName, language, size: look.size }
  const head = JSON.stringify({ ...about, demo: deps.config.DEMO })
  return `${head.slice(0, -1)},"assessments":[${tasks.map((task) => assessmentJson(task, reader)).join(',')}]}`
}

/** SurveyJS shows a form as it stands: what quotes the patient is asked only where the server draws the questions. */
const plainOnly = ({ instruments, setVersion }: OpenTask) =>
  instruments.filter((id) => {
    const instrument = setVersion.instruments.get(id)
    return instrument && !asksAboutWords(instrument)
  })

function assessmentJson(task: OpenTask, reader: Reader): string {
  const { id, version, answers, side, team, clinician, startsAt, minutes } = task
  const asked = task.setVersion.id
  const facts = JSON.stringify({ id, asked, version, answers, side, team, clinician, startsAt, minutes })
  return `${facts.slice(0, -1)},${compiledForms(task.setVersion, plainOnly(task), reader)}}`
}
