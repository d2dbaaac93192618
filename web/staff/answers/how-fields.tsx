import type { EntryView } from '../../../core/answers/paper-entry.ts'
import { type PatientLanguage, patientLanguages } from '../../../core/words.ts'
import { SelectField, TextField } from '../../kit/field.tsx'
import { Section } from '../../kit/frame.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import type { Entry } from './queries.ts'
import { words } from './words.ts'

type HowProps = { language: PatientLanguage; mode: Entry['mode']; choose: (mode: Entry['mode']) => void }

/** In which way the answers came, who gave them, in which language. */
export function HowFields({ language, mode, choose }: HowProps) {
  const say = useWords(words)
  return (
    <div className="answers-how">
      <SelectField
        label={say.mode}
        value={mode}
        onChange={(event) => choose(event.target.value as Entry['mode'])}
      >
        <option value="paper">{say.modes.paper}</option>
        <option value="phone">{say.modes.phone}</option>
      </SelectField>
      <SelectField label={say.respondent} name="respondent">
        <option value="patient">{say.respondents.patient}</option>
        <option value="together">{say.respondents.together}</option>
        <option value="proxy">{say.respondents.proxy}</option>
      </SelectField>
      <SelectField label={say.language} name="language" defaultValue={language}>
        {patientLanguages.map((one) => (
          <option key={one} value={one}>
            {say.languages[one]}
          </option>
        ))}
      </SelectField>
    </div>
  )
}

/** Answers of the patient's own, begun on a screen, are given up only on purpose. */
export function BegunField({ version }: { version: number }) {
  const say = useWords(words)
  return (
    <div className="answers-begun">
      <p>{say.begun}</p>
      <label className="answer-check">
        <input type="checkbox" name="replaces" value={version} />
        {say.replace}
      </label>
    </div>
  )
}

/** What the patient wants to talk about. */
export function TalkFields({ topics, known }: Pick<EntryView, 'topics'> & { known: EntryView['lastPage'] }) {
  const say = useWords(words)
  const local = useLocal()
  return (
    <Section title={say.talk}>
      <fieldset className="answer-row">
        <legend>{say.topics}</legend>
        <div className="answer-several">
          {topics.map(({ id, title }) => (
            <label key={id}>
              <input type="checkbox" name="topic" value={id} defaultChecked={known.topics.includes(id)} />
              {local(title)}
            </label>
          ))}
        </div>
      </fieldset>
      <TextField
        label={say.topicText}
        name="topicText"
        maxLength={1000}
        defaultValue={known.topicText ?? ''}
      />
      <label className="answer-check">
        <input type="checkbox" name="urgent" value="yes" defaultChecked={known.urgent} />
        {say.urgent}
      </label>
    </Section>
  )
}
