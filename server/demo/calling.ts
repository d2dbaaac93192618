import type { CallOutcome } from '../../core/outreach.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { callList } from '../outreach/call-list.ts'
import { recordCall } from '../outreach/record-call.ts'
import { type AskedOf, askedOnThePhone } from './answering.ts'
import { nurseOf, type SeededTeam } from './people.ts'
import { type Chance, chanceOf } from './random.ts'

/** A nurse has time for so many calls on a day. */
const CALLS_A_DAY = 2

/** Each team calls a few of those on its list; gives what was said to be answered tomorrow. */
export async function callSome(deps: Deps, teams: readonly SeededTeam[]): Promise<AskedOf[]> {
  const promised: string[] = []
  for (const { id } of teams) {
    const ctx = nurseOf(teams, id)
    if (ctx) promised.push(...(await callsOf(deps, ctx, id)))
  }
  return askedOnThePhone(deps.db, { assessmentIds: promised })
}

async function callsOf(deps: Deps, ctx: Ctx, teamId: string): Promise<string[]> {
  const { rows } = await callList(deps, ctx, teamId)
  const promised: string[] = []
  for (const { assessmentId, patient, canBeMailed } of rows.slice(0, CALLS_A_DAY)) {
    const chance = chanceOf(`call ${patient.name} ${deps.now().toISOString()}`)
    const outcome = outcomeOf(chance)
    if (outcome === 'new-link' && !canBeMailed) continue
    await recordCall(deps, ctx, { teamId, assessmentId, outcome })
    if (outcome === 'will-answer' && chance.happens(0.7)) promised.push(assessmentId)
  }
  return promised
}

function outcomeOf(chance: Chance): CallOutcome {
  if (chance.happens(0.35)) return 'not-reached'
  if (chance.happens(0.7)) return 'will-answer'
  return chance.pick(['new-link', 'new-link', 'does-not-want', 'wrong-number'])
}
