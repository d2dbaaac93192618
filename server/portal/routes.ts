import { type Context, Hono } from 'hono'
import { patientLanguage } from '../../core/words.ts'
import { recordRead } from '../audit/store.ts'
import type { Deps } from '../deps.ts'
import { callerAddress } from '../http/address.ts'
import { bodyWithin } from '../http/body-within.ts'
import { formOf } from '../http/form-of.ts'
import { limit, sameOrigin } from '../http/guards.ts'
import { keepLook, languageOfBrowser, lookOf } from '../http/look.ts'
import { notFound } from '../http/problem.ts'
import { pageHeaders, withHeaders } from '../http/security-headers.ts'
import { livingAnswerToken } from '../links/store.ts'
import { hasStandIn } from '../patients/issuer.ts'
import { callerKey } from '../staff/caller.ts'
import { calendarHeaders, calendarOf, readVisit } from './calendar.ts'
import { dateRoutes } from './date-routes.ts'
import type { DateRefused } from './dates-part.ts'
import { readToldVisits } from './decided-visits.ts'
import { type Html, portalStyles, voiceIn } from './frame.ts'
import type { Identity } from './identity.ts'
import { readLooks } from './looks.ts'
import { looksPage } from './looks-page.ts'
import { OPTIONS } from './options/page.ts'
import { optionRoutes } from './options/routes.ts'
import type { SimilarOf } from './options/sheet.ts'
import { overviewPage } from './overview-page.ts'
import { saidPage, signInPage } from './plain-pages.ts'
import { preferenceRoutes } from './preference-routes.ts'
import { PREFERENCES } from './preferences-page.ts'
import { printRoutes } from './print-routes.ts'
import { readShown } from './read-shown.ts'
import { type Reader, readerCtx } from './reader.ts'
import { readCarePaths } from './record.ts'
import { refusalPage } from './refusal-page.ts'
import { resultsPage } from './results-page.ts'
import { readSession, signOut } from './session.ts'
import { signInRoutes } from './sign-in-routes.ts'
import { calendarNotes } from './visit-item.ts'

const PER_MINUTE = 300 // from one address
const LARGEST = 16 * 1024 // bytes; the forms here are three short fields

const PAGES = new Set(['/mijn/results', '/mijn/looked', '/mijn/choose', OPTIONS, PREFERENCES])

export type Env = { Variables: { requestId: string } }

/** The pages behind the patient's own sign-in. `identity` is null where nobody can sign in. */
export function portalRoutes(deps: Deps, identity: Identity | null, similarOf: SimilarOf) {
  const { config, db, definitions, now } = deps
  const addressOf = callerAddress(config)
  const headers = pageHeaders({ styles: portalStyles, https: config.PATIENT_URL.startsWith('https:') })
  const show = (
    c: Context,
    page: Html,
    status: 200 | 400 | 401 | 403 | 404 | 413 | 422 | 429 | 500 | 503 = 200,
  ) => c.html(page, status)
  const voice = (c: Context, reader: Reader | null) => {
    const { language, size, letters } = lookOf(c)
    return voiceIn({
      language: patientLanguage(language, reader?.language, languageOfBrowser(c)),
      otherwise: reader?.organisationLanguage ?? 'nl',
      size,
      letters: letters !== 'new',
      demo: config.DEMO,
      zone: reader?.zone ?? 'Europe/Amsterdam',
    })
  }
  const ctx = (c: Context<Env>, reader: Reader) =>
    readerCtx(reader, { requestId: c.get('requestId'), address: addressOf(c.req.raw) })

  /** Shows a page of the record to whoever is signed in, with its line in the log; else the way to sign in. */
  const behindSignIn =
    (type: string, page: (c: Context<Env>, reader: Reader) => Promise<Html>) => async (c: Context<Env>) => {
      const reader = await readSession(c, deps)
      if (!reader) return show(c, signInPage(voice(c, null), { standIn: hasStandIn(config) }))
      const made = await page(c, reader)
      await recordRead(deps, ctx(c, reader), { type, patients: [reader.patientId] })
      return show(c, made)
    }
  const pathsOf = async (reader: Reader) => {
    const paths = await readCarePaths(db, reader, now().toISOString())
    const versions = await definitions.versions(paths.map(({ setVersionId }) => setVersionId))
    return paths.flatMap((path) => {
      const version = versions.get(path.setVersionId)
      return version ? [{ path, version }] : []
    })
  }

  const overview = async (c: Context<Env>, reader: Reader, refused: DateRefused | null) => {
    const token = await livingAnswerToken(deps, reader.patientId)
    const paths = await pathsOf(reader)
    return overviewPage(voice(c, reader), reader, paths, {
      token,
      decided: await readToldVisits(deps, reader, paths),
      now: now().toISOString(),
      refused,
    })
  }

  return new Hono<Env>()
    .onError((error, c) =>
      refusalPage(deps.log, voice(c, null), error, (page, status) => show(c, page, status)),
    )
    .use(withHeaders(headers))
    .use(limit(PER_MINUTE, callerKey(deps), now))
    .use(bodyWithin(LARGEST))
    .use(sameOrigin([config.PATIENT_URL, config.PUBLIC_URL], { forms: true }))
    .get(
      '/',
      behindSignIn('portal.overview-read', (c, reader) => overview(c, reader, null)),
    )
    .get(
      '/results',
      behindSignIn('portal.results-read', async (c, reader) =>
        resultsPage(voice(c, reader), await readShown(deps, reader, await pathsOf(reader))),
      ),
    )
    .get(
      '/looked',
      behindSignIn('portal.looks-read', async (c, reader) =>
        looksPage(voice(c, reader), await readLooks(db, reader.patientId, reader.zone, now())),
      ),
    )
    .get('/appointments/:file{[a-z]+_[0-9a-z]+\\.ics}', async (c) => {
      const reader = await readSession(c, deps)
      if (!reader) return show(c, signInPage(voice(c, null), { standIn: hasStandIn(config) }))
      const visit = await readVisit(db, reader, c.req.param('file').slice(0, -'.ics'.length))
      await recordRead(deps, ctx(c, reader), { type: 'portal.calendar-read', patients: [reader.patientId] })
      const speaks = voice(c, reader)
      const about = await calendarNotes(deps, speaks, visit)
      const title = speaks.words.calendarName(reader.organisation)
      return c.body(calendarOf(visit, { title, ...about, now: now() }), 200, calendarHeaders)
    })
    .route('/', optionRoutes(deps, { show, voice, ctx, pathsOf, similarOf }))
    .route('/', dateRoutes(deps, { show, ctx, overview }))
    .route('/', printRoutes(deps, { show, voice, ctx, pathsOf }))
    .route('/', preferenceRoutes(deps, { show, voice, ctx, pathsOf, behindSignIn }))
    .route('/', signInRoutes(deps, identity, { show, voice, ctx }))
    .post('/sign-out', async (c) => {
      await signOut(c, deps)
      const { words } = voice(c, null)
      return show(
        c,
        saidPage(voice(c, null), words.signedOut, words.signedOutAbout, {
          href: '/mijn',
          text: words.signIn,
        }),
      )
    })
    .post('/look', async (c) => {
      const { language, size, here } = await formOf(c)
      keepLook(c, deps, { language, size })
      return c.redirect(typeof here === 'string' && PAGES.has(here) ? here : '/mijn', 303)
    })
    .all('*', () => {
      throw notFound('page')
    })
}
