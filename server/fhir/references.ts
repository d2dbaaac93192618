import { type NamedResource, namedShape, type Reference, type Resource } from './shapes.ts'

/** A resource and where it stands in what was sent. */
export type Placed = { resource: Resource; place: string }
/** Finds what a reference names among what was sent with it. */
export type Find = (reference: string | undefined) => Placed | undefined

type Entry = { fullUrl?: string | undefined; resource: Resource; place: string }

/** What a bundle holds, by each of the names by which another of its resources may call it. */
export function findAmong(entries: readonly Entry[]): Find {
  const names = new Map<string, Placed>()
  for (const { fullUrl, resource, place } of entries) {
    const placed = { resource, place }
    if (resource.id) names.set(`${resource.resourceType}/${resource.id}`, placed)
    if (fullUrl) names.set(fullUrl, placed)
  }
  // 'https://ehr.example/fhir/Patient/7' and 'Patient/7/_history/2' are that patient too.
  return (reference = '') => names.get(reference) ?? names.get(lastOf(reference).join('/'))
}

/** Type and id at the end of a reference, or nothing. Without a pattern: one could be made to search for minutes. */
function lastOf(reference: string): string[] {
  const parts = reference.split('/')
  const all = parts.at(-2) === '_history' ? parts.slice(0, -2) : parts
  return all.length < 2 ? [] : all.slice(-2)
}

/** With what a resource contains: '#1' is looked for inside it. */
export function findWithin(contained: readonly Resource[], place: string, outside: Find): Find {
  const inside = new Map(
    contained.map((resource, at) => [
      `#${resource.id ?? ''}`,
      { resource, place: `${place}.contained[${at}]` },
    ]),
  )
  return (reference = '') => (reference.startsWith('#') ? inside.get(reference) : outside(reference))
}

/** What kind of thing a reference names: it says so itself, or what it leads to does. */
export const typeOf = ({ type, reference = '' }: Reference, find: Find): string | undefined =>
  find(reference)?.resource.resourceType ?? type ?? lastOf(reference)[0]

/** A practitioner or a location, as far as it came along; whoever has a role is one step away, and not further. */
export function namedAt(named: Reference, find: Find): NamedResource | undefined {
  const found = readAt(named, find)
  return found?.practitioner ? readAt(found.practitioner, find) : found
}

function readAt({ reference }: Reference, find: Find): NamedResource | undefined {
  const found = find(reference)
  return found && namedShape.safeParse(found.resource).data
}
