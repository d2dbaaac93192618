import { printMinutes } from '../../core/meetings/minutes.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import type { PdfFile } from '../pdf/answer.ts'
import { inDemo } from '../pdf/in-demo.ts'
import { readMeeting } from './read-meeting.ts'
import { attendedMeeting } from './scope.ts'

/** The minutes of a meeting that the caller belongs to (404 for any other). */
export async function makeMinutes(deps: Deps, ctx: Ctx, id: string): Promise<PdfFile> {
  const meeting = await readMeeting(deps, ctx, id, 'meeting.minutes-printed')
  const { zone } = await attendedMeeting(deps, ctx, id)
  const printed = printMinutes(meeting, { language: ctx.language, zone })
  return { name: 'minutes', at: meeting.startsAt, pdf: await deps.print(inDemo(deps.config, printed)) }
}
