import { z } from 'zod'
import { domainTitles } from '../instruments/domain-titles.ts'
import type { Instrument } from '../instruments/instrument.ts'
import type { Domain } from '../instruments/scale.ts'
import type { AlertRule, OutcomeSet } from '../outcome-sets/outcome-set.ts'
import { outcomeSetFields } from '../outcome-sets/outcome-set.ts'
import type { Localised } from '../words.ts'
import { freshId } from './change-set.ts'
import { both } from './fields.ts'
import { beginningShape } from './parts/about.ts'

/** What somebody says of a set that they begin from nothing. */
export const startShape = z.strictObject({
  ...beginningShape,
  patientGroup: outcomeSetFields.shape.patientGroup,
  role: outcomeSetFields.shape.title,
  option: outcomeSetFields.shape.title,
  /** The versions of questionnaires with which it begins. */
  asked: z.array(z.string()).min(1),
})
export type Start = z.infer<typeof startShape>

/** What somebody says of a set that begins as a copy of another. */
export const copyShape = z.strictObject({
  /** The version that is copied. */
  from: z.string().min(1),
  title: beginningShape.title,
  about: beginningShape.about,
})

type Named = { id: string }

/**
 * The smallest set that works: one stage that begins with the first appointment, one moment before it with these
 * questionnaires, their scores as measures, and an alert on each question about safety. All of it is there to be changed.
 */
export function startedSet(start: Start, asked: readonly Instrument[], taken: readonly Named[]): OutcomeSet {
  const { title, about, sources, patientGroup } = start
  const role = { id: freshId(start.role.en, []), title: start.role }
  const scales = asked.flatMap((of) => of.scales.map((scale) => ({ of, scale })))
  const domains = [...new Set(scales.map(({ scale }) => scale.domain))]
  return {
    id: freshId(title.en, taken),
    version: 1,
    title,
    about,
    sources,
    patientGroup,
    domains: (domains.length > 0 ? domains : NO_DOMAIN).map((id) => ({ id, title: domainTitles[id] })),
    instruments: asked.map(({ id, version }) => ({ id, version })),
    measures: scales.map(({ of, scale }) => ({
      id: freshId(`${of.id} ${scale.id}`, []),
      title: scale.title,
      reporter: 'patient',
      kind: 'scale',
      instrument: of.id,
      scale: scale.id,
    })),
    carePath: { version: 1, stages: [firstStage(role.id)] },
    appointmentKinds: [{ id: FIRST, title: visit }],
    stageRules: [{ appointmentKind: FIRST, stage: FIRST }],
    events: [],
    patientDates: [],
    treatmentOptions: [{ id: freshId(start.option.en, []), title: start.option, about: start.option }],
    moments: [firstMoment(asked.map(({ id }) => id))],
    alerts: asked.flatMap((of) => safetyAlerts(of, role.id)),
    roles: [role],
    caseMix: [],
    indicators: [],
  }
}

/** The same set under another name, from its first version on. */
export const copiedSet = (
  set: OutcomeSet,
  { title, about }: Pick<Start, 'title' | 'about'>,
  taken: readonly Named[],
): OutcomeSet => ({
  ...set,
  title,
  about,
  id: freshId(title.en, taken),
  version: 1,
  carePath: { ...set.carePath, version: 1 },
})

const FIRST = 'first-visit'
const visit = both('Eerste afspraak', 'First visit')
const NO_DOMAIN: Domain[] = ['experience']

const firstStage = (role: string): OutcomeSet['carePath']['stages'][number] => ({
  id: FIRST,
  title: both('Kennismaken en onderzoek', 'First visit and examination'),
  goal: both(
    'Weten wat er aan de hand is en wat voor de patiënt belangrijk is',
    'Know what is wrong and what matters to the patient',
  ),
  patientText: both(
    'U vertelt wat u merkt en wat voor u belangrijk is. Daarna bespreken we samen wat er kan.',
    'You tell us what you notice and what matters to you. Then we discuss together what is possible.',
  ),
  entry: both('Eerste afspraak', 'First visit'),
  exit: both('Samen besloten hoe het verdergaat', 'Decided together how to go on'),
  norm: 'P3M',
  role,
  activities: [{ code: FIRST, title: visit, role, minutes: 20, required: true }],
})

const firstMoment = (instruments: string[]): OutcomeSet['moments'][number] => ({
  id: FIRST,
  title: both('Voor uw eerste afspraak', 'Before your first visit'),
  staffTitle: both('Voor de eerste afspraak', 'Before the first visit'),
  anchor: { kind: 'appointment', appointmentKind: FIRST, which: 'first' },
  opens: '-P14D',
  due: '-P2D',
  closes: 'P0D',
  linkDead: 'P7D',
  instruments,
  reminders: [{ from: 'opening', offset: 'P4D' }],
})

/** A question about safety never goes without somebody who looks at it; which answer calls, the team still decides. */
const safetyAlerts = (of: Instrument, role: string): AlertRule[] =>
  of.items.flatMap((item) => {
    const limit = item.safety ? safetyLimit(item) : null
    if (!limit) return []
    const title: Localised = item.label
    const when = { kind: 'item' as const, instrument: of.id, item: item.key, ...limit }
    return [
      {
        id: freshId(`${of.id} ${item.key}`, []),
        title,
        when,
        severity: 'urgent',
        respondWithin: 'P1D',
        role,
      },
    ]
  })

/** Anything but the best answer. */
function safetyLimit(item: Instrument['items'][number]): { op: '>' | '<'; value: number } | null {
  const values = 'values' in item ? item.values : item.kind === 'number' ? [item.min, item.max] : []
  if (values.length === 0) return null
  return item.higherIs === 'better'
    ? { op: '<', value: Math.max(...values) }
    : { op: '>', value: Math.min(...values) }
}
