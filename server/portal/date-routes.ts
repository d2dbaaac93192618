import { type Context, Hono } from 'hono'
import { typedDate } from '../../core/answers/typed-date.ts'
import { tellDate } from '../acts/tell-date.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { formOf } from '../http/form-of.ts'
import type { DateRefused } from './dates-part.ts'
import type { Html } from './frame.ts'
import { accepted } from './named-proxy.ts'
import type { Reader } from './reader.ts'
import { readSession } from './session.ts'

type Env = { Variables: { requestId: string } }
type Frame = {
  show(c: Context, page: Html, status?: 200 | 422): Response | Promise<Response>
  ctx(c: Context<Env>, reader: Reader): Ctx
  overview(c: Context<Env>, reader: Reader, refused: DateRefused): Promise<Html>
}

/** A date that the signed-in patient knows; left empty, it is known no more. */
export const dateRoutes = (deps: Deps, { show, ctx, overview }: Frame) =>
  new Hono<Env>().post('/date', async (c) => {
    const reader = await readSession(c, deps)
    if (!reader) return c.redirect('/mijn', 303)
    const form = await formOf(c)
    const [path, name, typed] = ['path', 'name', 'on'].map((field) => {
      const value = form[field]
      return typeof value === 'string' ? value.trim() : ''
    }) as [string, string, string]
    const on = typed === '' ? null : typedDate(typed)
    const isKept =
      (on !== null || typed === '') &&
      (await accepted(() => tellDate(deps, ctx(c, reader), { enrolmentId: path, name, on })))
    if (isKept) return c.redirect('/mijn', 303)
    return show(c, await overview(c, reader, { path, name, typed: typed.slice(0, 20) }), 422)
  })
