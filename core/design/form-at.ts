import type { OutcomeSet } from '../outcome-sets/outcome-set.ts'

/** The forms in which a set is written, each by the list of the set that it is about. */
export type FormName =
  | ('about' | 'patientGroup' | 'triage' | 'questionCap' | 'similar')
  | ('moments' | 'instruments' | 'stages' | 'appointmentKinds' | 'events' | 'patientDates')
  | ('measures' | 'domains' | 'roles' | 'treatmentOptions' | 'alerts' | 'indicators' | 'caseMix')

/**
 * A form that can be opened; `id` says for which one of its list: '' for a new one, and where a set has one of it. `place`
 * says where in it, such as 'when.value': '' for the whole.
 */
export type FormAt = { form: FormName; id: string; place: string }

type Path = readonly (string | number)[]
type Steps = readonly (string | number | undefined)[]
type Named = readonly { id: string }[]

const placeOf = (steps: Steps): string => steps.filter((step) => step !== undefined).join('.')

/** The form in which a place of a set is changed, such as `['moments', 2, 'due']`; null where no form shows it. */
export function formAt(set: OutcomeSet, [list = '', at, within, ...deeper]: Path): FormAt | null {
  const place = Number(at)
  if (list === 'id' || list === 'version') return null
  if (list === 'title' || list === 'about' || list === 'sources')
    return { form: 'about', id: '', place: placeOf([list, at, within, ...deeper]) }
  if (list === 'patientGroup' || list === 'triage' || list === 'questionCap' || list === 'similar')
    return { form: list, id: '', place: placeOf([at, within, ...deeper]) }
  if (list === 'carePath') return inList('stages', set.carePath.stages, Number(within), deeper)
  if (list === 'stageRules') return ofStageRule(set, place)
  // A safety question that nobody is told about is mended by a new alert.
  if (list === 'instruments')
    return { form: within === undefined ? 'alerts' : 'instruments', id: '', place: '' }
  // A measure of a domain that the set has not is mended by a new domain.
  if (list === 'measures' && within === undefined) return { form: 'domains', id: '', place: '' }
  return isList(list) ? inList(list, set[list], place, [within, ...deeper]) : null
}

const LISTS = [
  ...(['moments', 'appointmentKinds', 'events', 'patientDates', 'measures', 'domains'] as const),
  ...(['roles', 'treatmentOptions', 'alerts', 'indicators', 'caseMix'] as const),
]
const isList = (list: string | number): list is (typeof LISTS)[number] => LISTS.some((one) => one === list)

/** Forms show no ids: of two that have the same, neither can be told from the other. */
function inList(form: FormName, all: Named, at: number, within: Steps): FormAt | null {
  const id = all[at]?.id
  return id === undefined || within[0] === 'id' ? null : { form, id, place: placeOf(within) }
}

/** Which stage a kind of appointment begins stands in the form of that kind. */
function ofStageRule({ stageRules, appointmentKinds }: OutcomeSet, place: number): FormAt | null {
  const id = stageRules[place]?.appointmentKind
  const isThere = appointmentKinds.some((one) => one.id === id)
  return id !== undefined && isThere ? { form: 'appointmentKinds', id, place: '' } : null
}
