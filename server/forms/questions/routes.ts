import { type Context, Hono } from 'hono'
import { resumeAt, shownPlaces } from '../../../core/answers/walk.ts'
import { type PatientLanguage, patientLanguages } from '../../../core/words.ts'
import { builtPage } from '../../http/built.ts'
import { formOf } from '../../http/form-of.ts'
import { keepLook, lookOf } from '../../http/look.ts'
import { pageHeaders } from '../../http/security-headers.ts'
import { chooseLanguage } from '../../patients/language.ts'
import type { Desk, PatientEnv } from '../desk.ts'
import { readFamily } from '../family.ts'
import { openTasks, type Shown } from '../open-tasks.ts'
import { type PatientSession, patientCtx } from '../session.ts'
import { startPage } from '../start.ts'
import { askedQuestions, asking, draftsOf, drawnQuestions, isDrawn } from './asked.ts'
import type { Way } from './deck.ts'
import { type Finishing, finishingIn, problemIn } from './finishing.ts'
import { meaningOf } from './meaning.ts'
import { finishPage, questionPage } from './pages.ts'
import { sendAll } from './send-all.ts'
import { sentInSession } from './sent.ts'
import { sentPage } from './sent-page.ts'
import { type Fields, keepAnswer, takeAnswer } from './take-answer.ts'

/** The questions as plain pages and forms: each works without a script, and a script takes each over. */
export function questionRoutes({ deps, show, voice, session: sessionOf, request }: Desk) {
  const builtHeaders = pageHeaders({ https: deps.config.PATIENT_URL.startsWith('https:') })

  /** Who is on the way and what is asked of them; null where the start is the place to be. */
  async function wayOf(c: Context, shown?: Shown): Promise<Way | null> {
    const session = await sessionOf(c)
    if (!session?.confirmedAt) return null
    const tasks = await openTasks(deps, session, shown)
    return tasks.length === 0 ? null : { voice: asking(voice(c, session), tasks), session, tasks }
  }
  const toStart = (c: Context) => c.redirect('/v', 303)

  return new Hono<PatientEnv>()
    .get('/v/questions', async (c) => {
      const way = await wayOf(c)
      if (!way) return toStart(c)
      if (!isDrawn(way.tasks)) return c.html(builtPage('patient'), 200, builtHeaders)
      return show(
        c,
        questionPage(deps, way, { at: placeIn(way, c.req.query('q')), from: numberIn(c.req.query('from')) }),
      )
    })
    .post('/v/questions', async (c) => {
      const fields = await fieldsOf(c)
      const way = await wayOf(c, shownIn(fields))
      if (!way) return toStart(c)
      const at = askedAt(way, fields)
      const asked = drawnQuestions(way.tasks)[at]
      const task = way.tasks.find(({ id }) => id === asked?.assessment)
      if (!asked || !task) return toStart(c)
      const taken = takeAnswer(asked, fields)
      if ('problem' in taken) {
        const given = fields(asked.item)[0]
        return show(c, questionPage(deps, way, { at, problem: taken.problem, given }), 422)
      }
      const by = { version: task.version, asked: task.setVersion.id }
      const seen = { ...by, language: lookOf(c).language, request: request(c) }
      await keepAnswer(deps, way.session.id, asked, taken.answer, seen)
      return c.redirect(await afterwards(way.session, at), 303)
    })
    .get('/v/finish', async (c) => {
      const way = await wayOf(c)
      return way ? show(c, finishPage(deps, way)) : toStart(c)
    })
    .post('/v/finish', async (c) => {
      const way = await wayOf(c)
      // The second press of one button, or only declined questions are left: the first answer takes that back.
      if (!way?.tasks.some(({ declinedAt }) => declinedAt === null))
        return c.redirect((await sessionOf(c)) ? '/v/sent' : '/v', 303)
      const fields = await fieldsOf(c)
      const given = finishingIn(fields)
      const language = patientLanguages.find((known) => known === fields('language')[0])
      if (language) return inWordsOf(c, way, language, { given, isLast: fields('at-last').length > 0 })
      const problem = problemIn(given)
      if (problem) return show(c, finishPage(deps, way, { given, problem }), 422)
      const asks = { language: lookOf(c).language, request: request(c) }
      const outcome = await sendAll(deps, way.session.id, way.tasks, given, asks)
      if (outcome.kind === 'changed')
        return show(c, finishPage(deps, way, { given, problem: 'changed' }), 409)
      if (outcome.kind === 'sent') return c.redirect('/v/sent', 303)
      if (!isDrawn(way.tasks)) return c.redirect('/v/questions', 303)
      const at = askedQuestions(way.tasks).findIndex(isSpot(outcome))
      return show(c, questionPage(deps, way, { at: Math.max(0, at), problem: 'missing' }), 422)
    })
    .get('/v/sent', async (c) => {
      const session = await sessionOf(c)
      if (!session?.confirmedAt) return toStart(c)
      const sent = await sentInSession(deps, session)
      const speaks = voice(c, session)
      if (sent.length === 0) return show(c, await startPage(deps, speaks, session))
      const family = await readFamily(deps, session)
      const meanings = await meaningOf(deps, session, sent, speaks.language)
      return show(c, sentPage(speaks, session, sent, { meanings, family }))
    })

  /** The same finish in the words that somebody chose there, with what they had filled in. */
  async function inWordsOf(
    c: Context<PatientEnv>,
    way: Way,
    language: PatientLanguage,
    filled: { given: Finishing; isLast: boolean },
  ) {
    keepLook(c, deps, { language })
    await chooseLanguage(deps, patientCtx(way.session, request(c)), way.session.patientId, language)
    const speaks = asking(voice(c, way.session, language), way.tasks)
    return show(c, finishPage(deps, { ...way, voice: speaks }, { ...filled, problem: null }))
  }

  /** Where somebody goes after this question: with what they have answered now, and perhaps elsewhere meanwhile. */
  async function afterwards(session: PatientSession, at: number): Promise<string> {
    const tasks = await openTasks(deps, session)
    const next = shownPlaces(askedQuestions(tasks), draftsOf(tasks)).find((place) => place > at)
    return next === undefined ? '/v/finish' : `/v/questions?q=${next}&from=${at}`
  }
}

