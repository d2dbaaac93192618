import type { Instrument } from '../instruments/instrument.ts'
import type { OutcomeSet } from '../outcome-sets/outcome-set.ts'
import { titleForStaff } from '../outcome-sets/staff-title.ts'
import type { Localised } from '../words.ts'
import { beforeWording } from './first-wording.ts'
import { isRecord, type Step, type StructuralChange, structuralChanges } from './structural.ts'
import { type Titles, titlesIn } from './titles.ts'
import { trail } from './trail.ts'
import { valueWords } from './values.ts'

export const parts = ['items', 'scoring', 'schedule', 'path', 'alerts', 'measures', 'texts', 'rest'] as const
export type Part = (typeof parts)[number]

/** One thing that differs between two versions. `where` leads to it, in words; `language` is of one text. */
export type Change = {
  part: Part
  where: Localised
  kind: StructuralChange['kind']
  language: string | null
  before: Localised | null
  after: Localised | null
}

/** What an outcome set asks with: its instruments in the versions that it names. */
export type Whole = { set: OutcomeSet; instruments: readonly Instrument[] }

/** What another version of an instrument says differently, in the order of the parts. */
export function instrumentDifference(before: Instrument, after: Instrument): Change[] {
  return inOrder(changesOf(beforeWording(before, after), after, INSTRUMENT_PARTS, null))
}

/** What another version of an outcome set says differently; what changed within its instruments is part of it. */
export function setDifference(before: Whole, after: Whole): Change[] {
  const known = new Map(before.instruments.map((one) => [one.id, one]))
  const inside = after.instruments.flatMap((one) => {
    const was = known.get(one.id)
    if (!was || was.version === one.version) return []
    return changesOf(beforeWording(was, one), one, INSTRUMENT_PARTS, titleForStaff(one))
  })
  const asking = [before, after].map(({ instruments }) => ({ instruments: instruments.map(named) }))
  return inOrder([...changesOf(before.set, after.set, SET_PARTS, null, asking), ...inside])
}

/** An instrument by its name alone: keys of its items are its own. */
const named = (one: Instrument) => ({ id: one.id, title: titleForStaff(one) })

const INSTRUMENT_PARTS: Record<string, Part> = {
  items: 'items',
  form: 'items',
  scales: 'scoring',
  examples: 'scoring',
}
const SET_PARTS: Record<string, Part> = {
  instruments: 'items',
  moments: 'schedule',
  carePath: 'path',
  stageRules: 'path',
  appointmentKinds: 'path',
  treatmentOptions: 'path',
  alerts: 'alerts',
  measures: 'measures',
}

const inOrder = (changes: Change[]) =>
  changes.toSorted((one, other) => parts.indexOf(one.part) - parts.indexOf(other.part))

/** The version stands above the difference; of a worked example that was there, what it comes to is what matters. */
const isShown = ({ path: [first, second] }: StructuralChange) =>
  first !== 'version' && (nameOf(first ?? '') !== 'examples' || second === 'scores')

function changesOf<T extends Instrument | OutcomeSet>(
  before: T,
  after: T,
  partOf: Record<string, Part>,
  under: Localised | null,
  called: readonly unknown[] = [],
): Change[] {
  const titles = titlesIn(before, after, ...called)
  return structuralChanges(before, after)
    .filter(isShown)
    .map((change) => changeOf(change, partOf, titles, under))
}

function changeOf(
  { path, kind, before, after }: StructuralChange,
  partOf: Record<string, Part>,
  titles: Titles,
  under: Localised | null,
): Change {
  const language = languageAt(path, before ?? after)
  const isText = language !== null || isLocalised(before ?? after)
  const first = nameOf(path[0] ?? '')
  const field = path.map(nameOf).at(-1) ?? ''
  const words = (value: unknown) => (value === undefined ? null : valueWords(value, { field, titles }))
  const [was, is] = apart([before, words(before)], [after, words(after)])
  return {
    part: isText ? 'texts' : (partOf[first] ?? 'rest'),
    where: trail(language === null ? path : path.slice(0, -1), titles, under),
    kind,
    language,
    before: was,
    after: is,
  }
}

type Said = readonly [value: unknown, words: Localised | null]

/** What differs never reads the same: where titles do, the values stand as they are in the file. */
function apart([before, was]: Said, [after, is]: Said): [Localised | null, Localised | null] {
  if (!was || !is || (was.nl !== is.nl && was.en !== is.en)) return [was, is]
  const asWritten = (value: unknown): Localised => ({ nl: JSON.stringify(value), en: JSON.stringify(value) })
  return [asWritten(before), asWritten(after)]
}

const nameOf = (step: Step) => (typeof step === 'string' ? step : step.list)
const isLocalised = (value: unknown) => isRecord(value) && typeof value.en === 'string'

/** The language of one text, where the last step is that. */
function languageAt(path: readonly Step[], value: unknown): string | null {
  const last = path.at(-1)
  return typeof last === 'string' && typeof value === 'string' && /^[a-z]{2}$/.test(last) ? last : null
}
