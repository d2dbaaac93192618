import type { z } from 'zod'
import { printTeam } from '../../core/figures/team-sheet.ts'
import { recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import type { PdfFile } from '../pdf/answer.ts'
import { inDemo } from '../pdf/in-demo.ts'
import { askFunnel, askOutcomes, type outcomesShape } from '../teams/ask-outcomes.ts'

/** A team's page as it was chosen, of a team that the caller may see (404 for any other). */
export async function makeTeam(
  deps: Deps,
  ctx: Ctx,
  teamId: string,
  asked: z.output<typeof outcomesShape>,
): Promise<PdfFile> {
  const { team, months, outcomes, detail } = await askOutcomes(deps, ctx, teamId, asked)
  const funnel = await askFunnel(deps, team, months)
  await recordRead(deps, ctx, { type: 'team.page-printed', object: { type: 'team', id: team.id }, detail })
  const now = deps.now().toISOString()
  const reader = { language: ctx.language, zone: team.zone }
  const printed = printTeam({ outcomes, funnel, by: asked.by, now }, reader)
  return { name: 'team', at: now, pdf: await deps.print(inDemo(deps.config, printed)) }
}
