import { type Fault, saidWhere } from '../../core/definitions/definition-text.ts'
import {
  checkDefinitions,
  type DefinitionFile,
  problemLine,
} from '../../core/definitions/definitions-check.ts'
import { definitionFile, outcomeSet } from './definitions.ts'

/** As the new value: take what stands there away. */
export const gone = Symbol('gone')

/** The problems of a shipped file in which one place was changed, as lines. */
export const problemsAfter = (path: string, at: string, value: unknown): string[] =>
  faultsAfter(path, at, value).map(problemLine)

/** The same with their places in words. An outcome set comes with all instruments. */
export function faultsAfter(path: string, at: string, value: unknown): Omit<Fault, 'line'>[] {
  const file = definitionFile(path)
  changeAt(file.json, at, value)
  const files = [file, ...companions(path)]
  const checked = checkDefinitions(files)
  return checked.ok ? [] : saidWhere(files, checked.problems)
}

/** The instruments that an outcome set needs around it, and one that it must not ask. */
export function companions(path: string): DefinitionFile[] {
  if (!path.startsWith('outcome-sets/')) return []
  const set = outcomeSet(path.replace(/^outcome-sets\/|\.json$/g, ''))
  const named = [...set.instruments.map(({ id }) => id), 'team-work']
  return named.map((id) => definitionFile(`instruments/${id}.json`))
}

/** `at` is written as in a problem: `scales[0].bands[2].from`. */
function changeAt(json: unknown, at: string, value: unknown) {
  const keys = at.split(/[.[\]]+/).filter((key) => key !== '')
  const last = keys.pop() ?? ''
  const place = keys.reduce((inner, key) => (inner as Record<string, unknown>)[key], json)
  if (value !== gone) (place as Record<string, unknown>)[last] = value
  else if (Array.isArray(place)) place.splice(Number(last), 1)
  else delete (place as Record<string, unknown>)[last]
}
