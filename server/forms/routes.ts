import { Hono } from 'hono'
import { compress } from 'hono/compress'
import type { Deps } from '../deps.ts'
import { bodyWithin } from '../http/body-within.ts'
import { sameOrigin } from '../http/guards.ts'
import { secureApi } from '../http/security-headers.ts'
import { answerRoutes } from './answer-routes.ts'
import { codeRoutes } from './code-routes.ts'
import { openDesk, type PatientEnv } from './desk.ts'
import { linkRoutes } from './link-routes.ts'
import { pageRoutes } from './page-routes.ts'
import { questionRoutes } from './questions/routes.ts'
import { shortLinkRoutes } from './short-link-routes.ts'
import { unsubscribeRoutes } from './unsubscribe.ts'

/** The largest answer of a patient, many times over. */
const BODY_LIMIT = 256 * 1024
const CODE_LIMIT = 4 * 1024

/** Everything behind a mailed link: its pages under /v, and what they ask under /api/patient. */
export function patientRoutes(deps: Deps) {
  const desk = openDesk(deps)
  const origins = [deps.config.PATIENT_URL, deps.config.PUBLIC_URL]
  const pages = new Hono<PatientEnv>()
    .onError(desk.onError)
    .use('/v/*', desk.guarded)
    .use('/u/*', desk.guarded)
    .use('/code', desk.guarded, bodyWithin(CODE_LIMIT), sameOrigin(origins, { forms: true }))
    .use('/s/*', desk.guarded, bodyWithin(CODE_LIMIT), sameOrigin(origins, { forms: true }))
    .use('/v/*', bodyWithin(BODY_LIMIT))
    .use('/v/*', sameOrigin(origins, { forms: true }))
    .use('/v/*', compress({ contentTypeFilter: /^text\/html/ })) // to touch a small answer costs more than it saves
    .route('/', questionRoutes(desk))
    .route('/', pageRoutes(desk))
    .route('/', codeRoutes(desk))
    .route('/', linkRoutes(desk))
    .route('/', shortLinkRoutes(desk))
    .route('/', unsubscribeRoutes(desk))
  const api = new Hono<PatientEnv>()
    .use(secureApi)
    .use(bodyWithin(BODY_LIMIT))
    .use(sameOrigin(origins, { forms: false }))
    .route('/', answerRoutes(desk))
  return new Hono<PatientEnv>().route('/', pages).route('/api/patient', api)
}
