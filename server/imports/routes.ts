import { Hono } from 'hono'
import { z } from 'zod'
import type { MessageProblem } from '../../core/feeds/appointment-message.ts'
import { explainProblem } from '../../core/feeds/appointment-words.ts'
import type { Language } from '../../core/words.ts'
import { recordRead } from '../audit/store.ts'
import type { Deps } from '../deps.ts'
import { refused } from '../http/problem.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { readTeams } from '../organisations/store.ts'
import { countBsnDoubts } from './bsn-doubts.ts'
import { csvAnswer } from './csv-answer.ts'
import { fileRoutes } from './file-routes.ts'
import { countAsides } from './quarantine.ts'
import { findImport, importKinds, lastImports } from './run-import.ts'
import { countStuck } from './stuck-paths.ts'

const ofKind = z.object({ kind: z.enum(importKinds).default('appointments') })
const importId = z.object({ id: z.string().max(64) })

/** Files of appointments and of patients: looked at, imported, followed. */
export const importRoutes = (deps: Deps) =>
  new Hono<Session>()
    .route('/appointments', fileRoutes(deps, 'appointments'))
    .route('/patients', fileRoutes(deps, 'patients'))
    .get('/', allow('imports:write'), valid('query', ofKind), async (c) => {
      const ctx = c.get('ctx')
      const teams = (await readTeams(deps.db, ctx)).map(({ id, name }) => ({ id, name }))
      const doubts = await countBsnDoubts(deps.db, ctx)
      const waiting = (await countAsides(deps.db, ctx)) + (await countStuck(deps.db, ctx)) + doubts
      return c.json({ imports: await lastImports(deps, ctx, c.req.valid('query').kind), teams, waiting })
    })
    .get('/:id', allow('imports:write'), valid('param', importId), async (c) => {
      const found = await findImport(deps, c.get('ctx'), c.req.valid('param').id)
      const { id, kind, fileName, state, progress, dryRun, startedAt, finishedAt, report } = found
      if (report)
        await recordRead(deps, c.get('ctx'), { type: 'import.read', object: { type: 'import', id } })
      return c.json({ id, kind, fileName, state, progress, dryRun, startedAt, finishedAt, report })
    })
    .get('/:id/problems.csv', allow('imports:write'), valid('param', importId), async (c) => {
      const { id, report } = await findImport(deps, c.get('ctx'), c.req.valid('param').id)
      if (!report) throw refused('import_running', 'This import is still running')
      await recordRead(deps, c.get('ctx'), {
        type: 'import.read',
        object: { type: 'import', id },
        detail: { problems: report.problems.length },
      })
      return csvAnswer(c, problemList(report.problems, c.get('ctx').language))
    })

type Told = {
  row: number
  line: number
  column: string | null
  code: string
  value: string
  options?: MessageProblem['options'] | undefined
}

const problemList = (problems: readonly Told[], language: Language): string[][] => [
  language === 'nl' ? ['regel', 'kolom', 'waarde', 'wat te doen'] : ['line', 'column', 'value', 'what to do'],
  ...problems.map((problem) => [
    String(problem.line),
    problem.column ?? '',
    problem.value,
    explainProblem(problem, language),
  ]),
]
