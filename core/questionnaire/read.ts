import { isRecord } from '../difference/structural.ts'
import { capFault } from '../json-caps.ts'
import { countsFor } from './answer-options.ts'
import type { Texts } from './offered.ts'
import { type Questionnaire, type QuestionnaireItem, questionnaireShape, urls } from './shape.ts'
import { textsIn } from './texts.ts'
import { BASE, type Note } from './write.ts'

/**
 * The instrument in a Questionnaire that was written here, with whatever was changed in its texts meanwhile; null where
 * it is anybody else's, which brings wording only. What comes out is not checked yet.
 */
export function questionnaireToInstrument(json: unknown): unknown {
  const read = questionnaireShape.safeParse(json)
  if (!read.success) return null
  const { data: questionnaire } = read
  const rest = definitionIn(questionnaire)
  if (!rest) return null
  const { title, _title, description, _description, copyright, _copyright } = questionnaire
  const attribution = said(textsIn(copyright, _copyright, languageOf(questionnaire)))
  const licence = isRecord(rest.licence) ? rest.licence : {}
  return {
    ...rest,
    title: textsIn(title, _title, languageOf(questionnaire)),
    about: textsIn(description, _description, languageOf(questionnaire)),
    licence: { ...licence, ...(attribution ? { attributionText: attribution } : {}) },
    form: isRecord(rest.form) ? wordedForm(rest.form, wordsOf(questionnaire)) : null,
  }
}

const languageOf = ({ language }: Questionnaire) => language ?? BASE

function definitionIn({ extension = [] }: Questionnaire): Record<string, unknown> | null {
  const parts = extension.find(({ url }) => url === urls.definition)?.extension ?? []
  const text = parts.map(({ valueString = '' }) => valueString).join('')
  if (text === '' || capFault(text)) return null
  try {
    const json: unknown = JSON.parse(text)
    return isRecord(json) ? json : null
  } catch {
    return null
  }
}

type Words = {
  text: Texts | undefined
  notes: ReadonlyMap<string, Texts>
  options: ReadonlyMap<number | null, Texts>
}

/** All words of a Questionnaire by the linkId of what they belong to. */
function wordsOf(questionnaire: Questionnaire): ReadonlyMap<string, Words> {
  const language = languageOf(questionnaire)
  const words = new Map<string, Words>()
  const collect = (items: readonly QuestionnaireItem[]) => {
    for (const { linkId, text, _text, item = [], answerOption = [] } of items) {
      const notes = item.filter(({ type }) => type === 'display')
      words.set(linkId, {
        text: said(textsIn(text, _text, language)),
        notes: new Map(notes.map((note) => [note.linkId, textsIn(note.text, note._text, language)])),
        options: new Map(
          answerOption.flatMap(({ valueCoding }) =>
            valueCoding
              ? [[countsFor(valueCoding), textsIn(valueCoding.display, valueCoding._display, language)]]
              : [],
          ),
        ),
      })
      collect(item.filter(({ type }) => type !== 'display'))
    }
  }
  collect(questionnaire.item ?? [])
  return words
}

const said = (texts: Texts): Texts | undefined => (Object.keys(texts).length > 0 ? texts : undefined)

type Form = Record<string, unknown>
const listIn = (value: unknown): Form[] => (Array.isArray(value) ? value.filter(isRecord) : [])

const wordedForm = (form: Form, words: ReadonlyMap<string, Words>): Form => ({
  ...form,
  pages: listIn(form.pages).map((page) => wordedGroup(page, 'page', words)),
})

function wordedGroup(group: Form, kind: 'page' | 'panel', words: ReadonlyMap<string, Words>): Form {
  const linkId = `${kind}:${String(group.name)}`
  const own = words.get(linkId)
  return {
    ...group,
    ...texts({ title: own?.text, description: own?.notes.get(`${linkId}.help`) }),
    elements: listIn(group.elements).map((element) =>
      element.type === 'panel' ? wordedGroup(element, 'panel', words) : wordedQuestion(element, words),
    ),
  }
}

function wordedQuestion(question: Form, words: ReadonlyMap<string, Words>): Form {
  const name = String(question.name)
  const own = words.get(name)
  const note = (kind: Note) => own?.notes.get(`${name}.${kind}`)
  const isRating = question.type === 'rating'
  const choices = listIn(question.choices).map(({ value }) => ({
    value,
    text: own?.options.get(Number(value)) ?? {},
  }))
  return {
    ...question,
    ...texts({
      title: own?.text,
      description: note('help'),
      minRateDescription: isRating ? note('lower') : undefined,
      maxRateDescription: isRating ? note('upper') : undefined,
    }),
    ...(Array.isArray(question.choices) ? { choices } : {}),
  }
}

/** Only what is there: a text that was never written is no field. */
const texts = (fields: Record<string, Texts | undefined>) =>
  Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== undefined))
