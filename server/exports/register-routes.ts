import { Hono } from 'hono'
import { z } from 'zod'
import { recordRead } from '../audit/store.ts'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { exportable } from './exportable.ts'
import { answerFile, fileNamed, TABLE_FILES, tableFile } from './files.ts'
import { chooseDelivery, columnsFor, deliveryPages, readCompleteness, registersOf } from './registers.ts'

const deliveryShape = z.object({ delivery: z.string().max(16).optional() })

/** What quality registers ask of a team: which, how complete each delivery is, and its files. */
export const registerRoutes = (deps: Deps) =>
  new Hono<Session>()
    .get('/:teamId/registers', allow('exports:make'), async (c) => {
      const team = await exportable(deps, c.var.ctx, c.req.param('teamId'))
      const registers = registersOf(deps, team)
      return c.json({ registers: registers.map(({ id, title }) => ({ id, title })) })
    })
    .get(
      '/:teamId/registers/:registerId',
      allow('exports:make'),
      valid('query', deliveryShape),
      async (c) => {
        const team = await exportable(deps, c.var.ctx, c.req.param('teamId'))
        const { deliveries, look } = chooseDelivery(
          deps,
          team,
          c.req.param('registerId'),
          c.req.valid('query').delivery,
        )
        const completeness = await readCompleteness(deps, c.var.ctx, look)
        const { id, title, keeper, about, basis, ground, source, unverified = false } = look.register
        return c.json({
          register: { id, title, keeper, about, basis, ground, source, unverified },
          today: look.today,
          deliveries,
          delivery: look.delivery,
          completeness,
        })
      },
    )
    .get(
      '/:teamId/registers/:registerId/:file',
      allow('exports:make'),
      valid('query', deliveryShape),
      async (c) => {
        const { ctx } = c.var
        const team = await exportable(deps, ctx, c.req.param('teamId'))
        const file = fileNamed(TABLE_FILES, c.req.param('file'))
        const wanted = c.req.valid('query').delivery
        const { look } = chooseDelivery(deps, team, c.req.param('registerId'), wanted)
        const { register, delivery } = look
        await recordRead(deps, ctx, {
          type: 'team.export-made',
          object: { type: 'team', id: team.id },
          detail: { register: register.id, delivery: delivery.id, basis: register.basis, file },
        })
        const columns = await columnsFor(deps, look)
        const pages = () => deliveryPages(deps, ctx, look, file)
        return answerFile(c, {
          name: `${register.id}-${delivery.id}-${file}`,
          type: TABLE_FILES[file],
          content: tableFile(file, columns, ctx.language, pages),
          rows: null,
        })
      },
    )
