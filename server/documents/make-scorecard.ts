import { printScorecard } from '../../core/figures/scorecard.ts'
import { lastMonths } from '../../core/time/months.ts'
import { recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import type { PdfFile } from '../pdf/answer.ts'
import { inDemo } from '../pdf/in-demo.ts'
import { askBeside } from '../teams/beside/ask.ts'
import { visibleTeam } from '../teams/scope.ts'

const MONTHS = 24 // as on the page

/** The scorecard of a team that the caller may see (404 for any other). */
export async function makeScorecard(deps: Deps, ctx: Ctx, teamId: string): Promise<PdfFile> {
  const team = await visibleTeam(deps.db, ctx, teamId)
  const now = deps.now().toISOString()
  const charts = await askBeside(deps, 'charts', { team, months: lastMonths(now, team.zone, MONTHS) })
  const costs = await askBeside(deps, 'costs', { team })
  await recordRead(deps, ctx, { type: 'team.scorecard-printed', object: { type: 'team', id: team.id } })
  const printed = printScorecard({ charts, costs, now }, { language: ctx.language, zone: team.zone })
  return { name: 'scorecard', at: now, pdf: await deps.print(inDemo(deps.config, printed)) }
}
