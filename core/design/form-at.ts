import type { OutcomeSet } from '../outcome-sets/outcome-set.ts'

/** The forms in which a set is written, each by the list of the set that it is about. */
export type FormName =
  | ('about' | 'patientGroup' | 'triage' | 'questionCap' | 'similar')
  | ('moments' | 'instruments' | 'stages' | 'appointmentKinds' | 'events' | 'patientDates')
  | ('measures' | 'domains' | 'roles' | 'treatmentOptions' | 'alerts' | 'indicators' | 'caseMix')

/** A form that can be opened; `id` says for which one of its list: '' for a new one, and where a set has one of it. */
export type FormAt = { form: FormName; id: string }

type Path = readonly (string | number)[]
type Named = readonly { id: string }[]

/** The form in which a place of a set is changed, such as `['moments', 2, 'due']`; null where no form shows it. */
export function formAt(set: OutcomeSet, [list = '', at, within, ...deeper]: Path): FormAt | null {
  const place = Number(at)
  if (list === 'id' || list === 'version') return null
  if (list === 'title' || list === 'about' || list === 'sources') return { form: 'about', id: '' }
  if (list === 'patientGroup' || list === 'triage' || list === 'questionCap' || list === 'similar')
    return { form: list, id: '' }
  if (list === 'carePath') return inList('stages', set.carePath.stages, Number(within), deeper)
  if (list === 'stageRules') return ofStageRule(set, place)
  // A safety question that nobody is told about is mended by a new alert.
  if (list === 'instruments') return { form: within === undefined ? 'alerts' : 'instruments', id: '' }
  // A measure of a domain that the set has not is mended by a new domain.
  if (list === 'measures' && within === undefined) return { form: 'domains', id: '' }
  return isList(list) ? inList(list, set[list], place, [within, ...deeper]) : null
}

const LISTS = [
  ...(['moments', 'appointmentKinds', 'events', 'patientDates', 'measures', 'domains'] as const),
  ...(['roles', 'treatmentOptions', 'alerts', 'indicators', 'caseMix'] as const),
]
const isList = (list: string | number): list is (typeof LISTS)[number] => LISTS.some((one) => one === list)

/** Forms show no ids: of two that have the same, neither can be told from the other. */
function inList(form: FormName, all: Named, place: number, [field]: readonly unknown[]): FormAt | null {
  const id = all[place]?.id
  return id === undefined || field === 'id' ? null : { form, id }
}

/** Which stage a kind of appointment begins stands in the form of that kind. */
function ofStageRule({ stageRules, appointmentKinds }: OutcomeSet, place: number): FormAt | null {
  const id = stageRules[place]?.appointmentKind
  const isThere = appointmentKinds.some((one) => one.id === id)
  return id !== undefined && isThere ? { form: 'appointmentKinds', id } : null
}
