import { Hono } from 'hono'
import { z } from 'zod'
import { bases } from '../../core/dataset/basis.ts'
import { idShape, lineShape } from '../../core/shapes.ts'
import { moveMonth, startOfMonth } from '../../core/time/months.ts'
import { recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { refused } from '../http/problem.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { chosenMonths, periodShape } from '../teams/period.ts'
import type { Team } from '../teams/scope.ts'
import { asObservations, asPatients, bulkManifest } from './bulk.ts'
import { columnsOf, type Dataset, datasetOf, exportPages, type Purpose, rowsIn } from './dataset.ts'
import { exportable } from './exportable.ts'
import { answerFile, type Content, fileNamed, TABLE_FILES, tableFile } from './files.ts'
import { readQuality } from './quality.ts'
import { registerRoutes } from './register-routes.ts'

const purposeShape = periodShape.extend({
  project: idShape,
  destination: lineShape(3, 120),
  basis: z.enum(bases),
})

const FILES = {
  ...TABLE_FILES,
  'observations.ndjson': 'application/fhir+ndjson',
  'people.ndjson': 'application/fhir+ndjson',
  'manifest.json': 'application/json',
} as const
type File = keyof typeof FILES

/** Datasets of one team, under pseudonyms, for a destination that is named with its legal basis. */
export const exportRoutes = (deps: Deps) =>
  new Hono<Session>()
    .get('/:teamId/quality', allow('exports:make'), async (c) => {
      const team = await exportable(deps, c.var.ctx, c.req.param('teamId'))
      const quality = await readQuality(deps, team)
      await recordRead(deps, c.var.ctx, { type: 'team.quality-read', object: { type: 'team', id: team.id } })
      return c.json(quality)
    })
    .route('/', registerRoutes(deps))
    .get('/:teamId/:file', allow('exports:make'), valid('query', purposeShape), async (c) => {
      const { ctx } = c.var
      const team = await exportable(deps, ctx, c.req.param('teamId'))
      const file = fileNamed(FILES, c.req.param('file'))
      const version = await deps.definitions.current(team.outcomeSet)
      if (!version) throw refused('no_outcome_set', 'This team has no published outcome set')
      const { from, to, ...said } = c.req.valid('query')
      const months = chosenMonths({ from, to }, deps, team.zone)
      const purpose = {
        ...said,
        file,
        since: startOfMonth(months.from, team.zone),
        until: startOfMonth(moveMonth(months.to, 1), team.zone),
      }
      await recordRead(deps, ctx, {
        type: 'team.export-made',
        object: { type: 'team', id: team.id },
        detail: { ...said, ...months, file },
      })
      const dataset = datasetOf(version)
      return answerFile(c, {
        name: file,
        type: FILES[file],
        content:
          file === 'manifest.json'
            ? JSON.stringify(
                bulkManifest(deps.now().toISOString(), new URLSearchParams({ ...said, ...months })),
              )
            : contentOf(deps, ctx, team, dataset, { ...purpose, file }),
        rows: file === 'data.csv' ? await rowsIn(deps, team, purpose) : null,
      })
    })

function contentOf(
  deps: Deps,
  ctx: Ctx,
  team: Team,
  dataset: Dataset,
  purpose: Purpose & { file: Exclude<File, 'manifest.json'> },
): Content {
  const pages = () => exportPages(deps, ctx, team, dataset, purpose)
  const { file, project } = purpose
  if (file === 'people.ndjson') return asPatients(project, dataset, pages())
  if (file === 'observations.ndjson') return asObservations(project, dataset, pages())
  return tableFile(file, columnsOf(dataset), ctx.language, pages)
}
