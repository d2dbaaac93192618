import { dirOf, languages, type PatientLanguage, patientLanguages } from '../../../../../../core/words.ts'
import { TextArea, TextField } from '../../../../../kit/field.tsx'
import { useWords } from '../../../../../kit/words.tsx'
import { AskedGroup } from './asked-group.tsx'
import { partWords } from './part-words.ts'

type Texts = Readonly<Record<string, string>>
type WordsProps = {
  label: string
  hint: string | undefined
  error: string | undefined
  texts: Texts
  isLong: boolean
  most: number | undefined
  /** Then it may stand there in their other languages too. */
  forPatient: boolean
  change: (texts: Texts) => void
}

/** Characters of a text that is no name. A name that is longer is told so, and not cut while it is pasted. */
const MOST = 2000
const others = patientLanguages.filter((one) => !languages.some((own) => own === one))

/** A text in Dutch and English; what it says in a language that no patient reads here stays beside it. */
export function WordsField({ label, hint, error, forPatient, ...rest }: WordsProps) {
  const say = useWords(partWords)
  return (
    <AskedGroup label={label} hint={hint} error={error}>
      <div className="design-pair">
        {languages.map((language) => (
          <InLanguage key={language} language={language} isWrong={error !== undefined} {...rest} />
        ))}
      </div>
      {forPatient ? (
        <details className="design-languages">
          <summary>{say.otherLanguages}</summary>
          <div className="design-pair">
            {others.map((language) => (
              <InLanguage key={language} language={language} isWrong={false} {...rest} />
            ))}
          </div>
        </details>
      ) : null}
    </AskedGroup>
  )
}

type InProps = Pick<WordsProps, 'texts' | 'isLong' | 'most' | 'change'> & {
  language: PatientLanguage
  isWrong: boolean
}

function InLanguage({ language, texts, isLong, most = MOST, isWrong, change }: InProps) {
  const say = useWords(partWords)
  const text = texts[language] ?? ''
  const Control = isLong ? TextArea : TextField
  return (
    <Control
      label={say.languages[language]}
      value={text}
      maxLength={MOST}
      lang={language}
      dir={dirOf(language)}
      isWrong={isWrong && (text.trim() === '' || text.length > most)}
      onChange={({ target }: { target: { value: string } }) => change(put(texts, language, target.value))}
    />
  )
}

/** A language of which nothing is written any more goes; the two that every text has stay. */
function put(texts: Texts, language: PatientLanguage, text: string): Texts {
  const { [language]: _, ...rest } = texts
  return text === '' && others.includes(language) ? rest : { ...texts, [language]: text }
}
