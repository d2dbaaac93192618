import { Hono } from 'hono'
import { z } from 'zod'
import { midnight, moveDate } from '../../core/time/dates.ts'
import type { Deps } from '../deps.ts'
import { refused } from '../http/problem.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { patientByNumber, readColleagues, readLog, zoneOf } from './read.ts'
import { recordRead } from './store.ts'

const Filter = z.strictObject({
  person: z.string().max(60).optional(),
  /** The patient's number in this organisation. */
  patient: z.string().max(60).optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  /** Where the page before ended. */
  after: z
    .string()
    .regex(/^\S+Z \S+$/)
    .optional(),
})

/** The log of who did and saw what, for who checks it. Reading it is a line of it too. */
export const auditRoutes = (deps: Pick<Deps, 'db' | 'now' | 'newId'>) =>
  new Hono<Session>()
    .use(allow('audit:read'))
    .get('/', valid('query', Filter), async (c) => {
      const ctx = c.get('ctx')
      const { person, patient, from, until, after } = c.req.valid('query')
      const patientId = patient ? await patientByNumber(deps.db, ctx, patient) : undefined
      if (patientId === null) throw refused('unknown_patient', 'Nobody here has this number')
      const zone = await zoneOf(deps.db, ctx)
      const page = await readLog(deps.db, ctx, {
        person,
        patientId,
        from: from ? midnight(from, zone) : undefined,
        before: until ? midnight(moveDate(until, 'P1D'), zone) : undefined,
        after: after ? { at: after.split(' ')[0] as string, id: after.split(' ')[1] as string } : undefined,
      })
      await recordRead(deps, ctx, {
        type: 'audit.read',
        ...(patientId ? { patients: [patientId] } : {}),
        detail: {
          person: person ?? null,
          from: from ?? null,
          until: until ?? null,
          lines: page.lines.length,
        },
      })
      return c.json(page)
    })
    .get('/people', async (c) => c.json(await readColleagues(deps.db, c.get('ctx'))))
