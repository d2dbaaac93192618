import type { Localised } from '../words.ts'
import { isRecord } from './structural.ts'

/** What things are called, by the list they stand in and their id or key. */
export type Titles = { of: (list: string, name: string) => Localised | undefined }

/** The titles of everything in these versions, the last in front; for staff where there is a name for them. */
export function titlesIn(...definitions: readonly unknown[]): Titles {
  const titles = new Map<string, Localised>()
  for (const definition of definitions) collect(definition, '', titles)
  return { of: (list, name) => titles.get(`${LISTS[list] ?? list} ${name}`) }
}

/** Fields that name something in a list. */
const LISTS: Record<string, string> = {
  appointmentKind: 'appointmentKinds',
  stageRules: 'appointmentKinds',
  stage: 'stages',
  until: 'stages',
  treatments: 'treatmentOptions',
  role: 'roles',
  moment: 'moments',
  instrument: 'instruments',
  reverse: 'items',
  elements: 'items',
  item: 'items',
  scale: 'scales',
}

const OWN = ['id', 'key', 'code'] as const
const CALLED = ['staffTitle', 'label', 'title'] as const

function collect(value: unknown, list: string, titles: Map<string, Localised>): void {
  if (Array.isArray(value)) for (const one of value) collect(one, list, titles)
  if (!isRecord(value)) return
  const name = OWN.map((field) => value[field]).find((one) => typeof one === 'string')
  const title = CALLED.map((field) => value[field]).find(isRecord)
  if (name !== undefined && title) titles.set(`${list} ${name}`, title as Localised)
  for (const [field, inner] of Object.entries(value)) collect(inner, field, titles)
}
