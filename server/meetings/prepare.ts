import type { OnePager } from '../../core/consult/one-pager.ts'
import { recordOf } from '../../core/consult/record.ts'
import { isNamed } from '../../core/meetings/meeting.ts'
import { printPrep } from '../../core/meetings/prep-printed.ts'
import type { Similar } from '../../core/similar/similar.ts'
import { readOnePager } from '../clinic/one-pager.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../http/problem.ts'
import type { PdfFile } from '../pdf/answer.ts'
import { inDemo } from '../pdf/in-demo.ts'
import { readSimilar } from '../similar/read-similar.ts'
import { caredForIn, readItems } from './read-items.ts'
import { asAt, attendedMeeting, itemOf } from './scope.ts'

type Which = { meetingId: string; itemId: string }

/**
 * Whom a point of a list is about, and who looks: members as the team does, until the decision is confirmed; afterwards
 * only who cares for the patient in that team (404 for the others).
 */
async function seenAsTeam(deps: Deps, ctx: Ctx, { meetingId, itemId }: Which) {
  const meeting = await attendedMeeting(deps, ctx, meetingId)
  const item = await itemOf(deps.db, meetingId, itemId)
  const { enrolmentId: enrolment, patientId } = item
  if (item.subject || !enrolment || !patientId) throw notFound('agenda item')
  const cared = await caredForIn(deps.db, ctx, meeting, deps.now())
  if (!isNamed(meeting, item, deps.now().toISOString()) && !cared.has(itemId)) throw notFound('agenda item')
  const asTeam = { ...asAt(ctx, meeting), teamIds: [meeting.teamId] }
  return { meeting, asTeam, about: { patientId, enrolment } }
}

/** One patient of the list on one page. */
export async function readPrep(deps: Deps, ctx: Ctx, which: Which): Promise<OnePager> {
  const { asTeam, about } = await seenAsTeam(deps, ctx, which)
  return readOnePager(deps, asTeam, about, 'meeting.patient-read')
}

/** How people like this one fared; 404 where the outcome set has not switched that on. */
export async function readPrepSimilar(deps: Deps, ctx: Ctx, which: Which): Promise<Similar> {
  const { asTeam, about } = await seenAsTeam(deps, ctx, which)
  return readSimilar(deps, asTeam, about.enrolment)
}

/** Both on paper, with the question to the team and without a name. */
export async function makePrepSheet(deps: Deps, ctx: Ctx, which: Which): Promise<PdfFile> {
  const { meeting, asTeam, about } = await seenAsTeam(deps, ctx, which)
  const now = deps.now().toISOString()
  const page = await readOnePager(deps, asTeam, about, 'meeting.patient-printed')
  const similar = page.enrolment.hasSimilar ? await readSimilar(deps, asTeam, about.enrolment) : null
  const item = (await readItems(deps, ctx, meeting, now)).find(({ view }) => view.id === which.itemId)?.view
  if (!item) throw notFound('agenda item')
  const reader = { language: ctx.language, zone: meeting.zone }
  const record = recordOf(page, null, reader)
  const printed = printPrep({ meeting, item, page, record, similar }, reader)
  return { name: 'mdo', at: meeting.startsAt, pdf: await deps.print(inDemo(deps.config, printed)) }
}
