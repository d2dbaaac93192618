import { countsFor } from '../questionnaire/answer-options.ts'
import {
  asOffer,
  joined,
  languageTag,
  leftOut,
  type OfferedItem,
  type OfferedOption,
  type ReadOffer,
  type Texts,
  type Untaken,
} from '../questionnaire/offered.ts'
import {
  type AnswerOption,
  type Beside,
  type Concept,
  type EnableWhen,
  type QuestionnaireItem,
  questionnaireShape,
  urls,
  valueSetShape,
} from '../questionnaire/shape.ts'
import { textsIn } from '../questionnaire/texts.ts'

/** The questions of a FHIR R4 or SDC Questionnaire, in its order. `language` is that of a file that does not say. */
export function offerFromFhir(json: unknown, language: string): ReadOffer {
  const read = questionnaireShape.safeParse(json)
  if (!read.success) return { unreadable: 'not_a_questionnaire' }
  const { item = [], contained = [] } = read.data
  const reading = { language: languageTag(read.data.language ?? language), options: optionSets(contained) }
  return asOffer(
    item.flatMap((one) => questionsIn(one, {}, reading)),
    item.flatMap((one) => untakenIn(one, [], reading)),
  )
}

type Reading = { language: string; options: ReadonlyMap<string, readonly Concept[]> }

/** What a group says stands above each of its questions: "how often in the past two weeks …". */
function questionsIn(item: QuestionnaireItem, stem: Texts, reading: Reading): OfferedItem[] {
  if (item.type === 'display') return []
  if (item.type === 'group') {
    const own = joined(stem, plainTexts(item.text, item._text, reading))
    return (item.item ?? []).flatMap((one) => questionsIn(one, own, reading))
  }
  const question = {
    name: item.linkId,
    codes: (item.code ?? []).flatMap(({ code }) => code ?? []),
    texts: plainTexts(item.text, item._text, reading),
    hint: joined(stem, noteOf(item, 'help', reading)),
    options: optionsOf(item, reading),
    ends: { least: noteOf(item, 'lower', reading), most: noteOf(item, 'upper', reading) },
  }
  return [question, ...(item.item ?? []).flatMap((one) => questionsIn(one, stem, reading))]
}

/** Conditions, and texts that are no question: all but the notes that a question takes along. */
function untakenIn(
  item: QuestionnaireItem,
  taken: readonly (QuestionnaireItem | undefined)[],
  reading: Reading,
): Untaken[] {
  const notes = item.type === 'group' ? [] : NOTES.map((kind) => noteItem(item, kind))
  const isApart = item.type === 'display' && !taken.includes(item)
  return [
    ...(isApart ? leftOut(plainTexts(item.text, item._text, reading)) : []),
    ...(item.enableWhen ?? []).map((when) => conditionOf(item, when)),
    ...(item.item ?? []).flatMap((one) => untakenIn(one, notes, reading)),
  ]
}

function conditionOf(
  { linkId, text }: QuestionnaireItem,
  { question, operator, ...answers }: EnableWhen,
): Untaken {
  const [answer] = Object.values(answers)
  const value = typeof answer === 'object' ? (answer.display ?? answer.code) : answer
  return { code: 'condition', said: [text ?? linkId, [question, operator, value ?? ''].join(' ').trim()] }
}

const NOTES = ['help', 'lower', 'upper'] as const
type Note = (typeof NOTES)[number]

/** The text that stands below a question, or at one end of its line. */
function noteOf(item: QuestionnaireItem, kind: Note, reading: Reading): Texts {
  const note = noteItem(item, kind)
  return note ? plainTexts(note.text, note._text, reading) : {}
}

const noteItem = ({ item = [] }: QuestionnaireItem, kind: Note) =>
  item.find(({ type, extension = [] }) => {
    const control = extension.find(({ url }) => url === urls.control)?.valueCodeableConcept
    return type === 'display' && control?.coding?.[0]?.code === kind
  })

function optionsOf(item: QuestionnaireItem, reading: Reading): OfferedOption[] {
  if (item.answerOption) return item.answerOption.map((option) => optionOf(option, reading))
  const set = item.answerValueSet?.startsWith('#')
    ? reading.options.get(item.answerValueSet.slice(1))
    : undefined
  return (set ?? []).map((concept) => ({
    value: countsFor(concept),
    texts: plainTexts(concept.display, concept._display, reading),
  }))
}

function optionOf(option: AnswerOption, reading: Reading): OfferedOption {
  const { valueCoding, valueInteger, valueString, _valueString, extension = [] } = option
  if (valueCoding)
    return {
      value: countsFor(valueCoding, extension),
      texts: plainTexts(valueCoding.display, valueCoding._display, reading),
    }
  if (valueInteger !== undefined)
    return { value: valueInteger, texts: { [reading.language]: String(valueInteger) } }
  return { value: countsFor({ extension }), texts: plainTexts(valueString, _valueString, reading) }
}

/** By the two letters of each language: "nl-NL" is "nl" here. */
const plainTexts = (text: string | undefined, beside: Beside, { language }: Reading): Texts =>
  Object.fromEntries(
    Object.entries(textsIn(text, beside, language)).map(([tag, words]) => [languageTag(tag), words.trim()]),
  )

const optionSets = (contained: readonly unknown[]): Reading['options'] =>
  new Map(
    contained.flatMap((one) => {
      const read = valueSetShape.safeParse(one)
      if (!read.success) return []
      return [[read.data.id, (read.data.compose?.include ?? []).flatMap(({ concept = [] }) => concept)]]
    }),
  )
