import { expect, it, test } from 'vitest'
import { typedDate } from '../../core/answers/typed-date.ts'
import { isUncheckedIn, languageFor, languageOfAll } from '../../core/instruments/written-in.ts'
import { isUnchecked } from '../../core/words/translations.ts'
import { dirOf, languages, patientLanguages, sayIn } from '../../core/words.ts'
import { readDefinitions } from '../../server/definitions/files.ts'
import { voiceIn } from '../../server/forms/frame.ts'
import { questionPart } from '../../server/forms/questions/question.ts'

const { instruments } = readDefinitions('surveys')
const instrument = (id: string) => {
  const found = instruments.get(id)
  if (!found) throw new Error(`No instrument ${id}`)
  return found
}
const translated = patientLanguages.filter((language) => !languages.some((own) => own === language))

const ours = [...instruments.values()].filter(({ kind }) => kind === 'own').map(({ id }) => id)

test.each(ours)('all of %s is there in every language of patients, and says that it is unchecked', (id) => {
  for (const language of translated) {
    expect(languageFor(instrument(id), language, 'nl')).toBe(language)
    expect(isUncheckedIn(instrument(id), language)).toBe(true)
  }
})

/** One of ours of which a text was never translated. */
const untranslated = () => ({ ...instrument('breast-body'), recall: { nl: 'nu', en: 'now' } })

it('reads all of an instrument in the language of the organisation where one text is not in the patient’s', () => {
  expect(languageFor(untranslated(), 'ar', 'nl')).toBe('nl')
  expect(languageFor(untranslated(), 'ar', 'en')).toBe('en')
  expect(languageOfAll([untranslated(), instrument('hip-knee')], 'ar', 'nl')).toBe('nl')
  expect(isUncheckedIn(untranslated(), 'nl')).toBe(false)
})

it('marks what is not in the language of the page, and says so', async () => {
  const about = untranslated()
  const [page] = about.form?.pages ?? []
  const question = page?.elements.find((element) => 'title' in element && element.type !== 'panel')
  if (!question) throw new Error('No question')
  const place = {
    assessment: 'one',
    instrument: about.id,
    item: question.name,
    conditions: [],
    required: true,
  }
  const asked = {
    ...place,
    check: { kind: 'text', maxLength: 9 } as const,
    minutes: 1,
    question,
    about,
    side: '',
    words: null,
  }
  const arabic = voiceIn({ language: 'ar', otherwise: 'nl' }, false)
  const part = (await questionPart(arabic, asked, [], { answer: undefined, problem: null })).toString()
  expect(part).toContain('هذا السؤال غير متوفر بالعربية بعد. وهو هنا باللغة الهولندية.')
  expect(part).toContain('id="q" lang="nl" dir="ltr"')
})

it('takes the first language that a text has', () => {
  expect(sayIn({ nl: 'pijn', en: 'pain' }, 'tr', 'nl')).toEqual({ text: 'pijn', language: 'nl' })
  expect(sayIn({ nl: 'pijn', en: 'pain' }, 'tr')).toEqual({ text: 'pain', language: 'en' })
})

it('reads a birth date as an Arabic keyboard writes it', () => {
  expect(typedDate('٣١-٣-١٩٥٧')).toBe('1957-03-31')
})

it('is read from the right in Arabic only, and only translations wait for somebody to check them', () => {
  expect(patientLanguages.filter((language) => dirOf(language) === 'rtl')).toEqual(['ar'])
  expect(patientLanguages.filter(isUnchecked)).toEqual(translated)
})
