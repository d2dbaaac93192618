import { type Context, Hono } from 'hono'
import { type PatientLanguage, patientLanguages } from '../../core/words.ts'
import type { Tx } from '../db/database.ts'
import { organisations } from '../db/schema/organisations.ts'
import { keepLook, lookOf } from '../http/look.ts'
import { Problem } from '../http/problem.ts'
import { livingAnswerToken } from '../links/store.ts'
import { chooseLanguage } from '../patients/language.ts'
import { askNewLink } from './choices.ts'
import { giveSession, keepSession } from './cookies.ts'
import { type Desk, field, type PatientEnv } from './desk.ts'
import { readFamily } from './family.ts'
import { otherView } from './hand-over.ts'
import { isAlive, type OpenableLink, openLink, readLink } from './open-link.ts'
import { languageIn, linkPage, newLinkPage, oldLinkPage } from './pages.ts'
import { findSession, patientCtx, spoken } from './session.ts'
import { startPage } from './start.ts'
import { takeTablet } from './tablet.ts'
import { readWhoAnswers } from './who-answers.ts'

/** What a token can do. Looking (GET, HEAD, OPTIONS) changes nothing and is the same for every token. */
export function linkRoutes(desk: Desk) {
  const { deps, show, voice, address, request, countMiss, wantsJson } = desk
  const { config, db, now } = deps

  const refuse = (c: Context<PatientEnv>, token: string) => {
    countMiss(address(c))
    if (wantsJson(c)) throw new Problem(410, 'old_link', 'This link is no longer in use; ask for a new one')
    const named = /^[\w-]{1,64}$/.test(token) ? token : 'link'
    return show(c, oldLinkPage(voice(c, null), `/v/${named}/new-link`), 410)
  }
  const open = async (
    c: Context<PatientEnv>,
    token: string,
    next: 'start' | 'redirect',
    how: { respondent?: 'patient' | 'proxy'; arrived?: boolean } = {},
  ) => {
    const link = await readLink(db, token)
    if (!link) return openHanded(c, token)
    if (!isAlive(link, now())) return refuse(c, token)
    const id = giveSession(c, config)
    const asksBirthDate = await openLink(deps, link, id, request(c), how)
    if (wantsJson(c)) return c.json({ next: '/v', check: asksBirthDate ? 'birth-date' : null })
    const chosen = await chosenLanguage(c, link)
    if (chosen) await speak(c, link, chosen, asksBirthDate)
    // A redirect costs an old phone half a second.
    const session = next === 'start' ? await findSession(db, id, now()) : null
    return session
      ? show(c, await startPage(deps, voice(c, session, chosen), session))
      : c.redirect('/v', 303)
  }
  /** In other words than the mail's: kept in this browser, and with the patient once it is known to be them. */
  const speak = async (
    c: Context<PatientEnv>,
    link: OpenableLink,
    language: PatientLanguage,
    isStranger: boolean,
  ) => {
    keepLook(c, deps, { language })
    const ctx = patientCtx({ ...link, respondent: 'patient' }, request(c))
    if (!isStranger && link.proxyId === null) await chooseLanguage(deps, ctx, link.patientId, language)
  }
  /** No link of a mail: perhaps the device that was handed over just now. */
  const openHanded = async (c: Context<PatientEnv>, token: string) => {
    const taken = await takeTablet(deps, token, request(c))
    if (!taken) return refuse(c, token)
    keepSession(c, config, taken.secret)
    const session = await findSession(db, taken.id, now())
    return session ? show(c, await startPage(deps, voice(c, session), session)) : refuse(c, token)
  }

  return new Hono<PatientEnv>()
    .get('/v/:token', async (c) => {
      const chosen = languageIn(c)
      return show(c, linkPage(voice(c, null, chosen), await onlyHouse(db), chosen))
    })
    .options('/v/:token', (c) => c.body(null, 204, { Allow: 'GET, HEAD, POST' }))
    .post('/v/family', async (c) => {
      const { session: before, openAgain } = desk
      const session = await before(c)
      if (!session?.confirmedAt) return openAgain(c)
      const wanted = await field(c, 'patient')
      const member = (await readFamily(deps, session)).find(({ id }) => id === wanted)
      const token = member && (await livingAnswerToken(deps, member.id, member.proxyId))
      return token ? open(c, token, 'redirect', { arrived: false }) : c.redirect('/v', 303)
    })
    .post('/v/hand-over', async (c) => {
      const session = await desk.session(c)
      if (!session?.confirmedAt) return desk.openAgain(c)
      const other = otherView(session)
      const { kinds } = await readWhoAnswers(deps, session)
      // What a link opens is more than what a tablet of the clinic shows to whoever holds it.
      const may = session.handedBy === null && session.proxyId === null && kinds.includes(other)
      const token = may && (await livingAnswerToken(deps, session.patientId))
      return token ? open(c, token, 'redirect', { respondent: other, arrived: false }) : c.redirect('/v', 303)
    })
    .post('/v', async (c) => open(c, await field(c, 'token'), 'start'))
    .post('/v/:token', (c) => open(c, c.req.param('token'), 'redirect'))
    .post('/v/:token/open', (c) => open(c, c.req.param('token'), 'redirect'))
    .post('/v/:token/new-link', async (c) => {
      await askNewLink(deps, c.req.param('token'))
      return show(c, newLinkPage(voice(c, null)))
    })
}

/** The name of the organisation where there is one: then a link is of it, whoever it is for. */
export async function onlyHouse(db: Tx): Promise<string | null> {
  const known = await db.select({ name: organisations.name }).from(organisations).limit(2)
  return known.length === 1 ? (known[0]?.name ?? null) : null
}

/** The language that somebody chose before opening their link, where the page would be in another one. */
async function chosenLanguage(c: Context, link: OpenableLink): Promise<PatientLanguage | null> {
  const asked = c.req.query('in') ?? (await field(c, 'language'))
  const chosen = patientLanguages.find((known) => known === asked) ?? null
  return chosen === (lookOf(c).language ?? spoken(link)) ? null : chosen
}
