import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { ledTeam, type Team, visibleTeam } from '../teams/scope.ts'

/** An analyst exports of every team of the organisation, a lead of the teams they lead. */
export const exportable = (deps: Deps, ctx: Ctx, teamId: string): Promise<Team> =>
  ctx.roles.includes('analyst')
    ? visibleTeam(deps.db, ctx, teamId)
    : ledTeam(deps.db, ctx, teamId, deps.now())
