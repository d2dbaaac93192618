import { outcomeSetAgainstInstruments } from '../definitions/set-against-instruments.ts'
import { outcomeSetFields } from '../outcome-sets/outcome-set.ts'
import { outcomeSetProblems } from '../outcome-sets/outcome-set-problems.ts'
import { titleForStaff } from '../outcome-sets/staff-title.ts'
import type { DefinitionProblem } from '../problem.ts'
import type { Localised } from '../words.ts'
import { both } from './fields.ts'
import { type FormAt, formAt } from './form-at.ts'
import type { Context } from './part.ts'

/**
 * Something of a set, by its kind and its name: a moment, an alert. `title` is null where the kind says it all; `at` is
 * the form in which it is changed, null where there is none.
 */
export type Referrer = { kind: Localised; title: Localised | null; at: FormAt | null }

/**
 * What would point at nothing once a set is `next`: whatever the check of sets has something against that it had not
 * before. So nothing is kept twice about what refers to what.
 */
export function referrers(before: Context, next: Context['set']): Referrer[] {
  const after = { ...before, set: next }
  const owners = newProblems(before, next).map(({ path }) => ownerOf(after, path))
  return [...new Map(owners.map((one) => [JSON.stringify(one), one])).values()]
}

/** What the check has against a set that it had not before. */
export function newProblems(before: Context, next: Context['set']): DefinitionProblem[] {
  const known = new Set(problemsOf(before).map(keyOf))
  return problemsOf({ ...before, set: next }).filter((one) => !known.has(keyOf(one)))
}

/** Whether a set still has at least one of everything. */
export const isWhole = (set: Context['set']): boolean => outcomeSetFields.safeParse(set).success

function problemsOf({ set, instruments }: Context): DefinitionProblem[] {
  const known = new Map(instruments.map((one) => [one.id, one]))
  // Of what a set names and this page has not got yet, nothing can be said.
  const unread = new Set(set.instruments.map(({ id }) => id).filter((id) => !known.has(id)))
  return [...outcomeSetProblems(set), ...outcomeSetAgainstInstruments(set, known, unread)]
}

/** Places shift when something goes: a problem is the same where it has the same words in the same list. */
const keyOf = ({ path, message }: DefinitionProblem) =>
  `${path.filter((step) => typeof step === 'string').join('.')} ${message.en}`

const KINDS: Record<string, Localised> = {
  measures: both('uitkomst', 'measure'),
  moments: both('meetmoment', 'moment'),
  alerts: both('signaal', 'alert'),
  indicators: both('indicator', 'indicator'),
  events: both('gebeurtenis', 'event'),
  caseMix: both('casemix', 'case mix'),
  patientDates: both('datum', 'date'),
  domains: both('domein', 'domain'),
}

const QUESTIONNAIRE = both('vragenlijst', 'questionnaire')

/** To whom a place in a set belongs. */
export function ownerOf(context: Context, path: DefinitionProblem['path']): Referrer {
  const form = formAt(context.set, path)
  // What needs something in two places is one: it is told once, and its form is opened as a whole.
  return { ...namedOwner(context, path), at: form && { ...form, place: '' } }
}

function namedOwner(
  { set, instruments }: Context,
  [list = '', at, within]: DefinitionProblem['path'],
): Omit<Referrer, 'at'> {
  const place = Number(at)
  if (list === 'carePath')
    return { kind: both('fase', 'stage'), title: set.carePath.stages[Number(within)]?.title ?? null }
  if (list === 'stageRules') {
    const id = set.stageRules[place]?.appointmentKind
    const kind = set.appointmentKinds.find((one) => one.id === id)
    return { kind: both('afspraak', 'appointment'), title: kind?.title ?? null }
  }
  if (list === 'instruments') {
    const one = instruments.find(({ id }) => id === set.instruments[place]?.id)
    const kind = within === undefined ? both('veiligheidsvraag in', 'safety question in') : QUESTIONNAIRE
    return { kind, title: one ? titleForStaff(one) : null }
  }
  if (list === 'triage') return { kind: both('triage van afspraken', 'triage of visits'), title: null }
  if (list === 'similar') return { kind: both('mensen zoals deze', 'people like this one'), title: null }
  const named = set[list as 'moments'][place]
  return { kind: KINDS[list] ?? both('', ''), title: named ? titleForStaff(named) : null }
}
