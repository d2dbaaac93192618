import { type Context, Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { callerAddress } from '../http/address.ts'
import { bodyWithin } from '../http/body-within.ts'
import { limit, sameOrigin } from '../http/guards.ts'
import { Problem } from '../http/problem.ts'
import { secureApi } from '../http/security-headers.ts'
import { allow, identify, type Session, type WhoIs } from '../http/session.ts'
import { callerKey } from '../staff/caller.ts'
import { capability } from './capability.ts'
import { readNotification } from './notification.ts'
import { answerFault, FHIR_JSON, fault, faultsOf, outcomeOf, refusal } from './outcome.ts'
import { clinicalTypes } from './read-event.ts'
import type { Sent } from './reading.ts'
import { bundleShape, type FhirBundle, type Resource } from './shapes.ts'
import { type Taken, takeIn } from './take-in.ts'
import { takeNotification } from './take-notification.ts'

const MOST_BYTES = 1024 * 1024

/** FHIR R4 for other systems: appointments, patients and what happened to them come in, nothing goes out. */
export const fhirRoutes = (deps: Deps, whoIs: WhoIs) =>
  new Hono<Session>()
    .onError(answerFault(deps.log))
    .use(secureApi)
    .use(limit(1200, callerKey(deps), deps.now))
    .use(bodyWithin(MOST_BYTES))
    .use(sameOrigin([deps.config.STAFF_URL, deps.config.PUBLIC_URL], { forms: false }))
    .use(identify(whoIs, callerAddress(deps.config)))
    .get('/metadata', (c) => fhir(c, capability(deps.config)))
    .post('/', allow('appointments:write'), async (c) => {
      const bundle = readBundle(await resourceOf(c, 'Bundle'))
      const told = readNotification(bundle)
      const taken = await (told
        ? takeNotification(deps, c.get('ctx'), bundle, told)
        : takeIn(deps, c.get('ctx'), entriesOf(bundle)))
      return fhir(c, answerTo(bundle, taken, deps.now()))
    })
    .post('/Appointment', allow('appointments:write'), takeOne(deps, 'Appointment'))
    .put('/Appointment/:id', allow('appointments:write'), takeOne(deps, 'Appointment'))
    .post('/Patient', allow('appointments:write'), takeOne(deps, 'Patient'))
    .put('/Patient/:id', allow('appointments:write'), takeOne(deps, 'Patient'))
    .route('/', clinicalRoutes(deps))

const clinicalRoutes = (deps: Deps) => {
  const routes = new Hono<Session>()
  for (const type of clinicalTypes)
    routes
      .post(`/${type}`, allow('appointments:write'), takeOne(deps, type))
      .put(`/${type}/:id`, allow('appointments:write'), takeOne(deps, type))
  return routes
}

const fhir = (c: Context, answer: object) =>
  c.body(JSON.stringify(answer), 200, { 'Content-Type': FHIR_JSON })

const takeOne = (deps: Deps, type: string) => async (c: Context<Session>) => {
  const resource = await resourceOf(c, type)
  const taken = await takeIn(deps, c.get('ctx'), [{ resource, place: type }])
  return fhir(c, outcomeOf(taken.map(({ issue }) => issue)))
}

async function resourceOf(c: Context, type: string): Promise<Resource> {
  if (c.req.header('content-encoding')) throw new Problem(415, 'not_supported', 'Send it uncompressed')
  const body: unknown = await c.req.json().catch(() => null)
  if (body === null || typeof body !== 'object' || !('resourceType' in body))
    throw refusal([fault('structure', type, `This is not a resource of FHIR in JSON: send a ${type}`)])
  if (body.resourceType !== type)
    throw refusal([fault('value', 'resourceType', `Send a resource of type ${type} here`)])
  return body as Resource
}

function readBundle(given: Resource): FhirBundle {
  const { data, error } = bundleShape.safeParse(given)
  if (error) throw refusal(faultsOf(error, 'Bundle'))
  return data
}

/** In the order in which it happened: a history begins with what is newest. */
function entriesOf({ entry, type }: FhirBundle): Sent[] {
  const sent = entry.flatMap(({ fullUrl, resource, request }, at) =>
    resource
      ? [
          {
            resource,
            place: `Bundle.entry[${at}].resource`,
            fullUrl,
            method: request?.method,
          },
        ]
      : [],
  )
  return type === 'history' ? sent.reverse() : sent
}

/** A transaction is answered entry by entry, a message by a message, the rest by what became of it. */
function answerTo(bundle: FhirBundle, taken: Taken, now: Date) {
  const issuesAt = (place: string) => taken.filter((one) => one.place === place).map(({ issue }) => issue)
  if (bundle.type === 'transaction')
    return {
      resourceType: 'Bundle',
      type: 'transaction-response',
      entry: bundle.entry.map((_, at) => {
        const issues = issuesAt(`Bundle.entry[${at}].resource`)
        return { response: { status: '200', ...(issues.length > 0 ? { outcome: outcomeOf(issues) } : {}) } }
      }),
    }
  const outcome = outcomeOf(taken.length > 0 ? taken.map(({ issue }) => issue) : [NOTHING])
  return bundle.type === 'message' ? messageAnswer(bundle, outcome, now) : outcome
}

const NOTHING = {
  severity: 'information',
  code: 'informational',
  diagnostics: 'There was nothing in it to take in.',
} as const

function messageAnswer({ entry }: FhirBundle, outcome: object, now: Date) {
  const header = entry.find(({ resource }) => resource?.resourceType === 'MessageHeader')?.resource
  return {
    resourceType: 'Bundle',
    type: 'message',
    timestamp: now.toISOString(),
    entry: [
      {
        resource: {
          resourceType: 'MessageHeader',
          eventCoding: header?.eventCoding,
          source: { endpoint: '/fhir' },
          response: { identifier: header?.id ?? '', code: 'ok' },
        },
      },
      { resource: outcome },
    ],
  }
}
