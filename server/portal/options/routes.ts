import { type Context, Hono } from 'hono'
import { recordRead } from '../../audit/store.ts'
import type { Ctx } from '../../ctx.ts'
import type { Deps } from '../../deps.ts'
import { hasStandIn } from '../../patients/issuer.ts'
import { pdfAnswer } from '../../pdf/answer.ts'
import { inDemo } from '../../pdf/in-demo.ts'
import type { Html, Voice } from '../frame.ts'
import type { ShownPath } from '../overview-page.ts'
import { signInPage } from '../plain-pages.ts'
import type { Reader } from '../reader.ts'
import { readSession } from '../session.ts'
import { optionsPage } from './page.ts'
import { printOptions } from './print.ts'
import { type SimilarOf, sheetsOf } from './sheet.ts'

type Env = { Variables: { requestId: string } }
type Frame = {
  show(c: Context, page: Html): Response | Promise<Response>
  voice(c: Context, reader: Reader | null): Voice
  ctx(c: Context<Env>, reader: Reader): Ctx
  pathsOf(reader: Reader): Promise<ShownPath[]>
  similarOf: SimilarOf
}

/** The sheet of options, to read and to take along. */
export function optionRoutes(deps: Deps, { show, voice, ctx, pathsOf, similarOf }: Frame) {
  const sheets = async (c: Context<Env>, reader: Reader, type: string) => {
    const made = await sheetsOf(voice(c, reader), await pathsOf(reader), similarOf)
    await recordRead(deps, ctx(c, reader), { type, patients: [reader.patientId] })
    return made
  }
  const door = (c: Context) => show(c, signInPage(voice(c, null), { standIn: hasStandIn(deps.config) }))
  return new Hono<Env>()
    .get('/options', async (c) => {
      const reader = await readSession(c, deps)
      if (!reader) return door(c)
      return show(c, optionsPage(voice(c, reader), await sheets(c, reader, 'portal.options-read')))
    })
    .get('/options.pdf', async (c) => {
      const reader = await readSession(c, deps)
      if (!reader) return door(c)
      const at = deps.now().toISOString()
      const made = await sheets(c, reader, 'portal.options-printed')
      const printed = printOptions(voice(c, reader), reader.organisation, made, at)
      return pdfAnswer(c, { name: 'options', at, pdf: await deps.print(inDemo(deps.config, printed)) })
    })
}
