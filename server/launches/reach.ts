import type { MiddlewareHandler } from 'hono'
import { Problem } from '../http/problem.ts'
import type { Session } from '../http/session.ts'

/**
 * All that a page which a record system opened can ask: one patient's page and the acts on it. Of these the care
 * relation (`patients/scope.ts`) lets through what is that patient's. What does not stand here, it does not reach: a
 * new route has to be named before it does.
 */
export const launchedReach = [
  'GET /api/me',
  'DELETE /api/launched',
  'GET /api/clinic/patients/:patientId',
  'GET /api/documents/patients/:patientId/record',
  'GET /api/similar/:enrolmentId',
  'PUT /api/consults/responses/:responseId/opened',
  'PUT /api/consults/responses/:responseId/discussed',
  'DELETE /api/consults/responses/:responseId/discussed',
  'POST /api/consults/enrolments/:enrolmentId/agreements',
  'DELETE /api/consults/enrolments/:enrolmentId/agreements/:agreementId',
  'PUT /api/consults/enrolments/:enrolmentId/agreements/:agreementId/standing',
  'PUT /api/consults/enrolments/:enrolmentId/agreements/:agreementId/done',
  'GET /api/consults/enrolments/:enrolmentId/desk',
  'PUT /api/consults/enrolments/:enrolmentId/plan',
  'POST /api/consults/enrolments/:enrolmentId/assessments',
  'POST /api/consults/enrolments/:enrolmentId/measures',
  'DELETE /api/consults/enrolments/:enrolmentId/measures/:measure',
  'PUT /api/consults/alerts/:alertId/acknowledged',
  'DELETE /api/consults/alerts/:alertId/acknowledged',
  'PUT /api/consults/alerts/:alertId/closed',
  'DELETE /api/consults/alerts/:alertId/closed',
] as const

const patterns = launchedReach.map((route) => new RegExp(`^${route.replaceAll(/:\w+/g, '[^/]+')}$`))

/** 403 ('one_patient') for whatever else a page asks that a record system opened. */
export const withinReach: MiddlewareHandler<Session> = (c, next) => {
  const ctx = c.var.ctx as Session['Variables']['ctx'] | undefined
  const asked = `${c.req.method} ${c.req.path}`
  if (ctx?.boundTo && !patterns.some((pattern) => pattern.test(asked)))
    throw new Problem(403, 'one_patient', 'This window was opened for one patient')
  return next()
}
