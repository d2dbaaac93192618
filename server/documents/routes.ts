import { Hono } from 'hono'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { pdfAnswer } from '../pdf/answer.ts'
import { inLanguage, sheetShape } from '../pdf/asked.ts'
import { outcomesShape } from '../teams/ask-outcomes.ts'
import { makeRecord } from './make-record.ts'
import { makeScorecard } from './make-scorecard.ts'
import { makeTeam } from './make-team.ts'

const Path = sheetShape.extend({ enrolment: z.string().max(64).optional() })
const TeamPage = outcomesShape.extend(sheetShape.shape)

/** What goes on paper, as tagged PDFs; every one of them is a look that is written down. */
export const documentRoutes = (deps: Deps) =>
  new Hono<Session>()
    .get('/patients/:patientId/record', allow('outcomes:read'), valid('query', Path), async (c) => {
      const { enrolment, ...wanted } = c.req.valid('query')
      const about = { patientId: c.req.param('patientId'), enrolment }
      return pdfAnswer(c, await makeRecord(deps, inLanguage(c.var.ctx, wanted), about))
    })
    .get('/teams/:teamId/outcomes', allow('cohort:read'), valid('query', TeamPage), async (c) => {
      const { language, ...asked } = c.req.valid('query')
      const ctx = inLanguage(c.var.ctx, { language })
      return pdfAnswer(c, await makeTeam(deps, ctx, c.req.param('teamId'), asked))
    })
    .get('/teams/:teamId/scorecard', allow('cohort:read'), valid('query', sheetShape), async (c) => {
      const ctx = inLanguage(c.var.ctx, c.req.valid('query'))
      return pdfAnswer(c, await makeScorecard(deps, ctx, c.req.param('teamId')))
    })
