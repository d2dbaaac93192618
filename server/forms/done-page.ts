import { and, desc, eq, gte, notInArray } from 'drizzle-orm'
import { html } from 'hono/html'
import { responses } from '../db/schema/outcomes.ts'
import type { Deps } from '../deps.ts'
import { readFamily } from './family.ts'
import { familyRows } from './family-rows.ts'
import { callLink, frame, type Html, icon, topLine, type Voice } from './frame.ts'
import { handOverRow } from './hand-over.ts'
import { signInRow } from './pages.ts'
import type { PatientSession } from './session.ts'
import { phonesAfterwards, turnedPaths } from './turned.ts'
import { dayTime } from './when.ts'

/** Who comes back this soon after sending wants to know whether it arrived. */
const RECENT_DAYS = 14

/**
 * Nothing to answer now: whether the last answers came in, and whom to call; the link still works for what comes. After
 * a loss or a palliative turn that ended a care path it says neither thanks nor that more will come of that, but whom to
 * talk to; the turn itself is not named behind a link.
 */
export async function donePage(
  deps: Pick<Deps, 'db' | 'now'>,
  voice: Voice,
  session: PatientSession,
  mayHandOver: boolean,
): Promise<Html> {
  const family = await readFamily(deps, session)
  const turned = await turnedPaths(deps.db, session.patientId)
  const phones = await phonesAfterwards(deps.db, session.patientId)
  const stopped = [...turned].flatMap(([id, path]) => (path.stopped ? [id] : []))
  const last = await lastSent(deps, session, stopped)
  const { words } = voice
  const title = last ? words.received : words.doneTitle
  const about = phones.length > 0 ? words.pathStopped : words.doneAbout
  return frame(
    voice,
    title,
    html`${topLine(voice, session.organisation, null)}
<main><h1 class="first">${title}</h1>
${last ? html`<p class="lead">${words.receivedAt(dayTime(last.at, voice.language, session.timeZone))}</p><p class="near">${words.doneTitle}. ${about}</p>` : html`<p class="lead">${about}</p>`}
${phones.filter((phone) => phone !== session.urgentPhone).map((phone) => html`<p class="near">${callLink(voice, phone)}</p>`)}
<div class="note"><p>${words.notLive}<br>${words.cannotWait}</p><p>${callLink(voice, session.urgentPhone)}</p></div>
<ul class="rows">${last?.isFromHere ? html`<li><a class="row" href="/v/sent"><span>${words.readAgain}</span>${icon('onward')}</a></li>` : ''}
${handOverRow(voice, session, mayHandOver)}
${familyRows(voice, family)}</ul>
${signInRow(voice)}</main>`,
  )
}

/**
 * When this patient last sent something on a care path that goes on, and whether from this very session: only then may
 * what was said be read again. Of a device that goes from hand to hand nothing else is told.
 */
async function lastSent(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { id, patientId, handedBy }: PatientSession,
  stopped: readonly string[],
): Promise<{ at: string; isFromHere: boolean } | null> {
  const since = new Date(now().getTime() - RECENT_DAYS * 86_400_000).toISOString()
  const [last] = await db
    .select({ at: responses.submittedAt, sessionId: responses.sessionId })
    .from(responses)
    .where(
      and(
        eq(responses.patientId, patientId),
        gte(responses.submittedAt, since),
        stopped.length > 0 ? notInArray(responses.enrolmentId, [...stopped]) : undefined,
        handedBy === null ? undefined : eq(responses.sessionId, id),
      ),
    )
    .orderBy(desc(responses.submittedAt))
    .limit(1)
  return last?.at ? { at: last.at, isFromHere: last.sessionId === id } : null
}
