import type { Context, ErrorHandler } from 'hono'
import { ourLanguage, type PatientLanguage } from '../../core/words.ts'
import type { Deps } from '../deps.ts'
import { callerAddress } from '../http/address.ts'
import { formOf } from '../http/form-of.ts'
import { languageOfBrowser, lookOf } from '../http/look.ts'
import { answerProblem } from '../http/problem.ts'
import { pageHeaders, withHeaders } from '../http/security-headers.ts'
import { sessionIdOf } from './cookies.ts'
import { type Html, type Voice, voiceIn } from './frame.ts'
import { countMisses } from './misses.ts'
import { plainPage } from './pages.ts'
import { findSession, type PatientSession, spoken } from './session.ts'
import { pageSources } from './style.ts'

/** `sessionId` is there where `answerRoutes` let the request through. */
export type PatientEnv = { Variables: { requestId: string; sessionId: string } }

/** So many unknown or dead links a minute from one address. */
const MOST_MISSES = 30

type Status = 200 | 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500

/** What every page of the patient's house needs: who is there, how to speak, how to show. */
export function openDesk(deps: Deps) {
  const { config, db, now } = deps
  const addressOf = callerAddress(config)
  const headers = pageHeaders({ ...pageSources, https: config.PATIENT_URL.startsWith('https:') })

  const address = (c: Context) => addressOf(c.req.raw)
  const show = (c: Context, page: Html, status: Status = 200) => c.html(page, status)
  /** In the language chosen here, else the patient's own, else the browser's. */
  const voice = (
    c: Context,
    session: PatientSession | null,
    chosen: PatientLanguage | null = null,
  ): Voice => {
    const { language: kept, ...look } = lookOf(c)
    const language = chosen ?? kept ?? (session ? spoken(session) : languageOfBrowser(c))
    const otherwise = session ? ourLanguage(session.organisationLanguage) : 'nl'
    const onTablet = session !== null && session.handedBy !== null
    return voiceIn({ ...look, language, otherwise, onTablet }, config.DEMO)
  }
  return {
    deps,
    /** What every answer of these pages carries, also one without a page. */
    guarded: withHeaders(headers),
    address,
    show,
    voice,
    countMiss: countMisses(MOST_MISSES, now),
    request: (c: Context<PatientEnv>) => ({ requestId: c.get('requestId'), address: address(c) }),
    session: async (c: Context) => {
      const id = sessionIdOf(c, config)
      return id ? findSession(db, id, now()) : null
    },
    /** Nobody is known in this browser: the mail's link is the way in. */
    openAgain: (c: Context) => {
      const { words } = voice(c, null)
      return show(c, plainPage(voice(c, null), words.openAgain, words.openAgainAbout))
    },
    wantsJson,
    /** A refusal as a page that says what to do, or as JSON for whoever asked for that. */
    onError: (async (error, c) => {
      const answer = await answerProblem(deps.log)(error, c)
      if (wantsJson(c)) return answer
      const speaks = voice(c, null)
      const { tooMany, tooManyAbout, failed, failedAbout } = speaks.words
      const [title, about] = answer.status === 429 ? [tooMany, tooManyAbout] : [failed, failedAbout]
      return show(c, plainPage(speaks, title, [about]), answer.status as Status)
    }) satisfies ErrorHandler,
  }
}
export type Desk = ReturnType<typeof openDesk>

const wantsJson = (c: Context) => c.req.header('accept')?.includes('application/json') === true

/** One field of a form, as text. */
export async function field(c: Context, name: string): Promise<string> {
  const value = (await formOf(c))[name]
  return typeof value === 'string' ? value : ''
}
