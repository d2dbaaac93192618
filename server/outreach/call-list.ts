import { nextReach, type OutreachRule, type Reach } from '../../core/mail/outreach.ts'
import { localDate } from '../../core/time/dates.ts'
import type { Localised } from '../../core/words.ts'
import { hasSomethingToAsk } from '../acts/asked.ts'
import { recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../http/problem.ts'
import { titles } from '../outbox/titles.ts'
import { openPhone } from '../patients/contact.ts'
import { maySetRule, ownTeam, type RuledTeam } from './rules.ts'
import { type Asked, unreachedOf } from './unreached.ts'
import { type Yield, yieldOf } from './yield.ts'

/** Somebody to call, about all that is open and not answered. */
export type CallRow = {
  assessmentId: string
  patient: { id: string; name: string; birthDate: string; sex: string; language: string }
  /** All of this team's that is open, what closes or is visited first in front. */
  about: { assessmentId: string; title: Localised }[]
  why: Reach['why']
  visitAt: string | null
  closesAt: string
  begun: boolean
  canBeMailed: boolean
  canBeTexted: boolean
  /** An invitation went, by mail, text message or letter. */
  wasInvited: boolean
  hasLetter: boolean
  /** How often they were called about this and not reached. */
  tries: number
}

export type CallList = {
  team: { id: string; name: string; phone: string; organisation: string; urgentPhone: string }
  rule: OutreachRule
  maySetRule: boolean
  rows: CallRow[]
  yield: Yield
}

/** Whom this team calls today, the nearest visit first, with what calling brought so far. No phone number is in it. */
export async function callList(deps: Deps, ctx: Ctx, teamId: string): Promise<CallList> {
  const team = await ownTeam(deps.db, ctx, teamId)
  const due = await dueCalls(deps, team)
  const rows = await rowsOf(deps, due)
  await recordRead(deps, ctx, {
    type: 'calls.listed',
    patients: rows.map(({ patient }) => patient.id),
    object: { type: 'team', id: teamId },
  })
  const { id, name, phone, organisation, rule } = team
  return {
    team: { id, name, phone, organisation: organisation.name, urgentPhone: organisation.urgentPhone },
    rule,
    maySetRule: await maySetRule(deps, ctx, team),
    rows,
    yield: await yieldOf(deps, team),
  }
}

type Due = { asked: Asked; why: Reach['why'] }

type Works = Pick<Deps, 'db' | 'definitions' | 'now' | 'seal' | 'config'>

async function dueCalls(deps: Works, team: RuledTeam, sameAs?: string): Promise<Due[]> {
  const now = deps.now().toISOString()
  const asked = await unreachedOf(deps, deps.db, { teamIds: [team.id], now, sameAs })
  const versions = await deps.definitions.versions(asked.map(({ setVersionId }) => setVersionId))
  const zone = team.organisation.timeZone
  return asked.flatMap((one) => {
    const version = versions.get(one.setVersionId)
    if (!version || !hasSomethingToAsk(version, one.moment, localDate(now, zone))) return []
    const reach = nextReach(team.rule, one, now, zone)
    return reach?.by === 'call' ? [{ asked: one, why: reach.why }] : []
  })
}

/** One row per person: of several questions the one that is first due leads. */
async function rowsOf(deps: Deps, due: readonly Due[]): Promise<CallRow[]> {
  const titleOf = await titles(
    deps,
    due.map(({ asked }) => asked),
  )
  const until = ({ visitAt, closesAt }: Asked) => visitAt ?? closesAt
  const byPerson = Map.groupBy(due, ({ asked }) => asked.person.id)
  return [...byPerson.values()]
    .flatMap((own) => {
      const inOrder = own.toSorted((a, b) => (until(a.asked) < until(b.asked) ? -1 : 1))
      const [first] = inOrder
      if (!first) return []
      const { person, calls, opensAt, ...asked } = first.asked
      return {
        assessmentId: asked.assessmentId,
        patient: describe(person),
        about: inOrder.map((one) => ({ assessmentId: one.asked.assessmentId, title: titleOf(one.asked) })),
        why: first.why,
        visitAt: asked.visitAt,
        closesAt: asked.closesAt,
        begun: asked.begun,
        canBeMailed: asked.noMail === null,
        canBeTexted: asked.canText,
        wasInvited: asked.invitedAt !== null,
        hasLetter: asked.hasLetter,
        tries: calls.filter(({ at }) => at >= opensAt).length,
      }
    })
    .toSorted((a, b) => ((a.visitAt ?? a.closesAt) < (b.visitAt ?? b.closesAt) ? -1 : 1))
}

const describe = ({ id, givenName, familyName, birthDate, sex, language }: Asked['person']) => ({
  id,
  name: `${givenName} ${familyName}`,
  birthDate,
  sex,
  language,
})

/** The number of somebody who is on the list, for who is about to call; a look of its own in the log. */
export async function phoneOf(
  deps: Deps,
  ctx: Ctx,
  { teamId, assessmentId }: { teamId: string; assessmentId: string },
): Promise<{ phone: string }> {
  const team = await ownTeam(deps.db, ctx, teamId)
  const due = (await dueCalls(deps, team, assessmentId)).find(
    ({ asked }) => asked.assessmentId === assessmentId,
  )
  const person = due?.asked.person
  if (!person?.phone) throw notFound('call')
  await recordRead(deps, ctx, {
    type: 'patient.phone-read',
    patients: [person.id],
    object: { type: 'assessment', id: assessmentId },
  })
  return { phone: openPhone(deps.seal, person.id, person.phone) }
}
