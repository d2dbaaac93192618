import { useEffect, useRef, useState } from 'react'
import { askedAdaptively } from '../../../../core/adaptive/asked-adaptively.ts'
import { typedAnswer } from '../../../../core/answers/typed-answer.ts'
import { holds } from '../../../../core/form/conditions.ts'
import { questionsOf } from '../../../../core/form/questions.ts'
import type { Instrument, Item } from '../../../../core/instruments/instrument.ts'
import type { Answer, Answers } from '../../../../core/response.ts'
import type { PatientLanguage } from '../../../../core/words.ts'
import { Button } from '../../../kit/button.tsx'
import { useWords } from '../../../kit/words.tsx'
import { formWords } from './form-words.ts'

type PhoneProps = {
  versionId: string
  instrument: Instrument
  language: PatientLanguage
  answers: Answers
  change: (answers: Answers) => void
}

/** The server's own page of one question, at the width of a phone; its buttons lead to the next and the one before. */
export function Phone({ versionId, instrument, language, answers, change }: PhoneProps) {
  const say = useWords(formWords)
  // The page is loaded again for another question only: what is answered on it stands there already.
  const [page, setPage] = useState({ at: shownIn(instrument, answers)[0] ?? 0, answers })
  const latest = useRef(answers)
  useEffect(() => {
    latest.current = answers
  }, [answers])
  const { at } = page
  const shown = shownIn(instrument, answers)
  const go = (step: 1 | -1) => {
    const now = shownIn(instrument, latest.current)
    const next = now[now.indexOf(at) + step]
    if (next !== undefined) setPage({ at: next, answers: latest.current })
  }
  const listen = (inside: Document) => {
    // A page within a page: its parts are told apart from those round it.
    for (const part of inside.querySelectorAll('header, main')) part.setAttribute('aria-label', say.phone)
    inside.addEventListener('submit', (event) => {
      event.preventDefault()
      go(1)
    })
    inside.addEventListener('click', (event) => {
      if ((event.target as Element).closest('a')) event.preventDefault()
    })
    inside.addEventListener('input', () => change(withAnswer(latest.current, instrument, at, inside)))
  }
  const query = new URLSearchParams({ language, q: String(at), answers: JSON.stringify(page.answers) })
  return (
    <div className="phone">
      <iframe
        title={say.phone}
        src={`/api/definitions/${versionId}/preview?${query}`}
        onLoad={({ currentTarget }) => {
          if (currentTarget.contentDocument) listen(currentTarget.contentDocument)
        }}
      />
      <p className="version-keys">
        <Button look="soft" disabled={shown.indexOf(at) <= 0} onClick={() => go(-1)}>
          {say.previous}
        </Button>
        <span>{say.questionOf(shown.indexOf(at) + 1, shown.length)}</span>
        <Button look="soft" disabled={at === shown.at(-1)} onClick={() => go(1)}>
          {say.next}
        </Button>
      </p>
    </div>
  )
}

/** The questions that are asked with these answers, as numbers. */
function shownIn(instrument: Instrument, answers: Answers): number[] {
  const { form } = instrument
  const all = form ? questionsOf(form) : []
  const chosen = askedAdaptively(instrument, answers)
  if (chosen) return chosen.map((key) => all.findIndex(({ question }) => question.name === key))
  return all.flatMap(({ conditions }, place) =>
    conditions.every((condition) => holds(condition, answers)) ? [place] : [],
  )
}

/** What the fields of the page say, beside what was answered before. */
function withAnswer(answers: Answers, { form, items }: Instrument, at: number, page: Document): Answers {
  const name = form ? questionsOf(form)[at]?.question.name : undefined
  const item = items.find(({ key }) => key === name)
  if (!item) return answers
  const fields = [...page.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(`[name="${item.key}"]`)]
  return { ...answers, [item.key]: answerIn(item, fields) }
}

function answerIn(item: Item, fields: readonly (HTMLInputElement | HTMLTextAreaElement)[]): Answer {
  const given = fields.filter(
    (field) => !field.matches('[type=radio], [type=checkbox]') || field.matches(':checked'),
  )
  return typedAnswer(
    item,
    given.map(({ value }) => value),
  ) as Answer
}
