import type { FormPage, FormPanel, FormQuestion } from '../form/form.ts'
import type { Instrument, Item } from '../instruments/instrument.ts'
import { answerOption, isCoded } from './answer-options.ts'
import { enableWhenOf } from './enable-when.ts'
import type { Texts } from './offered.ts'
import type { Extension, Questionnaire, QuestionnaireItem } from './shape.ts'
import { urls } from './shape.ts'
import { fhirText } from './texts.ts'
import { withoutWords } from './words.ts'

export type PublicationStatus = 'draft' | 'active' | 'retired'

/**
 * An instrument as a FHIR R4 Questionnaire. Texts, answers, limits and conditions stand where FHIR has a place for them;
 * scoring, licence and examples in one extension. `questionnaireToInstrument` reads it back without loss.
 */
export function instrumentToQuestionnaire(instrument: Instrument, status: PublicationStatus): Questionnaire {
  const { id, version, title, about, codes, licence, respondents, form, items } = instrument
  const asked = form
    ? form.pages.map((page) => groupOf(page, 'page', items))
    : items.map((item) => questionOf(item, undefined, items))
  return {
    resourceType: 'Questionnaire',
    id,
    language: BASE,
    extension: [definitionOf(instrument)],
    url: `urn:uitkomst:questionnaire:${id}`,
    version: String(version),
    name: nameOf(id),
    ...fhirText('title', title, BASE),
    status,
    subjectType: [respondents === 'staff' ? 'Practitioner' : 'Patient'],
    publisher: licence.owner,
    ...fhirText('description', about, BASE),
    ...fhirText('copyright', licence.attributionText, BASE),
    ...(codes ? { code: codes } : {}),
    item: asked,
  }
}

/** In pieces: one text of a file is never longer than a few thousand letters. */
const PIECE = 3000

function definitionOf(instrument: Instrument): Extension {
  const text = JSON.stringify(withoutWords(instrument))
  const count = Math.ceil(text.length / PIECE)
  const pieces = Array.from({ length: count }, (_, at) => text.slice(at * PIECE, (at + 1) * PIECE))
  return { url: urls.definition, extension: pieces.map((valueString) => ({ url: 'part', valueString })) }
}

/** The language of the resource; the others stand beside each text. */
export const BASE = 'nl'

/** `phq-9` is called Phq9: FHIR wants a name that a program can use. */
const nameOf = (id: string) => id.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

function groupOf(
  part: FormPage | FormPanel,
  kind: 'page' | 'panel',
  items: readonly Item[],
): QuestionnaireItem {
  const linkId = `${kind}:${part.name}`
  const inside = part.elements.map((element) =>
    element.type === 'panel' ? groupOf(element, 'panel', items) : formQuestion(element, items),
  )
  return {
    linkId,
    ...fhirText('text', part.title, BASE),
    type: 'group',
    ...enableWhenOf(part.visibleIf, items),
    item: [...noteOf(linkId, 'help', part.description), ...inside],
  }
}

function formQuestion(question: FormQuestion, items: readonly Item[]): QuestionnaireItem {
  const item = items.find(({ key }) => key === question.name)
  if (!item) throw new Error(`the form asks "${question.name}", which is no item`)
  return questionOf(item, question, items)
}

function questionOf(
  item: Item,
  question: FormQuestion | undefined,
  items: readonly Item[],
): QuestionnaireItem {
  const ends = question?.type === 'rating' ? question : undefined
  const notes = [
    ...noteOf(item.key, 'help', question?.description),
    ...noteOf(item.key, 'lower', ends?.minRateDescription),
    ...noteOf(item.key, 'upper', ends?.maxRateDescription),
  ]
  const limits = limitsOf(item)
  return {
    ...(limits.length > 0 ? { extension: limits } : {}),
    linkId: item.key,
    ...(item.codes.length > 0 ? { code: item.codes } : {}),
    ...fhirText('text', question?.title, BASE),
    type: typeOf(item, question),
    ...enableWhenOf(question?.visibleIf, items),
    required: item.required,
    repeats: item.kind === 'multiple',
    ...(item.kind === 'text' ? { maxLength: item.maxLength } : {}),
    ...optionsOf(item, question),
    ...(notes.length > 0 ? { item: notes } : {}),
  }
}

function typeOf(item: Item, question: FormQuestion | undefined): string {
  if (isCoded(item) || (question && 'choices' in question)) return 'choice'
  if (item.kind === 'rating') return 'integer'
  if (item.kind === 'number') return item.whole ? 'integer' : 'decimal'
  return item.kind === 'date' ? 'date' : 'text'
}

function optionsOf(item: Item, question: FormQuestion | undefined) {
  if (question && 'choices' in question)
    return { answerOption: question.choices.map(({ value, text }) => answerOption(value, text, BASE)) }
  if (!isCoded(item) || !('values' in item)) return {}
  return { answerOption: item.values.map((value) => answerOption(value, undefined, BASE)) }
}

function limitsOf(item: Item): Extension[] {
  if (item.kind === 'number') {
    const limit = (url: string, value: number): Extension =>
      item.whole ? { url, valueInteger: value } : { url, valueDecimal: value }
    return [limit(urls.least, item.min), limit(urls.most, item.max)]
  }
  if (item.kind !== 'rating') return []
  return [
    { url: urls.least, valueInteger: Math.min(...item.values) },
    { url: urls.most, valueInteger: Math.max(...item.values) },
  ]
}

export type Note = 'help' | 'lower' | 'upper'

/** A text that belongs to a question: below it, or at one end of its numbers. */
function noteOf(linkId: string, kind: Note, texts: Texts | undefined): QuestionnaireItem[] {
  if (!texts) return []
  const control = { coding: [{ system: urls.controls, code: kind }] }
  return [
    {
      extension: [{ url: urls.control, valueCodeableConcept: control }],
      linkId: `${linkId}.${kind}`,
      ...fhirText('text', texts, BASE),
      type: 'display',
    },
  ]
}
