import { type Context, Hono } from 'hono'
import { codeInLink } from '../../core/mail/typed-code.ts'
import { keepLook } from '../http/look.ts'
import { optOutToken } from '../links/store.ts'
import { codeKeyOf } from '../links/token.ts'
import { enqueueNewLink } from '../outbox/to-patient.ts'
import { giveSession } from './cookies.ts'
import type { Desk, PatientEnv } from './desk.ts'
import { onlyHouse } from './link-routes.ts'
import { isAlive, openLink, readTypedLink } from './open-link.ts'
import { languageIn, newLinkPage, oldLinkPage, shortLinkPage } from './pages.ts'

/**
 * The short link of a text message: its code opens the questions, with the birth date, as the code of a letter does.
 * Looking (GET) changes nothing and asks nothing about the code.
 */
export function shortLinkRoutes({ deps, show, voice, address, request, countMiss }: Desk) {
  const { config, db, now, secret } = deps
  const linkOf = async (c: Context<PatientEnv>) => {
    const code = codeInLink(c.req.param('code') ?? '')
    return code ? readTypedLink(db, codeKeyOf(secret, code)) : null
  }
  const pathOf = (c: Context) => `/s/${encodeURIComponent(c.req.param('code') ?? '')}`
  const refuse = (c: Context<PatientEnv>) => {
    countMiss(address(c))
    return show(c, oldLinkPage(voice(c, null), `${pathOf(c)}/new-link`), 410)
  }
  return new Hono<PatientEnv>()
    .get('/s/:code', async (c) =>
      show(c, shortLinkPage(voice(c, null, languageIn(c)), await onlyHouse(db), pathOf(c))),
    )
    .post('/s/:code', async (c) => {
      const link = await linkOf(c)
      if (!link || !isAlive(link, now())) return refuse(c)
      await openLink(deps, link, giveSession(c, config), request(c))
      const chosen = languageIn(c) // chosen on the page before: kept in this browser
      if (chosen) keepLook(c, deps, { language: chosen })
      return c.redirect('/v', 303)
    })
    .post('/s/:code/new-link', async (c) => {
      const link = await linkOf(c)
      if (!link) countMiss(address(c))
      else await db.transaction((tx) => enqueueNewLink(tx, deps, link.patientId))
      return show(c, newLinkPage(voice(c, null)))
    })
    .post('/s/:code/stop', async (c) => {
      const link = await linkOf(c)
      const token = link && (await optOutToken(deps, link.id))
      return token ? c.redirect(`/u/${token}`, 303) : refuse(c)
    })
}