const numberIn = (text: string | undefined): number | null =>
  /^\d{1,4}$/.test(text ?? '') ? Number(text) : null

/** The question that an address names, or the nearest that is shown; where to go on when it names none. */
function placeIn({ tasks }: Way, wanted: string | undefined): number {
  const [places, drafts] = [askedQuestions(tasks), draftsOf(tasks)]
  const at = numberIn(wanted)
  if (at === null) return resumeAt(places, drafts)
  const shown = shownPlaces(places, drafts)
  return shown.find((place) => place >= at) ?? shown.at(-1) ?? 0
}

type Spot = { assessment: string; instrument: string; item: string }

const isSpot = (spot: Spot) => (place: Spot) =>
  place.assessment === spot.assessment && place.instrument === spot.instrument && place.item === spot.item

function askedAt({ tasks }: Way, fields: Fields): number {
  const [assessment = '', instrument = '', item = ''] = ['assessment', 'instrument', 'item'].map(
    (name) => fields(`at-${name}`)[0],
  )
  return drawnQuestions(tasks).findIndex(isSpot({ assessment, instrument, item }))
}

/** A page that was open while its care path went on with a newer version is answered by what it shows. */
function shownIn(fields: Fields): Shown {
  const [assessment = '', set = ''] = ['assessment', 'set'].map((name) => fields(`at-${name}`)[0])
  return { assessment, set }
}

async function fieldsOf(c: Context): Promise<Fields> {
  const body = await formOf(c)
  return (name) => {
    const found = Object.hasOwn(body, name) ? body[name] : undefined
    return [found].flat().filter((value) => typeof value === 'string')
  }
}
