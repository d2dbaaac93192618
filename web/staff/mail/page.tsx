import './mail.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { mailTextKinds, mailTextLanguages } from '../../../core/mail/mail-text.ts'
import { SelectField } from '../../kit/field.tsx'
import { Page, Section } from '../../kit/frame.tsx'
import { Loading, Trouble } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { Experiments } from './experiments.tsx'
import { ownTexts, type Which } from './queries.ts'
import { TextEditor } from './text-editor.tsx'
import { words } from './words.ts'

/** What mail says in the organisation's own words, and two ways of inviting against each other. */
export function MailTextsPage() {
  const say = useWords(words)
  return (
    <Page title={say.title} about={say.about} aside={<Link to="/staff/mail">{say.back}</Link>}>
      <Section title={say.texts}>
        <Texts />
      </Section>
      <Section title={say.experiments} about={say.experimentsAbout}>
        <Experiments />
      </Section>
    </Page>
  )
}

function Texts() {
  const say = useWords(words)
  const [{ kind, language }, setWhich] = useState<Which>({ kind: 'invitation', language: 'nl' })
  const { data, error, refetch } = useQuery(ownTexts)
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />
  const one = data?.find((text) => text.kind === kind && text.language === language)
  if (!one) return <Loading />
  const choose = (change: Partial<Which>) => setWhich({ kind, language, ...change })
  return (
    <>
      <div className="mail-which">
        <SelectField
          label={say.kind}
          value={kind}
          onChange={(event) => choose({ kind: event.target.value as Which['kind'] })}
        >
          {mailTextKinds.map((name) => (
            <option key={name} value={name}>
              {say.kinds[name]}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={say.language}
          value={language}
          onChange={(event) => choose({ language: event.target.value as Which['language'] })}
        >
          {mailTextLanguages.map((name) => (
            <option key={name} value={name}>
              {say.languages[name]}
            </option>
          ))}
        </SelectField>
      </div>
      <TextEditor key={`${kind} ${language} ${one.changed?.at ?? ''}`} text={one} />
    </>
  )
}
