import { explainProblem } from '../../core/feeds/appointment-words.ts'
import type { Heard } from '../../core/feeds/event-count.ts'
import { fault, faultsOf, refusal } from './outcome.ts'
import type { Sent } from './reading.ts'
import { withoutVersion } from './references.ts'
import { type FhirBundle, type Parameter, parametersShape, type Resource } from './shapes.ts'

/** What a notification of a subscription says beside what it carries; `at` is when an event happened, an instant. */
export type Notification = {
  /** The subscription, as its server refers to it. */
  reference: string
  /** What its server says of it: 'active', 'error' … */
  state: string
  heard: Heard
  events: { at: string | null; focus: string | null }[]
}

const PLACE = 'Bundle.entry[0].resource'

const KINDS: Record<string, Heard['kind']> = {
  handshake: 'start',
  heartbeat: 'sign',
  'query-status': 'sign',
  'event-notification': 'events',
  'query-event': 'again',
}
const STATES = ['requested', 'active', 'error', 'off', 'entered-in-error']

/**
 * The status that a notification of a topic-based subscription begins with; null where a bundle is none (Subscriptions R5
 * Backport 1.1.0, profile backport-subscription-status-r4: Parameters in the first entry of a history).
 */
export function readNotification({ type, entry }: FhirBundle): Notification | null {
  const status = entry[0]?.resource
  if (type !== 'history' || status?.resourceType !== 'Parameters') return null
  const { data, error } = parametersShape.safeParse(status)
  if (error) throw refusal(faultsOf(error, PLACE))
  const one = (name: string) => data.parameter.find((parameter) => parameter.name === name)
  if (!one('subscription') && !one('type')) return null
  const count = one('events-since-subscription-start')
  const events = data.parameter.filter(({ name }) => name === 'notification-event').map(readEvent)
  return {
    reference: said('subscription', one('subscription')?.valueReference?.reference),
    state: among('status', STATES, one('status')?.valueCode),
    heard: {
      kind: KINDS[among('type', Object.keys(KINDS), one('type')?.valueCode)] ?? 'sign',
      count: count ? numberIn(count) : null,
      events: events.flatMap(({ number }) => (number === null ? [] : [number])),
      at: latest(events.flatMap(({ at }) => at ?? [])),
    },
    events,
  }
}

/** The last of these instants, in UTC; null of none. */
const latest = (instants: readonly string[]): string | null =>
  instants
    .map((at) => new Date(at).toISOString())
    .toSorted()
    .at(-1) ?? null

function readEvent({ part = [] }: Parameter) {
  const one = (name: string) => part.find((parameter) => parameter.name === name)
  const number = one('event-number')
  const at = one('timestamp')?.valueInstant
  return {
    number: number ? numberIn(number) : null,
    at: at && !Number.isNaN(Date.parse(at)) ? at : null,
    focus: one('focus')?.valueReference?.reference ?? null,
  }
}

const wrong = (name: string, said: string) =>
  refusal([fault('value', `${PLACE}.parameter.where(name='${name}')`, said)])

function said(name: string, value: string | undefined): string {
  const given = value?.trim()
  if (!given || given.length > 500) throw wrong(name, 'Say here which subscription this is about')
  return given
}

function among(name: string, values: readonly string[], value: string | undefined): string {
  if (value === undefined || !values.includes(value)) throw wrong(name, `Send one of ${values.join(', ')}`)
  return value
}

// A string in R4; earlier drafts of the guide, and some servers, send a number.
function numberIn({ name, valueString, valueUnsignedInt, valueInteger, valueDecimal }: Parameter): number {
  const number =
    valueUnsignedInt ??
    valueInteger ??
    valueDecimal ??
    (/^\d+$/.test(valueString ?? '') ? Number(valueString) : -1)
  if (!Number.isSafeInteger(number) || number < 0) throw wrong(name, 'Send a whole number here, as a string')
  return number
}

/**
 * What a notification of events carries, in its order. 422 where something is only named: what it is can be read nowhere.
 * What does not say how old it is, is as old as the event that it is the focus of.
 */
export function carriedBy({ entry }: FhirBundle, { events }: Notification): Sent[] {
  const atOf = new Map(events.flatMap(({ focus, at }) => (focus ? [[tailOf(focus), at]] : [])))
  const carried = entry.slice(1)
  const sent = carried.flatMap(({ fullUrl, resource, request }, at): Sent[] => {
    if (!resource) return []
    const [happenedAt] = namesOf({ fullUrl, resource }).flatMap((name) => atOf.get(name) ?? [])
    // Read by GET is how a server writes what it adds of its own accord.
    const method = request?.method === 'GET' ? undefined : request?.method
    const place = `Bundle.entry[${at + 1}].resource`
    return [{ resource: dated(resource, happenedAt), place, fullUrl, method }]
  })
  const names = new Set(sent.flatMap(namesOf))
  const isWhole = sent.length === carried.length && [...atOf.keys()].every((focus) => names.has(focus))
  if (sent.length > 0 && isWhole) return sent
  const isGone = carried.some(({ resource, request }) => !resource && request?.method === 'DELETE')
  throw notCarried(isGone ? 'deleted-only' : 'id-only')
}

const notCarried = (code: 'deleted-only' | 'id-only') =>
  refusal([fault('not-supported', 'Bundle.entry', explainProblem({ code }, 'en'), code)])

const namesOf = ({ fullUrl, resource: { resourceType, id } }: Pick<Sent, 'fullUrl' | 'resource'>) => [
  ...(fullUrl ? [tailOf(fullUrl)] : []),
  `${resourceType}/${id}`,
]

/** The type and id at the end of a reference; whatever stands before them differs between one server's own notifications. */
const tailOf = (reference: string) => withoutVersion(reference).split('/').slice(-2).join('/')

function dated(resource: Resource, at: string | undefined): Resource {
  const meta = (resource.meta ?? {}) as { lastUpdated?: unknown }
  return at === undefined || meta.lastUpdated !== undefined
    ? resource
    : { ...resource, meta: { ...meta, lastUpdated: at } }
}
