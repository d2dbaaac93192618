import { z } from 'zod'
import { once } from '../memo.ts'
import { type SameDay, sameDayWays } from '../schedule/same-day-ways.ts'
import { lineShape } from '../shapes.ts'
import { fold } from '../words/fold.ts'
import type { AppointmentMessage } from './appointment-message.ts'

// How an organisation's planning system is read: its own words for appointments, matched to a team and a kind. Data,
// so that a new code in the agenda is a line on a page and not a release.

export const ruleFields = ['kind', 'code', 'location', 'clinician'] as const
export type RuleField = (typeof ruleFields)[number]

const words = lineShape(1, 100)
/** A beginning of nothing would hold for everything. */
const wanted = words.refine((word) => !/^\*+$/.test(word), 'write what it begins with before the *')

/**
 * Holds when the field is one of these words, and 'KNEE*' means all that begins so. In a title case and marks do not
 * count; a single word may be a code, in which every mark does: C+ is not C-.
 */
const conditionShape = z.strictObject({
  field: z.enum(ruleFields),
  is: z.array(wanted).min(1).max(50),
})
export type RuleCondition = z.infer<typeof conditionShape>

const conditions = z.array(conditionShape).max(10).default([])

const conditional = {
  name: lineShape(1, 100),
  /** Every one of these holds, … */
  all: conditions,
  /** … at least one of these, if there are any, … */
  any: conditions,
  /** … and none of these. A rule without conditions holds for everything. */
  not: conditions,
}

const ruleShape = z.strictObject({
  ...conditional,
  /** Null: an appointment that is none of ours. Nobody is registered for it. */
  to: z
    .strictObject({
      teamId: words,
      kind: words,
      side: z.enum(['left', 'right', 'both']).optional(),
    })
    .nullable(),
})
export type FeedRule = z.infer<typeof ruleShape>

/** What an operation, diagnosis, drug or admission means by the hospital's own codes. */
const eventRuleShape = z.strictObject({
  ...conditional,
  /** Null: none of ours. Otherwise an event or measure of the team's outcome set, or a diagnosis of its patient group. */
  to: z
    .strictObject({
      teamId: words,
      means: z.string().regex(/^(event:[a-z][a-z0-9-]{0,63}|measure:[a-z][a-z0-9-]{0,63}|diagnosis)$/),
    })
    .nullable(),
})
export type EventRule = z.infer<typeof eventRuleShape>

/** By what appointments come in, other than by hand. */
export const feedSources = ['hl7', 'fhir', 'api', 'csv'] as const

const sameDay = z.enum(sameDayWays).optional()

export const feedRulesShape = z.strictObject({
  /** The first that holds is the one that counts. */
  rules: z.array(ruleShape).max(200),
  /** What outside systems call the organisation's own patient numbers: an identifier system, an assigning authority. */
  ownNumbers: z.array(lineShape(1, 200)).max(20),
  /** The same for what is no appointment; where none holds, the codes of the outcome sets themselves are read. */
  events: z.array(eventRuleShape).max(200).optional(),
  /** Teams that enrol whoever gets a diagnosis of their patient group; the others are asked first. */
  enrols: z.array(words).max(100).optional(),
  /** By feed; 'each' where nothing is said. */
  sameDay: z.strictObject({ hl7: sameDay, fhir: sameDay, api: sameDay, csv: sameDay }).optional(),
  /** Feeds of a system that verifies citizen service numbers before it sends them. */
  verifiesBsn: z.array(z.enum(feedSources)).max(feedSources.length).optional(),
})
export type FeedRules = z.infer<typeof feedRulesShape>

export const noFeedRules: FeedRules = { rules: [], ownNumbers: [] }

/** What this organisation wants with two appointments on one day by a feed; what is entered by hand always counts. */
export function sameDayBy({ sameDay }: FeedRules, source: string): SameDay {
  const feed = feedSources.find((one) => one === source)
  return (feed && sameDay?.[feed]) ?? 'each'
}

type Told = Pick<AppointmentMessage, 'kind' | 'codes' | 'location' | 'clinician'>

/** The first rule that holds for an appointment; null where none does. */
export const matchingRule = ({ rules }: FeedRules, told: Told): FeedRule | null =>
  rules.find((rule) => holds(rule, told)) ?? null

/** The first rule that holds for something else that happened, by its codes and its place; null where none does. */
export const matchingEventRule = ({ events = [] }: FeedRules, told: Told): EventRule | null =>
  events.find((rule) => holds(rule, told)) ?? null

function holds({ all, any, not }: Pick<FeedRule, 'all' | 'any' | 'not'>, told: Told): boolean {
  const met = (condition: RuleCondition) => isMet(condition, told)
  return all.every(met) && (any.length === 0 || any.some(met)) && !not.some(met)
}

function isMet(condition: RuleCondition, told: Told): boolean {
  const { codes, titles } = patternsOf(condition)
  return valuesOf(condition.field, told).some(
    (value) =>
      isAmong(codes, asCode(value)) || (!isCode(condition.field, value) && isAmong(titles, fold(value))),
  )
}

/** One word in a field that may hold a code. */
const isCode = (field: RuleField, text: string) =>
  (field === 'code' || field === 'kind') && !/\s/.test(text.trim())

type Pattern = { text: string; isBeginning: boolean }

const isAmong = (patterns: readonly Pattern[], value: string) =>
  patterns.some(({ text, isBeginning }) => (isBeginning ? value.startsWith(text) : value === text))

/** A code is whatever the sender calls the appointment, its title too: which of them is which, nobody remembers. */
const valuesOf = (field: RuleField, { kind, codes = [], location, clinician }: Told): string[] => {
  if (field === 'code') return [kind, ...codes]
  const value = { kind, location, clinician }[field]
  return value === undefined ? [] : [value]
}

const patternsOf = once(({ field, is }: RuleCondition) => {
  const all = is.map((word) => ({ word: word.replace(/\*+$/, ''), isBeginning: word.endsWith('*') }))
  const [codes = [], titles = []] = [true, false].map((exact) =>
    all.filter(({ word }) => (fold(word) === '' || isCode(field, word)) === exact),
  )
  const asked = (given: typeof all, formOf: (text: string) => string): Pattern[] =>
    given
      .map(({ word, isBeginning }) => ({ text: formOf(word), isBeginning }))
      .filter(({ text }) => text !== '')
  return { codes: asked(codes, asCode), titles: asked(titles, fold) }
})

const asCode = (text: string) => text.normalize('NFC').trim().toLowerCase()

/** The name of an authority as it is stored: none where it only says that the number is the organisation's own. */
export const authorityName = ({ ownNumbers }: FeedRules, name: string | undefined): string | undefined =>
  name !== undefined && ownNumbers.some((own) => fold(own) === fold(name)) ? undefined : name
