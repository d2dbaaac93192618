import { Hono } from 'hono'
import { changeAssessment } from '../acts/change-assessment.ts'
import { changeEnrolment } from '../acts/change-enrolment.ts'
import { endEnrolment, setOptOut } from '../acts/end-enrolment.ts'
import { endMailedLinks } from '../acts/end-links.ts'
import { enrol } from '../acts/enrol.ts'
import { enrolPerson } from '../acts/enrol-person.ts'
import { enterStage, withdrawStageEntry } from '../acts/enter-stage.ts'
import { takeBackEvent } from '../acts/events/take-back.ts'
import { tellDate } from '../acts/tell-date.ts'
import { recordRead } from '../audit/store.ts'
import type { Deps } from '../deps.ts'
import { ownEnrolment } from '../enrolments/store.ts'
import { notFound } from '../http/problem.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { mustBeInCare } from '../patients/in-care.ts'
import { saveContacts } from './contacts.ts'
import * as input from './inputs.ts'
import { enrolmentOptions } from './options.ts'
import { readPlan } from './read-plan.ts'

/** Care paths of the caller's own teams, by hand: enrolling, choosing, entering stages, ending, changing the plan. */
export const carePathRoutes = (deps: Deps) =>
  new Hono<Session>()
    .use(allow('enrolments:write'))
    .post('/', valid('json', input.newEnrolment), async (c) => {
      const { patient, ...wanted } = c.req.valid('json')
      const ctx = c.get('ctx')
      if (!ctx.teamIds.includes(wanted.teamId)) throw notFound('team')
      if (!('id' in patient)) return c.json(await enrolPerson(deps, ctx, patient, wanted), 201)
      await mustBeInCare(deps.db, ctx, patient.id, deps.now())
      const { enrolmentId } = await enrol(deps, ctx, { ...wanted, patientId: patient.id })
      return c.json({ patientId: patient.id, enrolmentId }, 201)
    })
    .get('/options', async (c) => c.json({ teams: await enrolmentOptions(deps, c.get('ctx')) }))
    .patch('/:id', valid('param', input.enrolmentId), valid('json', input.enrolmentChange), async (c) => {
      await changeEnrolment(deps, c.get('ctx'), c.req.valid('param').id, c.req.valid('json'))
      return c.body(null, 204)
    })
    .post('/:id/stages', valid('param', input.enrolmentId), valid('json', input.stageEntry), async (c) =>
      c.json(await enterStage(deps, c.get('ctx'), c.req.valid('param').id, c.req.valid('json')), 201),
    )
    .delete('/:id/stages/:entryId', valid('param', input.stageEntryId), async (c) => {
      const { id, entryId } = c.req.valid('param')
      await withdrawStageEntry(deps, c.get('ctx'), id, entryId)
      return c.body(null, 204)
    })
    .post('/:id/end', valid('param', input.enrolmentId), valid('json', input.end), async (c) => {
      await endEnrolment(deps, c.get('ctx'), c.req.valid('param').id, c.req.valid('json'))
      return c.body(null, 204)
    })
    .put('/:id/contacts', valid('param', input.enrolmentId), valid('json', input.contacts), async (c) => {
      await saveContacts(deps, c.get('ctx'), c.req.valid('param').id, c.req.valid('json'))
      return c.body(null, 204)
    })
    .put('/:id/dates/:name', valid('param', input.patientDate), valid('json', input.toldDate), async (c) => {
      const { id, name } = c.req.valid('param')
      await tellDate(deps, c.get('ctx'), { enrolmentId: id, name, on: c.req.valid('json').on })
      return c.body(null, 204)
    })
    .delete('/:id/events/:eventId', valid('param', input.careEventId), async (c) => {
      const { id, eventId } = c.req.valid('param')
      await takeBackEvent(deps, c.get('ctx'), id, eventId)
      return c.body(null, 204)
    })
    .put('/:id/opt-out', valid('param', input.enrolmentId), valid('json', input.optOut), async (c) => {
      const { patientId } = await ownEnrolment(deps.db, c.get('ctx'), c.req.valid('param').id, deps.now())
      await setOptOut(deps, c.get('ctx'), patientId, c.req.valid('json').out)
      return c.body(null, 204)
    })
    .post('/:id/end-links', valid('param', input.enrolmentId), async (c) => {
      const { patientId } = await ownEnrolment(deps.db, c.get('ctx'), c.req.valid('param').id, deps.now())
      await endMailedLinks(deps, c.get('ctx'), patientId)
      return c.body(null, 204)
    })
    .get('/:id/plan', valid('param', input.enrolmentId), async (c) => {
      const { id } = c.req.valid('param')
      const plan = await readPlan(deps, c.get('ctx'), id)
      const patients = [plan.enrolment.patientId]
      await recordRead(deps, c.get('ctx'), { type: 'plan.read', patients, object: { type: 'enrolment', id } })
      return c.json(plan)
    })
    .put(
      '/:id/assessments/:assessmentId',
      valid('param', input.assessmentId),
      valid('json', input.assessmentChange),
      async (c) => {
        const { id, assessmentId } = c.req.valid('param')
        await changeAssessment(deps, c.get('ctx'), { enrolmentId: id, id: assessmentId }, c.req.valid('json'))
        return c.body(null, 204)
      },
    )
