import { recordOf } from '../../core/consult/record.ts'
import { printRecord } from '../../core/consult/record-printed.ts'
import { readOnePager } from '../clinic/one-pager.ts'
import { zoneOf } from '../clinic/zone.ts'
import { planOfPath } from '../consults/plans.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import type { PdfFile } from '../pdf/answer.ts'
import { inDemo } from '../pdf/in-demo.ts'

/** The summary for the record of one care path, as its one-pager stands. 404 for who is not in the caller's care. */
export async function makeRecord(
  deps: Deps,
  ctx: Ctx,
  about: { patientId: string; enrolment: string | undefined },
): Promise<PdfFile> {
  const page = await readOnePager(deps, ctx, about, 'patient.record-printed')
  const [plan, zone] = await Promise.all([planOfPath(deps.db, page.enrolment.id), zoneOf(deps.db, ctx)])
  const reader = { language: ctx.language, zone }
  const printed = printRecord(page, recordOf(page, plan, reader), reader)
  return { name: 'record', at: page.now, pdf: await deps.print(inDemo(deps.config, printed)) }
}
