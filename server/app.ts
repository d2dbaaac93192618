import { Hono } from 'hono'
import { except } from 'hono/combine'
import { requestId } from 'hono/request-id'
import { accountRoutes } from './admin/account-routes.ts'
import { staffLinkRoutes } from './admin/link-routes.ts'
import { organisationRoutes } from './admin/organisation-routes.ts'
import { staffRoutes } from './admin/staff-routes.ts'
import { startRoutes } from './admin/start-routes.ts'
import { alertRoutes } from './alert-desk/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import { boardRoutes } from './board/routes.ts'
import { carePathRoutes } from './care-path/routes.ts'
import { clinicRoutes } from './clinic/routes.ts'
import { consultRoutes } from './consults/routes.ts'
import { inboxRoutes } from './demo-inbox/routes.ts'
import type { Deps } from './deps.ts'
import { documentRoutes } from './documents/routes.ts'
import { definitionRoutes } from './editor/routes.ts'
import { wordingRoutes } from './editor/wording/routes.ts'
import { emergencyRoutes } from './emergency/routes.ts'
import { exportRoutes } from './exports/routes.ts'
import { fhirRoutes } from './fhir/routes.ts'
import { entryRoutes } from './forms/entries/routes.ts'
import { previewRoutes } from './forms/preview.ts'
import { patientRoutes } from './forms/routes.ts'
import { callerAddress } from './http/address.ts'
import { bodyWithin } from './http/body-within.ts'
import { builtAssets } from './http/built.ts'
import { limit, noNulls, sameOrigin } from './http/guards.ts'
import { logRequests } from './http/log-requests.ts'
import { notFoundPage } from './http/not-found.ts'
import { answerProblem } from './http/problem.ts'
import { type Check, readiness } from './http/ready.ts'
import { secureApi } from './http/security-headers.ts'
import { identify, type Session, type WhoIs } from './http/session.ts'
import { staffPage } from './http/staff-page.ts'
import { bsnRoutes } from './identities/bsn-routes.ts'
import { identityRoutes } from './identities/routes.ts'
import { appointmentRoutes } from './imports/appointment-routes.ts'
import { feedRoutes } from './imports/feed-routes.ts'
import { measureRoutes } from './imports/measure-routes.ts'
import { quarantineRoutes } from './imports/quarantine-routes.ts'
import { importRoutes } from './imports/routes.ts'
import { orLaunchedKey } from './launches/cookies.ts'
import { launchedRoutes } from './launches/ended-routes.ts'
import { withinReach } from './launches/reach.ts'
import { signedLinkRoutes, smartRoutes } from './launches/routes.ts'
import { orLaunched } from './launches/session.ts'
import { standInRecordRoutes } from './launches/stand-in.ts'
import { meetingRoutes } from './meetings/routes.ts'
import { centreRoutes } from './messages/centre-routes.ts'
import { messageRoutes } from './messages/routes.ts'
import { textEventRoutes } from './messages/text-event-routes.ts'
import { experimentRoutes, textRoutes } from './messages/text-routes.ts'
import { outreachRoutes } from './outreach/routes.ts'
import { canSignIn } from './patients/issuer.ts'
import { openDoor } from './portal/door.ts'
import { portalRoutes } from './portal/routes.ts'
import { choiceRoutes } from './requests/choice-routes.ts'
import { requestRoutes } from './requests/routes.ts'
import { publicRoundRoutes } from './rounds/public-routes.ts'
import { roundRoutes } from './rounds/routes.ts'
import { similarFor } from './similar/read-similar.ts'
import { similarRoutes } from './similar/routes.ts'
import { createAuth } from './staff/auth.ts'
import { callerKey } from './staff/caller.ts'
import { demoAccountRoutes } from './staff/demo-accounts.ts'
import { meRoutes } from './staff/me.ts'
import { signInRoutes } from './staff/routes.ts'
import { programmeRoutes } from './teams/programme-routes.ts'
import { publicRoutes } from './teams/public-routes.ts'
import { publicationRoutes } from './teams/publication-routes.ts'
import { teamRoutes } from './teams/routes.ts'
import { triageRoutes } from './triage/routes.ts'

/** The largest body of an ordinary request; imports have their own. */
const BODY_LIMIT = 1024 * 1024

