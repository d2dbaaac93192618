import type { ClinicalMeasure } from '../outcome-sets/measure.ts'
import { fold } from '../words/fold.ts'
import type { Language, Words } from '../words.ts'

/** What can be wrong with a clinical measure that comes from outside; `options` says what would be right. */
export type MeasureProblem = { code: keyof typeof words.nl; options: string[] }

const YES = ['1', 'ja', 'j', 'yes', 'y', 'true', 'waar']
const NO = ['0', 'nee', 'n', 'no', 'false', 'onwaar']

/** What bounds a clinical measure: an event is 1 or 0, a value lies in its range, both ends included. */
type Limits = { kind: ClinicalMeasure['kind']; range?: readonly [number, number] | null; decimals?: number }

/** What is wrong with a value, from wherever it comes; null when it fits. */
export function valueProblem(measure: Limits, value: number): MeasureProblem | null {
  if (measure.kind === 'event') return value === 0 || value === 1 ? null : { code: 'yes-or-no', options: [] }
  const { range, decimals = 0 } = measure
  if (!Number.isFinite(value)) return { code: 'number', options: spanOf(range) }
  if (range && (value < range[0] || value > range[1])) return { code: 'range', options: spanOf(range) }
  const isExact = Number(value.toFixed(decimals)) === value
  return isExact ? null : { code: 'decimals', options: [String(decimals)] }
}

/** What is wrong with the day of a measurement; all are ISO dates where the organisation is. Null when it fits. */
export function dayProblem(
  measuredOn: string,
  path: { startedOn: string; today: string },
): MeasureProblem | null {
  if (measuredOn > path.today) return { code: 'to-come', options: [] }
  return measuredOn < path.startedOn ? { code: 'before-path', options: [path.startedOn] } : null
}

const spanOf = (range: Limits['range']) => (range ? [`${range[0]}–${range[1]}`] : [])

/** The number behind what somebody wrote: 1 or 0 for an event, a number with a comma or a point for a value. */
export function readMeasureValue(measure: Limits, text: string): number | MeasureProblem {
  const value = measure.kind === 'event' ? yesOrNo(text) : readNumber(text)
  return valueProblem(measure, value) ?? value
}

const yesOrNo = (text: string) => (YES.includes(fold(text)) ? 1 : NO.includes(fold(text)) ? 0 : Number.NaN)

const readNumber = (text: string) =>
  /^-?\d+([.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : Number.NaN

const nl = {
  empty: () => 'Dit veld is leeg. Vul het in.',
  date: () => 'Dit is geen bestaande datum. Schrijf 2026-03-24 of 24-03-2026.',
  'to-come': () => 'Deze datum moet nog komen. Een meting is van vandaag of eerder.',
  'before-path': (options: string) => `Deze datum ligt voor het begin van het zorgpad (${options}).`,
  'unknown-patient': () => 'Er is geen patiënt met dit nummer. Kijk het nummer na.',
  'no-path': () => 'Deze patiënt volgt geen zorgpad met deze maat.',
  'which-path': (options: string) =>
    `Deze patiënt heeft meer dan een zorgpad met deze maat. Vul de zijde in: ${options}.`,
  'unknown-measure': (options: string) => `Deze maat is er niet. De maten zijn: ${options}.`,
  side: () => 'Schrijf links, rechts of beide.',
  'yes-or-no': () => 'Schrijf ja of nee.',
  number: (options: string) => `Schrijf een getal van ${options}.`,
  range: (options: string) => `Deze waarde kan niet. Schrijf een getal van ${options}.`,
  decimals: (options: string) => `Te veel cijfers achter de komma. Schrijf er hoogstens ${options}.`,
  twice: () => 'Deze maat staat voor deze patiënt al eerder in het bestand. Laat één regel staan.',
  'cell-count': (options: string) =>
    `Het aantal velden in deze regel klopt niet met de eerste regel: ${options}.`,
}

const en: typeof nl = {
  empty: () => 'This field is empty. Fill it in.',
  date: () => 'This date does not exist. Write 2026-03-24 or 24-03-2026.',
  'to-come': () => 'This date is still to come. A measurement is of today or before.',
  'before-path': (options) => `This date is before the start of the care path (${options}).`,
  'unknown-patient': () => 'There is no patient with this number. Check the number.',
  'no-path': () => 'This patient is on no care path with this measure.',
  'which-path': (options) =>
    `This patient has more than one care path with this measure. Fill in the side: ${options}.`,
  'unknown-measure': (options) => `There is no such measure. The measures are: ${options}.`,
  side: () => 'Write left, right or both.',
  'yes-or-no': () => 'Write yes or no.',
  number: (options) => `Write a number from ${options}.`,
  range: (options) => `This value cannot be. Write a number from ${options}.`,
  decimals: (options) => `Too many digits behind the point. Write at most ${options}.`,
  twice: () => 'This measure is in the file before for this patient. Leave one line.',
  'cell-count': (options) => `The number of fields in this line differs from the first line: ${options}.`,
}

const words = { nl, en } satisfies Words<typeof nl>

/** A problem as a sentence that says what to do. */
export const explainMeasureProblem = ({ code, options }: MeasureProblem, language: Language): string =>
  words[language][code](options.join(', '))
