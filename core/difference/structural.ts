/** A place within a definition: keys of objects, and for what has a name of its own in a list, that name. */
export type Step = string | { list: string; name: string }
export type StructuralChange = {
  path: readonly Step[]
  kind: 'added' | 'removed' | 'changed' | 'moved'
  before: unknown
  after: unknown
}

/**
 * Every place in which two values of one shape differ. What has a name in a list (an id, a key, the raw score of a row) is
 * compared with what had that name before, wherever it stood; objects and lists without a name with what stood in the
 * same place. Lists of plain values are one value. A text is one value per language.
 */
export function structuralChanges(before: unknown, after: unknown): StructuralChange[] {
  return compare(before, after, [])
}

function compare(before: unknown, after: unknown, path: readonly Step[]): StructuralChange[] {
  if (before === undefined && after === undefined) return []
  if (before === undefined) return [{ path, kind: 'added', before, after }]
  if (after === undefined) return [{ path, kind: 'removed', before, after }]
  const [one, other] = [namedIn(before) ?? placedIn(before), namedIn(after) ?? placedIn(after)]
  if (one && other) return compareNamed(one, other, path)
  if (isRecord(before) && isRecord(after))
    return keysOf(before, after).flatMap((key) => compare(before[key], after[key], [...path, key]))
  return sameValue(before, after) ? [] : [{ path, kind: 'changed', before, after }]
}

type Named = ReadonlyMap<string, unknown>

function compareNamed(before: Named, after: Named, path: readonly Step[]): StructuralChange[] {
  const list = path.filter((step) => typeof step === 'string').at(-1) ?? ''
  const outer = typeof path.at(-1) === 'string' ? path.slice(0, -1) : path
  const at = (name: string): Step[] => [...outer, { list, name }]
  const names = [...after.keys(), ...[...before.keys()].filter((name) => !after.has(name))]
  const inside = names.flatMap((name) => compare(before.get(name), after.get(name), at(name)))
  const kept = (one: Named, other: Named) => [...one.keys()].filter((name) => other.has(name))
  const [was, is] = [kept(before, after), kept(after, before)]
  return sameValue(was, is) ? inside : [...inside, { path, kind: 'moved', ...stretch(was, is) }]
}

/** Of two orders of the same names, from the first place in which they differ to the last. */
function stretch(before: readonly string[], after: readonly string[]) {
  const from = before.findIndex((name, place) => name !== after[place])
  const to = before.findLastIndex((name, place) => name !== after[place]) + 1
  return { before: before.slice(from, to), after: after.slice(from, to) }
}

const NAMES = ['id', 'key', 'name', 'raw', 'form', 'code', 'item', 'value', 'from', 'title'] as const
const isName = (value: unknown) => typeof value === 'string' || typeof value === 'number'

/** The members of a list by their names; null where they have none, or not each its own. */
function namedIn(value: unknown): Named | null {
  if (!Array.isArray(value) || value.length === 0) return null
  const field = NAMES.find((name) => value.every((one) => isRecord(one) && isName(one[name])))
  if (!field) return null
  const named = new Map(value.map((one: Record<string, unknown>) => [String(one[field]), one]))
  return named.size === value.length ? named : null
}

/** Where nothing in a list has a name, places are the names: "1" is the first. */
function placedIn(value: unknown): Named | null {
  if (!Array.isArray(value) || value.length === 0) return null
  if (!value.every((one) => isRecord(one) || Array.isArray(one))) return null
  return new Map(value.map((one: unknown, place) => [String(place + 1), one]))
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const keysOf = (one: object, other: object) => [...new Set([...Object.keys(one), ...Object.keys(other)])]

/** The order of keys says nothing, that of a list does. */
function sameValue(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((each, place) => sameValue(each, other[place]))
  if (isRecord(one) && isRecord(other))
    return keysOf(one, other).every((key) => sameValue(one[key], other[key]))
  return one === other
}
