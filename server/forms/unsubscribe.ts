import { and, eq, isNull } from 'drizzle-orm'
import { Hono } from 'hono'
import { html } from 'hono/html'
import type { PatientLanguage } from '../../core/words.ts'
import { record } from '../audit/store.ts'
import { organisations } from '../db/schema/organisations.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { bodyWithin } from '../http/body-within.ts'
import { findLink, type Link } from '../links/store.ts'
import type { Desk, PatientEnv } from './desk.ts'
import { frame, type Html, inLanguage, paragraphs, type Voice, voiceIn } from './frame.ts'
import { languageIn, plainPage, secondLanguage } from './pages.ts'
import { patientCtx, spoken } from './session.ts'

/** What a mail program posts (RFC 8058) is one short line. */
const BODY_LIMIT = 4 * 1024

/**
 * The link with which a patient ends the mail: it can do that and nothing else. Looking is harmless and the same for
 * every token, since mail scanners follow links; a person's button and a mail program's one click both post, without
 * a cookie and from anywhere: the token alone is what counts.
 */
export function unsubscribeRoutes({ deps, show, voice, address, request, countMiss }: Desk) {
  const { db, now, config } = deps
  return new Hono<PatientEnv>()
    .use('/u/*', bodyWithin(BODY_LIMIT))
    .get('/u/:token', (c) => show(c, askingPage(voice(c, null, languageIn(c)))))
    .post('/u/:token', async (c) => {
      const link = await findLink(db, c.req.param('token'), 'opt-out')
      const alive = link && !link.revokedAt && link.diesAt > now().toISOString()
      const language = alive ? await unsubscribe(deps, link, request(c)) : null
      if (language === null) {
        countMiss(address(c))
        const speaks = voice(c, null)
        return show(c, plainPage(speaks, speaks.words.unknownTitle, speaks.words.unknownAbout), 404)
      }
      const speaks = voiceIn({ language }, config.DEMO)
      return show(c, plainPage(speaks, speaks.words.stopped, [speaks.words.stoppedAbout]))
    })
}

/** No more invitations; again is harmless. Gives the patient's language, or null where the patient is gone. */
async function unsubscribe(
  deps: Deps,
  { id, patientId }: Link,
  request: Parameters<typeof patientCtx>[1],
): Promise<PatientLanguage | null> {
  const [patient] = await deps.db
    .select({
      organisationId: patients.organisationId,
      language: patients.language,
      organisationLanguage: organisations.language,
    })
    .from(patients)
    .innerJoin(organisations, eq(organisations.id, patients.organisationId))
    .where(eq(patients.id, patientId))
  if (!patient) return null
  const ctx = patientCtx({ patientId, ...patient, respondent: 'patient' }, request)
  await deps.db.transaction(async (tx) => {
    const changed = await tx
      .update(patients)
      .set({ optedOutAt: deps.now().toISOString() })
      .where(and(eq(patients.id, patientId), isNull(patients.optedOutAt)))
      .returning({ id: patients.id })
    if (changed.length === 0) return
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'patient.opted-out',
      patients: [patientId],
      object: { type: 'link', id },
    })
  })
  return spoken(patient)
}

/** In the language of the mail that leads here, and in one that most people of the house read. */
function askingPage(voice: Voice): Html {
  const { words: say } = voice
  const second = secondLanguage(voice)
  return frame(
    voice,
    `${say.stopTitle} · ${second.words.stopTitle}`,
    html`<main>
<h1 class="first">${say.stopTitle}</h1>
${paragraphs(say.stopAbout)}
<div ${inLanguage(second.language)}>
<h2 class="after">${second.words.stopTitle}</h2>
${paragraphs(second.words.stopAbout)}
</div>
<form class="after" method="post"><button class="go"><span>${say.stop}<br><span class="small" ${inLanguage(second.language)}>${second.words.stop}</span></span></button></form>
</main>`,
  )
}
