// The usual way: SurveyJS with React draws the same questionnaire in the browser.
import 'survey-core/survey-core.fontless.min.css'
import { createRoot } from 'react-dom/client'
import { Model } from 'survey-core'
import { Survey } from 'survey-react-ui'

const form: unknown = JSON.parse(document.getElementById('form')?.textContent ?? '{}')
const root = document.getElementById('root')
if (root) createRoot(root).render(<Survey model={new Model(form)} />)
