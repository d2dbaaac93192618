import { html } from 'hono/html'
import type { Moment } from '../../core/outcome-sets/moment.ts'
import { isAskedOf } from '../../core/patients/proxy.ts'
import { askedInstruments } from '../acts/asked.ts'
import type { Tx } from '../db/database.ts'
import type { SetVersion } from '../definitions/reader.ts'
import { conflict } from '../http/problem.ts'
import { proxyOf } from '../patients/proxies.ts'
import { type Html, icon, type Voice } from './frame.ts'
import { handOverWords } from './hand-over-words.ts'
import type { PatientSession } from './session.ts'

type Answers = { patientId: string; respondent: string }

/** Which moments are asked of who answers now; the database is asked only where that depends on who was named. */
export async function askedOf(
  db: Tx,
  moments: readonly Moment[],
  { patientId, respondent }: Answers,
): Promise<(moment: Moment) => boolean> {
  const depends = respondent === 'proxy' && moments.some((moment) => moment.respondent === 'patient')
  const hasProxy = depends && (await proxyOf(db, patientId)) !== null
  return (moment) => isAskedOf(moment, respondent, hasProxy)
}

/** What is asked of one of two is answered by that one alone (409). */
export async function mustBeAskedOf(
  db: Tx,
  version: SetVersion,
  momentId: string,
  answers: Answers,
): Promise<void> {
  const { moment } = askedInstruments(version, momentId)
  if (!(await askedOf(db, [moment], answers))(moment))
    throw conflict('not_open', 'These questions are for somebody else')
}

/** The other view of the two that one moment may ask: of the patient, and of who answers for them. */
export const otherView = ({ respondent }: Pick<PatientSession, 'respondent'>): 'patient' | 'proxy' =>
  respondent === 'proxy' ? 'patient' : 'proxy'

/** The way to the questions of the other: they begin anew, and neither reads what the other said. */
export function handOverRow(voice: Voice, session: PatientSession, may: boolean): Html | '' {
  if (!may || voice.onTablet) return ''
  const say = handOverWords[voice.language]
  return html`<li><form method="post" action="/v/hand-over"><button class="row"><span>${say.to[otherView(session)](session.givenName)}<br><span class="small quiet">${say.about}</span></span>${icon('onward')}</button></form></li>`
}
