import { Hono } from 'hono'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { readClinicDay } from './day.ts'
import { findPatients } from './find-patients.ts'
import { readOnePager } from './one-pager.ts'

const Day = z.object({ day: z.iso.date().optional() })
const Search = z.object({ search: z.string().trim().min(1).max(100) })
const Path = z.object({ enrolment: z.string().max(64).optional() })

/** What a clinician looks at: the clinic of a day, and one patient on one page. Every look is written down. */
export const clinicRoutes = (deps: Deps) =>
  new Hono<Session>()
    .get('/', allow('clinic:read'), valid('query', Day), async (c) =>
      c.json(await readClinicDay(deps, c.var.ctx, c.req.valid('query').day)),
    )
    .get('/patients', allow('patients:read'), valid('query', Search), async (c) =>
      c.json(await findPatients(deps, c.var.ctx, c.req.valid('query').search)),
    )
    .get('/patients/:patientId', allow('outcomes:read'), valid('query', Path), async (c) =>
      c.json(
        await readOnePager(deps, c.var.ctx, {
          patientId: c.req.param('patientId'),
          enrolment: c.req.valid('query').enrolment,
        }),
      ),
    )
