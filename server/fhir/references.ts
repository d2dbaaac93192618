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
  return (reference = '') =>
    names.get(reference) ?? names.get(/(\w+\/[^/]+)(\/_history\/[^/]+)?$/.exec(reference)?.[1] ?? '')
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
  find(reference)?.resource.resourceType ?? type ?? /(\w+)\/[^/]+$/.exec(reference)?.[1]

/** A practitioner or a location, as far as it came along. */
export function namedAt({ reference }: Reference, find: Find): NamedResource | undefined {
  const found = find(reference)
  const read = found && namedShape.safeParse(found.resource)
  return read?.data?.practitioner ? namedAt(read.data.practitioner, find) : read?.data
}
