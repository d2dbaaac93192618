import { and, eq, isNull } from 'drizzle-orm'
import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Language, Words } from '../../core/words.ts'
import { record } from '../audit/store.ts'
import { organisations } from '../db/schema/organisations.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { bodyWithin } from '../http/body-within.ts'
import { findLink, type Link } from '../links/store.ts'
import type { Desk, PatientEnv } from './desk.ts'
import { frame, type Html, paragraphs, voiceOf } from './frame.ts'
import { plainPage } from './pages.ts'
import { patientCtx, spoken } from './session.ts'
import { words } from './words.ts'

/** What a mail program posts (RFC 8058) is one short line. */
const BODY_LIMIT = 4 * 1024

const unknown = {
  nl: {
    title: 'Deze link werkt niet',
    about: [
      'Misschien is de link te oud, of is hij niet helemaal gekopieerd.',
      'Wilt u geen vragen meer krijgen? Gebruik de link in uw laatste mail, of bel uw zorgteam.',
    ],
  },
  en: {
    title: 'This link does not work',
    about: [
      'The link may be too old, or it was not copied completely.',
      'Would you rather get no more questions? Use the link in your last mail, or call your care team.',
    ],
  },
} satisfies Words<{ title: string; about: string[] }>

/**
 * The link with which a patient ends the mail: it can do that and nothing else. Looking is harmless and the same for
 * every token, since mail scanners follow links; a person's button and a mail program's one click both post, without
 * a cookie and from anywhere: the token alone is what counts.
 */
export function unsubscribeRoutes({ deps, show, voice, address, request, countMiss }: Desk) {
  const { db, now, config } = deps
  const page = askingPage(config.DEMO)
  return new Hono<PatientEnv>()
    .use('/u/*', bodyWithin(BODY_LIMIT))
    .get('/u/:token', (c) => show(c, page))
    .post('/u/:token', async (c) => {
      const link = await findLink(db, c.req.param('token'), 'opt-out')
      const alive = link && !link.revokedAt && link.diesAt > now().toISOString()
      const language = alive ? await unsubscribe(deps, link, request(c)) : null
      if (language === null) {
        countMiss(address(c))
        const speaks = voice(c, null)
        const { title, about } = unknown[speaks.language]
        return show(c, plainPage(speaks, title, about), 404)
      }
      const speaks = voiceOf({ language: null, size: 1, letters: false }, language, config.DEMO)
      return show(c, plainPage(speaks, speaks.words.stopped, [speaks.words.stoppedAbout]))
    })
}

/** No more invitations; again is harmless. Gives the patient's language, or null where the patient is gone. */
async function unsubscribe(
  deps: Deps,
  { id, patientId }: Link,
  request: Parameters<typeof patientCtx>[1],
): Promise<Language | null> {
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

function askingPage(demo: boolean): Html {
  const { nl, en } = words
  return frame(
    { language: 'nl', size: 1, demo, letters: false, words: nl },
    `${nl.stopTitle} · ${en.stopTitle}`,
    html`<main>
<h1 class="first">${nl.stopTitle}</h1>
${paragraphs(nl.stopAbout)}
<div lang="en">
<h2 class="after">${en.stopTitle}</h2>
${paragraphs(en.stopAbout)}
</div>
<form class="after" method="post"><button class="go"><span>${nl.stop}<br><span class="small" lang="en">${en.stop}</span></span></button></form>
</main>`,
  )
}
