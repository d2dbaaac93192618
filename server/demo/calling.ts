import { type CallOutcome, usualRule } from '../../core/mail/outreach.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { type CallRow, callList } from '../outreach/call-list.ts'
import { dueLetters } from '../outreach/letters.ts'
import { makeLetters, markPosted } from '../outreach/make-letters.ts'
import { recordCall } from '../outreach/record-call.ts'
import { setRule } from '../outreach/rules.ts'
import { type AskedOf, askedBeyondMail } from './answering.ts'
import { nurseOf, type SeededTeam } from './people.ts'
import { type Chance, chanceOf } from './random.ts'

/** A nurse has time for so many calls on a day. */
const CALLS_A_DAY = 2

/** What the teams of the region reckon for a call, a letter and a text message, in cents. */
const COSTS = { costOfCall: 420, costOfLetter: 160, costOfText: 8 }

/** The lead of each team says how it reaches who does not answer. */
export async function setRules(deps: Deps, teams: readonly SeededTeam[]): Promise<void> {
  for (const { id, people } of teams) {
    const lead = people.find(({ ctx }) => ctx.roles.includes('team-lead'))
    if (lead) await setRule(deps, lead.ctx, id, { ...usualRule, ...COSTS })
  }
}

/** Each team calls a few of those on its list; gives what was said to be answered tomorrow. */
export async function callSome(deps: Deps, teams: readonly SeededTeam[]): Promise<AskedOf[]> {
  const promised: string[] = []
  for (const { id } of teams) {
    const ctx = nurseOf(teams, id)
    if (ctx) promised.push(...(await callsOf(deps, ctx, id)))
  }
  return askedBeyondMail(deps.db, { assessmentIds: promised })
}

async function callsOf(deps: Deps, ctx: Ctx, teamId: string): Promise<string[]> {
  const { rows } = await callList(deps, ctx, teamId)
  const promised: string[] = []
  // By name, not by id: the demo is the same every time.
  const inOrder = rows.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
  for (const { assessmentId, patient, canBeMailed, canBeTexted, hasLetter } of inOrder.slice(
    0,
    CALLS_A_DAY,
  )) {
    const hasLink = canBeMailed || canBeTexted
    const chance = chanceOf(`call ${patient.name} ${deps.now().toISOString()}`)
    const outcome = outcomeOf(chance)
    if (outcome === 'new-link' && !hasLink) continue
    if (outcome === 'will-answer' && !hasLink && !hasLetter) continue
    await recordCall(deps, ctx, { teamId, assessmentId, outcome })
    if (outcome === 'will-answer' && chance.happens(0.7)) promised.push(assessmentId)
  }
  return promised
}

const TUESDAY = 2

/** On Tuesdays each team posts its letters; gives what will be answered with the code in one. */
export async function postLetters(deps: Deps, teams: readonly SeededTeam[]): Promise<AskedOf[]> {
  if (deps.now().getUTCDay() !== TUESDAY) return []
  const promised: string[] = []
  for (const { id } of teams) {
    const ctx = nurseOf(teams, id)
    if (!ctx) continue
    const due = [...(await dueLetters(deps, ctx)).values()].flat()
    const papers = await makeLetters(deps, ctx)
    if (papers.length > 0)
      await markPosted(
        deps,
        ctx,
        papers.map((paper) => paper.id),
      )
    for (const { asked } of due)
      if (chanceOf(`letter ${asked.person.searchName} ${asked.moment}`).happens(0.35))
        promised.push(asked.assessmentId)
  }
  return askedBeyondMail(deps.db, { assessmentIds: promised })
}

const placeOf = ({ visitAt, closesAt, patient }: CallRow) =>
  `${visitAt ?? closesAt} ${patient.birthDate} ${patient.name}`

function outcomeOf(chance: Chance): CallOutcome {
  if (chance.happens(0.35)) return 'not-reached'
  if (chance.happens(0.7)) return 'will-answer'
  return chance.pick(['new-link', 'new-link', 'does-not-want', 'wrong-number'])
}
