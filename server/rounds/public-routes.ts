import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { openDesk, type PatientEnv } from '../forms/desk.ts'
import { languageIn } from '../forms/pages.ts'
import { bodyWithin } from '../http/body-within.ts'
import { formOf } from '../http/form-of.ts'
import { limit, sameOrigin } from '../http/guards.ts'
import { callerKey } from '../staff/caller.ts'
import { answerRound, askedBy, readForm } from './answer-round.ts'
import { roundOverPage, roundPage, roundSentPage } from './page.ts'

const BODY_LIMIT = 64 * 1024
/** A whole ward answers from one address of its hospital. */
const PER_MINUTE = 120

/** What a link of a round opens: nobody signs in, and nothing is kept of who is there. */
export function publicRoundRoutes(deps: Deps) {
  const desk = openDesk(deps)
  const { PUBLIC_URL, PATIENT_URL, STAFF_URL } = deps.config
  return new Hono<PatientEnv>()
    .onError(desk.onError)
    .use(desk.guarded)
    .use(limit(PER_MINUTE, callerKey(deps), deps.now))
    .use(bodyWithin(BODY_LIMIT))
    .use(sameOrigin([PUBLIC_URL, PATIENT_URL, STAFF_URL], { forms: true }))
    .get('/:token', async (c) => {
      const voice = desk.voice(c, null, languageIn(c))
      const asked = await askedBy(deps.db, c.req.param('token'), deps.now())
      return asked ? desk.show(c, roundPage(voice, asked, null)) : desk.show(c, roundOverPage(voice), 404)
    })
    .post('/:token', async (c) => {
      const voice = desk.voice(c, null, languageIn(c))
      const token = c.req.param('token')
      const asked = await askedBy(deps.db, token, deps.now())
      if (!asked) return desk.show(c, roundOverPage(voice), 404)
      const body = await formOf(c)
      const sent = readForm(asked.instrument, (name) =>
        [Object.hasOwn(body, name) ? body[name] : undefined]
          .flat()
          .filter((value) => typeof value === 'string'),
      )
      const isEmpty = Object.keys(sent.answers).length === 0
      if (sent.refused.size > 0 || sent.more.length > 0 || isEmpty)
        return desk.show(c, roundPage(voice, asked, sent), 422)
      const isKept = await answerRound(deps, token, sent.answers)
      return desk.show(c, isKept ? roundSentPage(voice) : roundOverPage(voice), isKept ? 200 : 404)
    })
}
