import { and, eq, isNull } from 'drizzle-orm'
import type { Context } from 'hono'
import { type Role, teamRoles } from '../../core/access/access.ts'
import type { RecordSystem } from '../../core/feeds/record-system.ts'
import { readFeedRules } from '../appointments/feed-rules.ts'
import { patientNumberOf } from '../appointments/patient-number.ts'
import { record } from '../audit/store.ts'
import { type Ctx, systemCtx } from '../ctx.ts'
import { launches } from '../db/schema/launches.ts'
import { staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../http/problem.ts'
import { isInCare } from '../patients/in-care.ts'
import { numberKey, patientsByNumber } from '../patients/store.ts'
import { staffContext } from '../staff/context.ts'
import { hashOf } from '../staff/links.ts'
import { giveToken, launchToken } from './cookies.ts'
import { organisationOf } from './systems.ts'

/** What a record system vouches for: which colleague looks at which patient. */
export type Asserted = {
  staffNumber: string
  patient: { number: string; authority: string | undefined }
  /** By which the same assertion is known again; null where it cannot come twice. */
  onceKey: string | null
}

/** However busy somebody is, the record system is asked again after this. */
const LAUNCH_SECONDS = 60 * 60

type Where = Pick<Ctx, 'requestId' | 'address'>

/**
 * Begins a session that reaches this one patient and nothing else, if the patient is in the colleague's care here too;
 * an earlier one of this browser ends. Gives its id. 403 'unknown_person', 404 'unknown_patient', 401 'link_over'.
 */
export async function beginLaunch(
  c: Context,
  deps: Deps,
  { system, asserted, where }: { system: RecordSystem; asserted: Asserted; where: Where },
): Promise<string> {
  const organisationId = await organisationOf(deps, system)
  const house: Ctx = { ...systemCtx(organisationId, 'record-system'), ...where }
  const ctx = await findColleague(deps, organisationId, asserted.staffNumber)
  if (!ctx) throw await written(deps, house, unknownPerson(asserted.staffNumber), { from: system.name })
  const caller: Ctx = { ...ctx, ...where, role: ctx.roles[0] ?? null }
  const patientId = await findPatient(deps, caller, asserted)
  if (!patientId) throw await written(deps, caller, unknownPatient(), { from: system.name })
  if (!(await isInCare(deps.db, caller, patientId, deps.now())))
    throw await written(deps, caller, unknownPatient(), { from: system.name, patientId })
  const id = deps.newId('lau')
  const bound: Ctx = { ...caller, boundTo: { patientId, launchId: id, source: system.name } }
  await begin(c, deps, bound, asserted.onceKey)
  return id
}

async function findColleague(deps: Deps, organisationId: string, number: string): Promise<Ctx | null> {
  const [person] = await deps.db
    .select({ id: staff.id })
    .from(staff)
    .where(
      and(eq(staff.organisationId, organisationId), eq(staff.recordNumber, number), isNull(staff.leftAt)),
    )
  const ctx = person ? await staffContext(deps.db, person.id, deps.now()) : null
  return ctx && asClinician(ctx)
}

/** Of what somebody may do here, a record system opens their care for patients alone. */
export const asClinician = (ctx: Ctx): Ctx => ({
  ...ctx,
  roles: ctx.roles.filter((role) => (teamRoles as readonly Role[]).includes(role)),
})

async function findPatient(deps: Deps, ctx: Ctx, { patient }: Asserted): Promise<string | undefined> {
  const { content } = await readFeedRules(deps.db, ctx)
  const number = patientNumberOf(ctx.organisationId, content, patient)
  const found = await patientsByNumber(deps.db, ctx, [number])
  return found.get(numberKey(number))?.id
}

async function begin(c: Context, deps: Deps, ctx: Ctx, onceKey: string | null): Promise<void> {
  const { db, now } = deps
  const { boundTo } = ctx
  if (!boundTo) return
  const earlier = launchToken(deps, c.req.header('cookie') ?? null)
  const startedAt = now().toISOString()
  const endsAt = new Date(now().getTime() + LAUNCH_SECONDS * 1000).toISOString()
  const tokenHash = hashOf(giveToken(c, deps, LAUNCH_SECONDS))
  const { launchId: id, patientId, source } = boundTo
  const row = { id, organisationId: ctx.organisationId, staffId: ctx.actor.id, patientId, source, onceKey }
  await db.transaction(async (tx) => {
    const made = await tx
      .insert(launches)
      .values({ ...row, tokenHash, startedAt, seenAt: startedAt, endsAt })
      .onConflictDoNothing()
      .returning({ id: launches.id })
    if (made.length === 0) throw new Problem(401, 'link_over', 'This link was used before')
    // Two patients open in one browser are a mistake about to happen.
    if (earlier)
      await tx
        .update(launches)
        .set({ endsAt: startedAt })
        .where(eq(launches.tokenHash, hashOf(earlier)))
    await record(tx, deps, ctx, { action: 'E', type: 'launch.opened', patients: [patientId] })
  })
}

/** Who is refused at this door stands in the log, with the patient where it is one of ours. */
async function written(
  deps: Deps,
  ctx: Ctx,
  refusal: Problem,
  { from, patientId }: { from: string; patientId?: string },
): Promise<Problem> {
  await deps.db.transaction((tx) =>
    record(tx, deps, ctx, {
      action: 'E',
      type: 'launch.refused',
      outcome: '4',
      patients: patientId ? [patientId] : [],
      detail: { why: refusal.code, from, ...refusal.detail },
    }),
  )
  return refusal
}

const unknownPerson = (number: string) =>
  new Problem(403, 'unknown_person', 'Nobody here has this number', { number })
/** The same for who is not here and for who is in other hands: which of the two it is, is nobody else's to know. */
const unknownPatient = () => new Problem(404, 'unknown_patient', 'Nothing here of this patient for you')
