import { type Context, Hono } from 'hono'
import type { Language } from '../../core/words.ts'
import type { Deps } from '../deps.ts'
import { pageHeaders } from '../http/security-headers.ts'
import { offerStandIn } from '../patients/stand-in.ts'
import { caughtMail, caughtMails, ON_A_PAGE } from './caught.ts'
import { gonePage, listPage, mailPage, styleSource } from './page.ts'

/** GET / and /:id: the mail a demo would send. With a mail server, or in a real installation, there is no such page. */
export function inboxRoutes(deps: Deps) {
  const { DEMO, SMTP_URL, PUBLIC_URL } = deps.config
  const routes = new Hono()
  if (!DEMO || SMTP_URL) return routes
  const headers = pageHeaders({ styles: styleSource, https: PUBLIC_URL.startsWith('https:') })
  return routes
    .get('/', async (c) => {
      const name = c.req.query('name')?.trim().slice(0, 100) ?? ''
      const before = c.req.query('before') ?? null
      const box = c.req.query('box') === 'staff' ? 'staff' : 'patients'
      const mails = await caughtMails(deps, box, { name, before })
      const more = mails.length === ON_A_PAGE ? (mails.at(-1)?.sentAt ?? null) : null
      return c.html(listPage({ language: languageOf(c), box, name, before }, mails, more), 200, headers)
    })
    .get('/:id', async (c) => {
      const mail = await caughtMail(deps, c.req.param('id'))
      const language = languageOf(c)
      // Whose mail was read is whom the visitor plays: they can sign in too, and read what is agreed.
      if (mail?.patient) await offerStandIn(deps.db, deps, [mail.patient])
      return mail ? c.html(mailPage(language, mail), 200, headers) : c.html(gonePage(language), 404, headers)
    })
}

function languageOf(c: Context): Language {
  const asked = c.req.query('language') ?? c.req.header('accept-language')?.slice(0, 2)
  return asked === 'en' ? 'en' : 'nl'
}
