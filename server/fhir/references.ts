import { type NamedResource, namedShape, type Reference, type Resource } from './shapes.ts'

/** A resource and where it stands in what was sent. */
export type Placed = { resource: Resource; place: string }
/** Finds what a reference names among what was sent with it. */
export type Find = (reference: string | undefined) => Placed | undefined

type Entry = { fullUrl?: string | undefined; resource: Resource; place: string }

/**
 * What a bundle holds, as one of its entries refers to it (FHIR R4, 3.1.1.1): an absolute reference is a `fullUrl`, a
 * relative one stands beside the entry's own. Where entries have no address, type and id will do if one has them.
 */
export function findAmong(entries: readonly Entry[]): (from: Pick<Entry, 'fullUrl'>) => Find {
  const byUrl = new Map(entries.flatMap((entry) => (entry.fullUrl ? [[entry.fullUrl, entry] as const] : [])))
  const byName = Map.groupBy(entries, ({ resource }) => `${resource.resourceType}/${resource.id ?? ''}`)
  return (from) =>
    (reference = '') => {
      const name = withoutVersion(reference)
      if (name.includes(':')) return byUrl.get(name)
      const base = baseOf(from)
      const beside = base === null ? undefined : byUrl.get(base + name)
      const called = (byName.get(name) ?? []).filter((one) => base === null || baseOf(one) === null)
      // Versions of one thing have one address: the last of them is meant.
      const isOne = new Set(called.map(({ fullUrl }) => fullUrl)).size === 1
      return beside ?? (isOne ? called.at(-1) : undefined)
    }
}

// Without patterns: one could be made to search for minutes.

export const withoutVersion = (reference: string): string => {
  const parts = reference.split('/')
  return parts.at(-2) === '_history' ? parts.slice(0, -2).join('/') : reference
}

/** 'https://ehr.example/fhir/' of 'https://ehr.example/fhir/Patient/7'; null for a urn, or nothing. */
const baseOf = ({ fullUrl = '' }: Pick<Entry, 'fullUrl'>): string | null =>
  fullUrl.startsWith('http') ? `${fullUrl.split('/').slice(0, -2).join('/')}/` : null

/** Type and id at the end of a reference, or nothing. */
function lastOf(reference: string): string[] {
  const parts = withoutVersion(reference).split('/')
  return parts.length < 2 ? [] : parts.slice(-2)
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