/** The whole program as one list. `whoIs` finds out which member of staff or which system asks; `checks` are for /readyz. */
export function createApp(deps: Deps, whoIs: WhoIs, checks: readonly Check[] = []) {
  const address = callerAddress(deps.config)
  const door = openDoor(deps)
  const api = new Hono<Session>()
    .use(secureApi)
    .use(limit(1200, orLaunchedKey(deps, callerKey(deps)), deps.now))
    .use(except(['/api/imports/*', '/api/measures/import'], bodyWithin(BODY_LIMIT)))
    .use(sameOrigin([deps.config.STAFF_URL, deps.config.PUBLIC_URL], { forms: false }))
    .use(identify(orLaunched(deps, whoIs), address))
    .use(withinReach)
    .route('/auth', signInRoutes(deps, createAuth(deps)))
    .route('/me', meRoutes(deps))
    .route('/demo', demoAccountRoutes(deps))
    .route('/links', staffLinkRoutes(deps))
    .route('/account', accountRoutes(deps))
    .route('/definitions', definitionRoutes(deps))
    .route('/definitions', previewRoutes(deps))
    .route('/definitions', wordingRoutes(deps))
    .route('/people', staffRoutes(deps))
    .route('/organisation', organisationRoutes(deps))
    .route('/start', startRoutes(deps))
    .route('/audit', auditRoutes(deps))
    .route('/teams', teamRoutes(deps))
    .route('/teams', roundRoutes(deps))
    .route('/programme', programmeRoutes(deps))
    .route('/publications', publicationRoutes(deps))
    .route('/exports', exportRoutes(deps))
    .route('/clinic', clinicRoutes(deps))
    .route('/alerts', alertRoutes(deps))
    .route('/visits', triageRoutes(deps))
    .route('/emergency', emergencyRoutes(deps))
    .route('/board', boardRoutes(deps))
    .route('/similar', similarRoutes(deps))
    .route('/documents', documentRoutes(deps))
    .route('/consults', consultRoutes(deps))
    .route('/entries', entryRoutes(deps))
    .route('/meetings', meetingRoutes(deps))
    .route('/enrolments', carePathRoutes(deps))
    .route('/imports', importRoutes(deps))
    .route('/appointments', appointmentRoutes(deps))
    .route('/feeds', feedRoutes(deps))
    .route('/measures', measureRoutes(deps))
    .route('/quarantine', quarantineRoutes(deps))
    .route('/messages/centre', centreRoutes(deps))
    .route('/messages/texts', textRoutes(deps))
    .route('/messages/experiments', experimentRoutes(deps))
    .route('/messages', messageRoutes(deps))
    .route('/outreach', outreachRoutes(deps))
    .route('/identities', identityRoutes(deps))
    .route('/bsn', bsnRoutes(deps))
    .route('/requests', requestRoutes(deps))
    .route('/choices', choiceRoutes(deps))
    .route('/launched', launchedRoutes(deps))

  return new Hono<Session>()
    .use(requestId({ headerName: '' })) // always ours: a caller's own would end up in the log
    .use(logRequests(deps))
    .use(noNulls)
    .onError(answerProblem(deps.log))
    .notFound(notFoundPage(deps.config))
    .get('/healthz', (c) => c.text('ok'))
    .get('/readyz', readiness(checks))
    .get('/assets/*', builtAssets)
    .get('/', (c) => c.redirect('/staff'))
    .route('/staff', staffPage(deps.config, canSignIn(deps.config)))
    .route('/demo/inbox', inboxRoutes(deps))
    .route('/demo/identity', door.standIn)
    .route('/demo/record', standInRecordRoutes(deps))
    .route('/fhir', fhirRoutes(deps, whoIs))
    .route('/sms', textEventRoutes(deps))
    .route('/uitkomsten', publicRoutes(deps))
    .route('/ronde', publicRoundRoutes(deps))
    .route('/smart', smartRoutes(deps))
    .route('/launch', signedLinkRoutes(deps))
    .route('/mijn', portalRoutes(deps, door.identity, similarFor(deps)))
    .route('/', patientRoutes(deps))
    .route('/api', api)
}

export type App = ReturnType<typeof createApp>
