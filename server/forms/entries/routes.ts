import { Hono } from 'hono'
import { z } from 'zod'
import { ourLanguage, patientLanguage, patientLanguages } from '../../../core/words.ts'
import { recordRead } from '../../audit/store.ts'
import type { Deps } from '../../deps.ts'
import { pageHeaders } from '../../http/security-headers.ts'
import { allow, type Session } from '../../http/session.ts'
import { valid } from '../../http/valid.ts'
import { voiceIn } from '../frame.ts'
import { asking } from '../questions/asked.ts'
import { enterAnswers, entryShape } from './enter.ts'
import { handOver } from './hand-over.ts'
import { mustBeOpen, ownTask } from './own-task.ts'
import { paperPage, paperStyle } from './paper-page.ts'
import { readEntry } from './view.ts'

/** The version of the outcome set that stands on the paper. */
const Printed = z.strictObject({ printed: z.coerce.number().int().min(1).optional() })

/** The other ways to answer, which staff begin: a device that is handed over, paper, the telephone. */
export function entryRoutes(deps: Deps) {
  const headers = pageHeaders({ styles: paperStyle, https: deps.config.STAFF_URL.startsWith('https:') })
  return new Hono<Session>()
    .use(allow('consults:write'))
    .get('/:assessmentId', valid('query', Printed), async (c) =>
      c.json(await readEntry(deps, c.var.ctx, c.req.param('assessmentId'), c.req.valid('query').printed)),
    )
    .post('/:assessmentId', valid('json', entryShape), async (c) =>
      c.json(await enterAnswers(deps, c.var.ctx, c.req.param('assessmentId'), c.req.valid('json')), 201),
    )
    .post('/:assessmentId/tablet', async (c) => {
      const cookies = c.req.header('cookie') ?? null
      const handed = await handOver(deps, c.var.ctx, c.req.param('assessmentId'), cookies)
      c.header('Clear-Site-Data', '"cache"')
      return c.json(handed, 201)
    })
    .get('/:assessmentId/paper', async (c) => {
      const own = await ownTask(deps, c.var.ctx, c.req.param('assessmentId'))
      mustBeOpen(own, deps.now(), 'typed')
      const asked = patientLanguages.find((one) => one === c.req.query('in'))
      const language = asked ?? patientLanguage(own.language, own.organisationLanguage)
      const otherwise = ourLanguage(own.organisationLanguage)
      const voice = asking(voiceIn({ language, otherwise }, deps.config.DEMO), [own.task])
      await recordRead(deps, c.var.ctx, {
        type: 'paper.printed',
        patients: [own.patientId],
        object: { type: 'assessment', id: own.assessmentId },
      })
      const entryAddress = `${deps.config.STAFF_URL}/staff/answers/${own.assessmentId}?printed=${own.task.setVersion.set.version}`
      return c.html(paperPage(voice, own, entryAddress), 200, headers)
    })
}
