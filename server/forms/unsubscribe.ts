import { eq } from 'drizzle-orm'
import { Hono } from 'hono'
import { html } from 'hono/html'
import type { PatientLanguage } from '../../core/words.ts'
import { organisations } from '../db/schema/organisations.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { bodyWithin } from '../http/body-within.ts'
import { findLink, type Link } from '../links/store.ts'
import { type Desk, field, type PatientEnv } from './desk.ts'
import { frame, type Html, inLanguage, paragraphs, type Voice, voiceIn } from './frame.ts'
import { optOutOf, type Scope, scopes } from './opt-out-scope.ts'
import { languageIn, plainPage, secondLanguage } from './pages.ts'
import { type patientCtx, spoken } from './session.ts'

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
      // One click says no scope: then it is all mail of the organisation, as its header promises.
      const asked = await field(c, 'scope')
      const scope = scopes.find((one) => one === asked) ?? 'organisation'
      const stopped = alive ? await unsubscribe(deps, link, scope, request(c)) : null
      if (stopped === null) {
        countMiss(address(c))
        const speaks = voice(c, null)
        return show(c, plainPage(speaks, speaks.words.unknownTitle, speaks.words.unknownAbout), 404)
      }
      const speaks = voiceIn(stopped, config.DEMO)
      return show(
        c,
        plainPage(speaks, speaks.words.stoppedScope[stopped.scope], [
          speaks.words.stoppedAbout,
          speaks.words.stoppedOthers,
        ]),
      )
    })
}

/** Ends the mail; again is harmless. Gives the patient's language and what ended, or null where the patient is gone. */
async function unsubscribe(
  deps: Deps,
  link: Link,
  scope: Scope,
  request: Parameters<typeof patientCtx>[1],
): Promise<{ language: PatientLanguage; scope: Scope } | null> {
  const { patientId } = link
  const [patient] = await deps.db
    .select({
      organisationId: patients.organisationId,
      language: patients.language,
      emailKey: patients.emailKey,
      birthDate: patients.birthDate,
      searchName: patients.searchName,
      organisationLanguage: organisations.language,
    })
    .from(patients)
    .innerJoin(organisations, eq(organisations.id, patients.organisationId))
    .where(eq(patients.id, patientId))
  if (!patient) return null
  const person = { patientId, ...patient, respondent: 'patient' }
  return { language: spoken(patient), scope: await optOutOf(deps, link, person, scope, request) }
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
<form class="after" method="post">
<fieldset class="ask"><legend>${say.stopWhich}<br><span class="small" ${inLanguage(second.language)}>${second.words.stopWhich}</span></legend>
<div class="pick">${scopes.map((scope) => scopeChoice(scope, voice, second))}</div></fieldset>
<p class="near small">${say.stoppedOthers}</p>
<p class="near small quiet" ${inLanguage(second.language)}>${second.words.stoppedOthers}</p>
<p class="after"><button class="go"><span>${say.stop}<br><span class="small" ${inLanguage(second.language)}>${second.words.stop}</span></span></button></p></form>
</main>`,
  )
}

const scopeChoice = (scope: Scope, { words: say }: Voice, second: ReturnType<typeof secondLanguage>): Html =>
  html`<label><input type="radio" name="scope" value="${scope}"${scope === 'organisation' ? html` checked` : ''}><span>${say.stopScopes[scope]}<br><span class="small" ${inLanguage(second.language)}>${second.words.stopScopes[scope]}</span></span></label>`
