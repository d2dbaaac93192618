import { Hono } from 'hono'
import { typedDate } from '../../core/answers/typed-date.ts'
import { declineReason } from '../../core/mail/decline.ts'
import { wantedTimes } from '../../core/schedule/wanted-reminder.ts'
import { patientLanguages } from '../../core/words.ts'
import { decline } from '../acts/decline.ts'
import { dropLook, keepLook, lookOf } from '../http/look.ts'
import { enqueueNewLink } from '../outbox/to-patient.ts'
import { chooseLanguage } from '../patients/language.ts'
import { checkBirthDate } from './birth-date.ts'
import { chooseRespondent, optOut } from './choices.ts'
import { dropSession, sessionIdOf } from './cookies.ts'
import { declinePage } from './decline-page.ts'
import { type Desk, field, type PatientEnv } from './desk.ts'
import { openTasks } from './open-tasks.ts'
import {
  birthDatePage,
  givenBackPage,
  lockedPage,
  lockedTodayPage,
  newLinkPage,
  optOutPage,
  plainPage,
} from './pages.ts'
import { wantReminder } from './remind.ts'
import { patientCtx } from './session.ts'
import { startPage } from './start.ts'
import { endTablet } from './tablet.ts'
import { readWhoAnswers } from './who-answers.ts'

/** Where somebody may be when they choose another language. */
const PLACES = /^\/(code|v(\/questions(\?q=\d{1,4})?|\/sent|\/opt-out)?)$/

/** The pages of a browser in which a link was opened. */
export function pageRoutes(desk: Desk) {
  const { deps, show, voice, session: sessionOf, openAgain, request } = desk
  const { config } = deps

  return new Hono<PatientEnv>()
    .get('/v', async (c) => {
      const session = await sessionOf(c)
      if (!session) return openAgain(c)
      return show(c, await startPage(deps, voice(c, session), session))
    })
    .post('/v/birth-date', async (c) => {
      const session = await sessionOf(c)
      if (!session) return openAgain(c)
      const speaks = voice(c, session)
      const date = typedDate(await field(c, 'date'))
      if (!date) return show(c, birthDatePage(speaks, session, { kind: 'not-a-date' }))
      const check = await checkBirthDate(deps, session, date)
      if (check.right) {
        const { language, chosenAt } = lookOf(c)
        // What was chosen before this link was opened may be the choice of somebody else at this computer.
        if (language && session.proxyId === null && chosenAt >= Date.parse(session.createdAt))
          await chooseLanguage(deps, patientCtx(session, request(c)), session.patientId, language)
        return c.redirect('/v', 303)
      }
      if (check.isDayOver) return show(c, lockedTodayPage(speaks))
      if (check.left === 0) return show(c, lockedPage(speaks))
      return show(c, birthDatePage(speaks, session, { kind: 'wrong', left: check.left }))
    })
    .post('/v/new-link', async (c) => {
      const session = await sessionOf(c)
      if (!session) return openAgain(c)
      await deps.db.transaction((tx) => enqueueNewLink(tx, deps, session.patientId, session.proxyId))
      return show(c, newLinkPage(voice(c, session)))
    })
    .post('/v/look', async (c) => {
      const wanted = await field(c, 'language')
      const language = patientLanguages.find((known) => known === wanted) ?? null
      keepLook(c, deps, { language, size: await field(c, 'size') })
      const session = await sessionOf(c)
      if (language && session?.confirmedAt && session.proxyId === null)
        await chooseLanguage(deps, patientCtx(session, request(c)), session.patientId, language)
      const to = await field(c, 'to')
      return c.redirect(PLACES.test(to) ? to : '/v', 303)
    })
    .post('/v/respondent', async (c) => {
      const session = await sessionOf(c)
      if (!session?.confirmedAt) return openAgain(c)
      const respondent = await field(c, 'respondent')
      const { kinds } = await readWhoAnswers(deps, session)
      const chosen = kinds.find((kind) => kind === respondent)
      if (chosen && session.proxyId === null) await chooseRespondent(deps, session, chosen)
      return c.redirect('/v', 303)
    })
    .post('/v/remind', async (c) => {
      const session = await sessionOf(c)
      if (!session?.confirmedAt) return openAgain(c)
      const wanted = await field(c, 'when')
      const when = wantedTimes.find((time) => time === wanted)
      if (when) await wantReminder(deps, session, await openTasks(deps, session), when)
      return c.redirect('/v', 303)
    })
    .get('/v/decline', async (c) => {
      const session = await sessionOf(c)
      return session?.confirmedAt ? show(c, declinePage(voice(c, session), session)) : openAgain(c)
    })
    .post('/v/decline', async (c) => {
      const session = await sessionOf(c)
      if (!session?.confirmedAt) return openAgain(c)
      const ids = (await openTasks(deps, session)).map(({ id }) => id)
      const why = declineReason(await field(c, 'why'))
      await decline(deps, patientCtx(session, request(c)), { patientId: session.patientId, ids, why })
      const speaks = voice(c, session)
      return show(c, plainPage(speaks, speaks.words.declined, speaks.words.declinedAbout))
    })
    .post('/v/give-back', async (c) => {
      const [id, session] = [sessionIdOf(c, config), await sessionOf(c)]
      const speaks = voice(c, session)
      if (id) await endTablet(deps, id)
      dropSession(c, config)
      dropLook(c, config)
      c.header('Clear-Site-Data', '"cache", "storage"')
      return show(c, givenBackPage(speaks))
    })
    .get('/v/opt-out', async (c) => {
      const session = await sessionOf(c)
      return session?.confirmedAt ? show(c, optOutPage(voice(c, session), session)) : openAgain(c)
    })
    .post('/v/opt-out', async (c) => {
      const session = await sessionOf(c)
      if (!session?.confirmedAt) return openAgain(c)
      await optOut(deps, patientCtx(session, request(c)), session)
      const speaks = voice(c, session)
      const { stopped, stoppedScope, stoppedAbout } = speaks.words
      return show(c, plainPage(speaks, session.proxyId ? stoppedScope.care : stopped, [stoppedAbout]))
    })
}
