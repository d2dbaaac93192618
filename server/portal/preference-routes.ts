import { type Context, Hono } from 'hono'
import { mailTopics } from '../../core/mail/mail-topics.ts'
import { objectionPurposes } from '../../core/patients/objections.ts'
import { MOST_REQUEST_TEXT, offeredKinds } from '../../core/patients/patient-request.ts'
import { cleanLines } from '../../core/words/clean-text.ts'
import { patientLanguages } from '../../core/words.ts'
import { endProxy } from '../acts/end-proxies.ts'
import { setProxy } from '../acts/set-proxy.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { formOf, typedIn } from '../http/form-of.ts'
import { keepLook } from '../http/look.ts'
import { enqueueNewLink } from '../outbox/to-patient.ts'
import type { Html, Voice } from './frame.ts'
import { accepted, proxyIn } from './named-proxy.ts'
import type { ShownPath } from './overview-page.ts'
import { saidPage } from './plain-pages.ts'
import {
  agree,
  ask,
  object,
  preferLanguage,
  preferMail,
  preferTexts,
  preferTopics,
  readPreferences,
} from './preferences.ts'
import { PREFERENCES, preferencesPage, type Refused } from './preferences-page.ts'
import type { Reader } from './reader.ts'
import { readSession } from './session.ts'

type Env = { Variables: { requestId: string } }
type Behind = (
  type: string,
  page: (c: Context<Env>, reader: Reader) => Promise<Html>,
) => (c: Context<Env>) => Promise<Response>
type Frame = {
  show(c: Context, page: Html, status?: 200 | 422): Response | Promise<Response>
  voice(c: Context, reader: Reader | null): Voice
  ctx(c: Context<Env>, reader: Reader): Ctx
  pathsOf(reader: Reader): Promise<ShownPath[]>
  behindSignIn: Behind
}

/** What the signed-in patient chooses and asks. Every form leads back to its page. */
export function preferenceRoutes(deps: Deps, { show, voice, ctx, pathsOf, behindSignIn }: Frame) {
  const page = async (c: Context, reader: Reader, refused: Refused | null = null) =>
    preferencesPage(
      voice(c, reader),
      await pathsOf(reader),
      await readPreferences(deps, reader.patientId),
      refused,
    )
  const back = (c: Context) => c.redirect(PREFERENCES, 303)
  const field = async (c: Context, name: string) => {
    const value = (await formOf(c))[name]
    return typeof value === 'string' ? value : ''
  }
  const refusedAs = async (c: Context, why: 'number' | 'proxy'): Promise<Refused> => ({
    why,
    kind: null,
    text: '',
    typed: typedIn(await formOf(c)),
  })

  return new Hono<Env>()
    .get('/preferences', behindSignIn('portal.preferences-read', page))
    .post('/preferences/language', async (c) => {
      const reader = await readSession(c, deps)
      const wanted = await field(c, 'language')
      const language = patientLanguages.find((known) => known === wanted)
      if (!reader || !language) return back(c)
      await preferLanguage(deps, ctx(c, reader), language)
      keepLook(c, deps, { language })
      return back(c)
    })
    .post('/preferences/mail', async (c) => {
      const reader = await readSession(c, deps)
      if (!reader) return back(c)
      const choice = { enrolmentId: await field(c, 'path'), wants: (await field(c, 'mail')) === 'on' }
      await preferMail(deps, ctx(c, reader), choice)
      return back(c)
    })
    .post('/preferences/topics', async (c) => {
      const reader = await readSession(c, deps)
      if (!reader) return back(c)
      const wanted = await formOf(c)
      const mailOff = mailTopics.filter((topic) => wanted[topic] !== 'on')
      await preferTopics(deps, ctx(c, reader), mailOff)
      return back(c)
    })
    .post('/preferences/texts', async (c) => {
      const reader = await readSession(c, deps)
      if (!reader) return back(c)
      const typed = (await field(c, 'way')) === 'mail' ? null : await field(c, 'number')
      if (await preferTexts(deps, ctx(c, reader), typed)) return back(c)
      return show(c, await page(c, reader, await refusedAs(c, 'number')), 422)
    })
    .post('/preferences/objection', async (c) => {
      const reader = await readSession(c, deps)
      if (!reader) return back(c)
      const said = await field(c, 'use')
      const named = await field(c, 'purpose')
      const purpose = objectionPurposes.find((one) => one === named) ?? 'learning'
      if (said === 'no' || said === 'yes') await object(deps, ctx(c, reader), purpose, said === 'no')
      return back(c)
    })
    .post('/preferences/research', async (c) => {
      const reader = await readSession(c, deps)
      if (!reader) return back(c)
      const said = await field(c, 'research')
      if (said === 'no' || said === 'yes') await agree(deps, ctx(c, reader), said === 'yes')
      return back(c)
    })
    .post('/preferences/proxy', async (c) => {
      const reader = await readSession(c, deps)
      if (!reader) return back(c)
      if ((await field(c, 'act')) === 'end') {
        await accepted(() => endProxy(deps, ctx(c, reader), reader.patientId))
        return back(c)
      }
      const given = proxyIn(await formOf(c))
      const isSet =
        given !== null && (await accepted(() => setProxy(deps, ctx(c, reader), reader.patientId, given)))
      return isSet ? back(c) : show(c, await page(c, reader, await refusedAs(c, 'proxy')), 422)
    })
    .post('/new-link', async (c) => {
      const reader = await readSession(c, deps)
      if (!reader) return c.redirect('/mijn', 303)
      await deps.db.transaction((tx) => enqueueNewLink(tx, deps, reader.patientId))
      const speaks = voice(c, reader)
      const { openAsked, openAskedAbout, back: text } = speaks.words
      return show(c, saidPage(speaks, openAsked, openAskedAbout, { href: '/mijn', text }))
    })
    .post('/preferences/request', async (c) => {
      const reader = await readSession(c, deps)
      if (!reader) return back(c)
      const chosen = await field(c, 'kind')
      const kind = offeredKinds.find((one) => one === chosen) ?? null
      const text = cleanLines((await field(c, 'text')).slice(0, MOST_REQUEST_TEXT))
      if (!kind || !text) return show(c, await page(c, reader, { why: 'missing', kind, text }), 422)
      if (await ask(deps, ctx(c, reader), { kind, text })) return back(c)
      return show(c, await page(c, reader, { why: 'tooMany', kind, text }), 422)
    })
}
