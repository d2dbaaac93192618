import { whyUnscored } from '../../../core/change/unscored.ts'
import type { OnePager } from '../../../core/consult/one-pager.ts'
import { useFormats } from '../../kit/format.ts'
import { useLanguage, useLocal, useWords } from '../../kit/words.tsx'
import { textWords } from './text-words.ts'

/** What the patient wrote before, and scores that could not be computed. */
export function OwnWords({ page }: { page: OnePager }) {
  const say = useWords(textWords)
  const local = useLocal()
  const format = useFormats()
  const { language } = useLanguage()
  const { earlierTexts, notComputable } = page
  return (
    <>
      {earlierTexts.length > 0 ? (
        <details className="fold">
          <summary>
            {say.earlier} <small>{say.earlierAbout(earlierTexts.length)}</small>
          </summary>
          <dl className="facts">
            {earlierTexts.map(({ at, question, text }) => (
              <div key={`${at} ${text}`}>
                <dt>
                  {format.date(at)}, {question ? local(question) : say.topic}
                </dt>
                <dd>
                  <q>{text}</q>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
      {notComputable.length > 0 ? (
        <details className="fold">
          <summary>
            {say.notComputable} <small>{notComputable.length}</small>
          </summary>
          <dl className="facts">
            {notComputable.map(({ at, title, ...gap }) => (
              <div key={`${at} ${title.nl}`}>
                <dt>
                  {format.date(at)}, {local(title)}
                </dt>
                <dd>{whyUnscored(gap, language)}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
    </>
  )
}
