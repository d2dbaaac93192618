import { z } from 'zod'
import type { eventKinds } from '../../core/feeds/event-message.ts'
import { patientOf, type SubjectDraft } from './read-appointment.ts'
import { best, isPartialDate } from './read-patient.ts'
import { type Find, findWithin, namedAt } from './references.ts'
import {
  type Concept,
  coding,
  concept,
  contained,
  identifiers,
  meta,
  period,
  reference,
  text,
} from './shapes.ts'

const concepts = z.array(concept).max(50).default([])
const oneOrMore = z.union([concept.transform((one) => [one]), concepts]).default([])

/** What we read of Procedure, Condition, MedicationRequest, Encounter and Observation: each has some of these. */
export const clinicalShape = z.looseObject({
  resourceType: z.enum(['Procedure', 'Condition', 'MedicationRequest', 'Encounter', 'Observation']),
  id: text.optional(),
  meta: meta.optional(),
  contained,
  identifier: identifiers,
  status: text.optional(),
  verificationStatus: concept.optional(),
  intent: text.optional(),
  subject: reference.optional(),
  code: concept.optional(),
  medicationCodeableConcept: concept.optional(),
  class: coding.optional(),
  type: concepts,
  serviceType: concept.optional(),
  reasonCode: concepts,
  bodySite: oneOrMore,
  performedDateTime: text.optional(),
  performedPeriod: period.optional(),
  onsetDateTime: text.optional(),
  recordedDate: text.optional(),
  authoredOn: text.optional(),
  period: period.optional(),
  effectiveDateTime: text.optional(),
  effectivePeriod: period.optional(),
  valueQuantity: z.looseObject({ value: z.number().optional(), comparator: text.optional() }).optional(),
  valueInteger: z.number().optional(),
  valueBoolean: z.boolean().optional(),
  location: z
    .array(z.looseObject({ location: reference.optional() }))
    .max(20)
    .optional(),
})
type Clinical = z.infer<typeof clinicalShape>
type ClinicalType = Clinical['resourceType']

export const clinicalTypes: readonly string[] = clinicalShape.shape.resourceType.options

const KIND: Record<ClinicalType, (typeof eventKinds)[number]> = {
  Procedure: 'procedure',
  Condition: 'condition',
  MedicationRequest: 'medication',
  Encounter: 'encounter',
  Observation: 'observation',
}

/** In these states it has happened, or has begun. */
const HAPPENED: Record<Exclude<ClinicalType, 'Condition'>, readonly string[]> = {
  Procedure: ['in-progress', 'completed', 'stopped', 'on-hold'],
  MedicationRequest: ['active', 'completed', 'on-hold', 'stopped'],
  Encounter: ['arrived', 'triaged', 'in-progress', 'onleave', 'finished'],
  Observation: ['final', 'amended', 'corrected', 'preliminary'],
}
const IN_DOUBT = ['refuted', 'entered-in-error', 'unconfirmed', 'provisional', 'differential']

/** Something that happened as our message, without its patient. `place`: where in what was sent it stands. */
export type EventDraft = { message: Record<string, unknown>; place: string; patient: SubjectDraft }

export function eventDraftOf(given: Clinical, place: string, outside: Find): EventDraft {
  const find = findWithin(given.contained, place, outside)
  const value = valueIn(given)
  const side = sideOf(given.bodySite)
  return {
    place,
    patient: patientOf(given.subject ? [given.subject] : [], find),
    message: {
      number: numberOf(given),
      kind: KIND[given.resourceType],
      status: hasHappened(given) ? 'happened' : 'withdrawn',
      at: timeOf(given),
      codes: codesOf(given),
      location: placeOf(given, find),
      changedAt: given.meta?.lastUpdated,
      ...(value === undefined ? {} : { value }),
      ...(side ? { side } : {}),
    },
  }
}

function numberOf({ resourceType, identifier, id }: Clinical): string | undefined {
  const given = identifier.filter(({ value, use }) => value && use !== 'old')
  const one = best(given, ['official', 'usual'], ['secondary', 'temp'])
  const number = one?.value ? [one.system, one.value].filter(Boolean).join('|') : id
  return number ? `${resourceType} ${number}`.slice(0, 200) : undefined
}

function hasHappened({ resourceType, status = '', verificationStatus, intent = 'order' }: Clinical): boolean {
  if (resourceType === 'Condition')
    return !verificationStatus?.coding?.some(({ code }) => IN_DOUBT.includes(code ?? ''))
  // What is only proposed or planned has not been started.
  if (resourceType === 'MedicationRequest' && ['proposal', 'plan', 'option'].includes(intent)) return false
  return HAPPENED[resourceType].includes(status)
}

/** When it happened or began: the day is enough. A year or a month says no day. */
function timeOf(given: Clinical): string | undefined {
  const { resourceType } = given
  const told = {
    Procedure: [given.performedDateTime, given.performedPeriod?.start],
    Condition: [given.onsetDateTime, given.recordedDate, given.meta?.lastUpdated],
    MedicationRequest: [given.authoredOn],
    Encounter: [given.period?.start],
    Observation: [given.effectiveDateTime, given.effectivePeriod?.start],
  }[resourceType]
  const one = told.find((time) => time !== undefined && !isPartialDate(time))
  return one?.length === 10 ? `${one}T12:00` : one
}

/** With the kind of visit and its reasons, where it is an encounter. */
function codesOf(given: Clinical) {
  const { code, medicationCodeableConcept, type, serviceType, reasonCode } = given
  const told: (Concept | undefined)[] = [code, medicationCodeableConcept, ...type, serviceType]
  const named = told.flatMap((one): Concept[] => (one ? [one] : []))
  const reasons = given.resourceType === 'Encounter' ? reasonCode : []
  const all = [...named, ...reasons].flatMap((one) => one.coding ?? [])
  return [...all, ...(given.class ? [given.class] : [])]
    .flatMap(({ system, code: value }) => (value ? [{ code: value, ...(system ? { system } : {}) }] : []))
    .slice(0, 50)
}

/** A value 'below' or 'above' another is no number. */
function valueIn({ valueQuantity, valueInteger, valueBoolean }: Clinical): number | undefined {
  if (valueQuantity?.comparator) return undefined
  return (
    valueQuantity?.value ?? valueInteger ?? (valueBoolean === undefined ? undefined : Number(valueBoolean))
  )
}

/** By SNOMED CT, or by the words for it. */
const SIDES: [side: 'left' | 'right' | 'both', code: string, words: RegExp][] = [
  ['both', '51440002', /\b(both|bilateral|beide|beiderzijds|dubbelzijdig)\b/i],
  ['left', '7771000', /\b(left|links|linker)\b/i],
  ['right', '24028007', /\b(right|rechts|rechter)\b/i],
]
function sideOf(sites: readonly Concept[]) {
  const codes = sites.flatMap(({ coding: all = [] }) => all)
  const said = [...codes.map(({ display }) => display), ...sites.map(({ text: words }) => words)].join(' ')
  return SIDES.find(([, code, words]) => codes.some((one) => one.code === code) || words.test(said))?.[0]
}

function placeOf({ location }: Clinical, find: Find): string | undefined {
  const named = location?.find((one) => one.location)?.location
  const name = named && namedAt(named, find)?.name
  return typeof name === 'string' ? name : named?.display
}
