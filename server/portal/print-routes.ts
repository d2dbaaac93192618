import { type Context, Hono } from 'hono'
import { recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { hasStandIn } from '../patients/issuer.ts'
import { pdfAnswer } from '../pdf/answer.ts'
import { inDemo } from '../pdf/in-demo.ts'
import type { Html, Voice } from './frame.ts'
import type { ShownPath } from './overview-page.ts'
import { signInPage } from './plain-pages.ts'
import { printResults } from './print-results.ts'
import { readShown } from './read-shown.ts'
import type { Reader } from './reader.ts'
import { readSession } from './session.ts'

type Env = { Variables: { requestId: string } }
type Frame = {
  show(c: Context, page: Html): Response | Promise<Response>
  voice(c: Context, reader: Reader | null): Voice
  ctx(c: Context<Env>, reader: Reader): Ctx
  pathsOf(reader: Reader): Promise<ShownPath[]>
}

/** What the signed-in patient keeps: results and agreements as a PDF, in the language of the page. */
export const printRoutes = (deps: Deps, { show, voice, ctx, pathsOf }: Frame) =>
  new Hono<Env>().get('/results.pdf', async (c) => {
    const reader = await readSession(c, deps)
    if (!reader) return show(c, signInPage(voice(c, null), { standIn: hasStandIn(deps.config) }))
    const at = deps.now().toISOString()
    const paths = await pathsOf(reader)
    const results = await readShown(deps, reader, paths)
    await recordRead(deps, ctx(c, reader), {
      type: 'portal.results-printed',
      patients: [reader.patientId],
    })
    const printed = await printResults(voice(c, reader), reader, { paths, results, at })
    return pdfAnswer(c, { name: 'results', at, pdf: await deps.print(inDemo(deps.config, printed)) })
  })
