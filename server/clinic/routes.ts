import { Hono } from 'hono'
import { z } from 'zod'
import { lineShape } from '../../core/shapes.ts'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { readClinicDay } from './day.ts'
import { readFigures } from './figures.ts'
import { findPatients } from './find-patients.ts'
import { readNews } from './news.ts'
import { readOnePager } from './one-pager.ts'
import { readPhone, sendLink } from './reach.ts'

const Day = z.object({ day: z.iso.date().optional(), who: lineShape(1, 200).optional() })
const Search = z.object({ search: z.string().trim().min(1).max(100) })
const Path = z.object({ enrolment: z.string().max(64).optional() })

/** What a clinician looks at: the clinic of a day, and one patient on one page; every look is written down. And how who did not answer is reached. */
export const clinicRoutes = (deps: Deps) =>
  new Hono<Session>()
    .get('/', allow('clinic:read'), valid('query', Day), async (c) =>
      c.json(await readClinicDay(deps, c.var.ctx, c.req.valid('query'))),
    )
    .get('/figures', allow('clinic:read'), async (c) => c.json(await readFigures(deps, c.var.ctx)))
    .get('/news', allow('clinic:read'), async (c) => c.json(await readNews(deps.db, c.var.ctx)))
    .post('/assessments/:assessmentId/link', allow('consults:write'), async (c) => {
      await sendLink(deps, c.var.ctx, c.req.param('assessmentId'))
      return c.json({ sent: true as const })
    })
    .get('/assessments/:assessmentId/phone', allow('calls:write'), async (c) =>
      c.json(await readPhone(deps, c.var.ctx, c.req.param('assessmentId'))),
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
