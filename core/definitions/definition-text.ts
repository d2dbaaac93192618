import { capFault } from '../json-caps.ts'
import { questionnaireToInstrument } from '../questionnaire/read.ts'
import type { Localised } from '../words.ts'
import type { DefinitionFile, FileProblem } from './definitions-check.ts'
import { doubledName } from './doubled-name.ts'
import { lineAt, linesIn, placesIn } from './json-places.ts'
import { jsonFault } from './json-words.ts'
import { wheresIn } from './where.ts'

/** A fault with its place in words, and the line of the text on which it stands, where there are such. */
export type Fault = FileProblem & { where: Localised | null; line: number | null }

/** A definition within a text, and where in it: '' for the whole of it. */
export type Part = DefinitionFile & { under: string }
export type DefinitionText = { parts: Part[] } | { faults: Fault[] }

/**
 * What a text holds: an instrument, an outcome set, a set with its instruments as
 * `{ "outcomeSet": …, "instruments": […] }`, or an instrument as the FHIR Questionnaire that was written here. Too large,
 * no JSON or none of them is a fault.
 */
export function readDefinitionText(text: string): DefinitionText {
  if (text.trim() === '') return ofWhole(EMPTY, 1)
  const cap = capFault(text)
  if (cap) return ofWhole(cap.message, lineAt(text, cap.offset))
  try {
    const json: unknown = JSON.parse(text)
    const doubled = doubledName(text)
    return doubled ? ofWhole(doubled.message, lineAt(text, doubled.offset)) : partsOf(json)
  } catch (error) {
    const { message, line } = jsonFault(text, (error as Error).message)
    return ofWhole(message, line)
  }
}

const ofWhole = (message: Localised, line: number | null) => ({
  faults: [{ file: '', at: '', where: null, message, line }],
})

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function partsOf(json: unknown): DefinitionText {
  if (isRecord(json) && isRecord(json.outcomeSet)) {
    const instruments = Array.isArray(json.instruments) ? json.instruments : []
    return {
      parts: [
        partOf(json.outcomeSet, 'outcome-sets', 'outcomeSet'),
        ...instruments.map((one, place) => partOf(one, 'instruments', `instruments[${place}]`)),
      ],
    }
  }
  if (isRecord(json) && json.resourceType === 'Questionnaire') return questionnaireParts(json)
  if (isRecord(json) && 'items' in json) return { parts: [partOf(json, 'instruments', '')] }
  if (isRecord(json) && 'moments' in json) return { parts: [partOf(json, 'outcome-sets', '')] }
  return ofWhole(NEITHER, 1)
}

function questionnaireParts(json: unknown): DefinitionText {
  const instrument = questionnaireToInstrument(json)
  if (instrument) return { parts: [partOf(instrument, 'instruments', '')] }
  return ofWhole(ELSEWHERE, 1)
}

const EMPTY = {
  nl: 'hier staat niets; schrijf de definitie, of kies een ander bestand',
  en: 'there is nothing here; write the definition, or choose another file',
}
const NEITHER = {
  nl: 'dit is geen vragenlijst (met "items"), geen uitkomstenset (met "moments") en geen {"outcomeSet": …, "instruments": […]}; kies een ander bestand',
  en: 'this is neither an instrument (with "items") nor an outcome set (with "moments") nor {"outcomeSet": …, "instruments": […]}; choose another file',
}
const ELSEWHERE = {
  nl: 'deze Questionnaire is niet hier geschreven, en brengt dus alleen vraagtekst mee; open de vragenlijst waar de tekst bij hoort, en plaats haar daar',
  en: 'this Questionnaire was not written here, so it brings wording only; open the questionnaire that it is the wording of, and install it there',
}

function partOf(json: unknown, folder: 'instruments' | 'outcome-sets', under: string): Part {
  const id = isRecord(json) && typeof json.id === 'string' && NAME.test(json.id) ? json.id : 'nameless'
  return { path: `${folder}/${id}.json`, json, under }
}

const NAME = /^[a-z0-9-]{1,64}$/

/** Faults with their places in words: `files` are all that were checked, those of the text and those that are here. */
export function saidWhere(
  files: readonly DefinitionFile[],
  problems: readonly FileProblem[],
): Omit<Fault, 'line'>[] {
  const where = wheresIn(files)
  return problems.map((problem) => ({ ...problem, where: where(problem) }))
}

/** Faults at their lines: what stands in a part of the text is looked for there. */
export function placed(
  text: string,
  parts: readonly Part[],
  faults: readonly Omit<Fault, 'line'>[],
): Fault[] {
  const [placeOf, lineOf] = [placesIn(text), linesIn(text)]
  return faults.map((fault) => {
    const part = parts.find(({ path }) => path === fault.file)
    return { ...fault, line: part ? lineOf(placeOf(`${part.under}.${fault.at}`)) : null }
  })
}
