import { isRecord, type Step } from '../difference/structural.ts'
import { type Titles, titlesIn } from '../difference/titles.ts'
import { trail } from '../difference/trail.ts'
import { once } from '../memo.ts'
import type { Localised } from '../words.ts'
import type { DefinitionFile } from './definitions-check.ts'

type Place = { file: string; at: string }

/**
 * Says where something stands in one of these files, in words: "Meetmoment “Na 3 maanden” › sluit". Of several files, the
 * questionnaire is named first; null where there is nothing to say. What is looked at may have any shape.
 */
export function wheresIn(files: readonly DefinitionFile[]): (place: Place) => Localised | null {
  const byPath = new Map(files.map(({ path, json }) => [path, json]))
  const instruments = new Map(
    files
      .filter(({ path }) => path.startsWith('instruments/'))
      .map(({ path, json }) => [path, titleOf(json)]),
  )
  const named: Titles['of'] = (list, name) =>
    list === 'instruments' || list === 'instrument'
      ? (instruments.get(`instruments/${name}.json`) ?? undefined)
      : undefined
  // Read for the first fault of a file, not for each.
  const titlesOf = once((json: Record<string, unknown>) => titlesIn(json))
  return ({ file, at }) => {
    const json = byPath.get(file)
    const own = files.length > 1 ? (instruments.get(file) ?? null) : null
    if (json === undefined || (at === '' && !own)) return null
    const titles = isRecord(json) ? titlesOf(json) : titlesIn()
    return trail(stepsIn(json, at), { of: (list, name) => named(list, name) ?? titles.of(list, name) }, own)
  }
}

function titleOf(json: unknown): Localised | null {
  const title = isRecord(json) ? (json.staffTitle ?? json.title) : null
  return isRecord(title) && typeof title.nl === 'string' && typeof title.en === 'string'
    ? { nl: title.nl, en: title.en }
    : null
}

/** The steps to a place such as `moments[2].due`, in which what stands in a list goes by its own name, or its number. */
function stepsIn(json: unknown, at: string): Step[] {
  const steps: Step[] = []
  let value = json
  for (const key of at.match(/[^.[\]]+/g) ?? []) {
    const inside = insideOf(value, key)
    const last = steps.at(-1)
    if (Array.isArray(value) && typeof last === 'string')
      steps.splice(-1, 1, { list: last, name: nameOf(inside) ?? String(Number(key) + 1) })
    else steps.push(key)
    value = inside
  }
  return steps
}

const insideOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined

const NAMES = ['id', 'key', 'name', 'raw', 'form', 'code', 'appointmentKind'] as const

/** By which something in a list goes: its own name, or the name that it is. */
function nameOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (!isRecord(value)) return null
  const name = NAMES.map((field) => value[field]).find(
    (one) => typeof one === 'string' || typeof one === 'number',
  )
  return name === undefined ? null : String(name)
}
