import { and, asc, eq, gte, inArray, isNull, or, type SQL } from 'drizzle-orm'
import type { MyAction } from '../../core/meetings/meeting-views.ts'
import { localDate } from '../../core/time/dates.ts'
import { record, recordRead } from '../audit/store.ts'
import { zoneOf } from '../clinic/zone.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { actions, agendaItems, meetings } from '../db/schema/meetings.ts'
import { staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { pathCode } from '../enrolments/code.ts'
import { notFound } from '../http/problem.ts'
import { ownersOf } from './owners.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId'>

const DONE_SHOWN_MS = 14 * 86_400_000

/**
 * What the caller has to do, the first due on top, and what falls to them because its owner left the team; what was done
 * in the last two weeks too.
 */
export async function myActions(deps: Tools & Pick<Deps, 'seal'>, ctx: Ctx): Promise<MyAction[]> {
  const lately = new Date(deps.now().getTime() - DONE_SHOWN_MS).toISOString()
  const rows = await fallingTo(deps, ctx, or(isNull(actions.doneAt), gte(actions.doneAt, lately)))
  const patients = rows.flatMap(({ patientId }) => patientId ?? [])
  if (patients.length > 0)
    await recordRead(deps, { ...ctx, purpose: 'TREAT' }, { type: 'meeting.actions-read', patients })
  return rows.map((row) => {
    const { id, what, ownerId, owner, dueOn, doneAt, isOwnerless, meetingId, meeting, enrolmentId } = row
    const isOfTeam = ctx.teamIds.includes(row.teamId)
    return {
      id,
      what,
      ownerId,
      owner,
      dueOn,
      doneAt,
      isOwnerless,
      meetingId,
      meeting,
      enrolmentId,
      code: enrolmentId ? pathCode(deps.seal, enrolmentId) : null,
      patientId: isOfTeam ? row.patientId : null,
      teamId: isOfTeam ? row.teamId : null,
    }
  })
}

/** Of these actions the caller's own, and those without an owner that the caller takes on. */
export const fallingTo = async (deps: Tools, ctx: Ctx, which: SQL | undefined) =>
  (await withOwners(deps, ctx, which)).filter(({ staffIds }) => staffIds.includes(ctx.actor.id))

export type FallenAction = Awaited<ReturnType<typeof withOwners>>[number]

/** Actions of the caller and of their teams, each with whom it falls to today. */
export async function withOwners({ db, now }: Tools, ctx: Ctx, which: SQL | undefined) {
  const zone = await zoneOf(db, ctx)
  const rows = await readActions(db, ctx, which)
  const whose = await ownersOf(db, rows, { day: localDate(now().toISOString(), zone), zone })
  return rows.map((row) => ({ ...row, ...whose(row) }))
}

const readActions = (db: Tx, ctx: Ctx, which: SQL | undefined) =>
  db
    .select({
      id: actions.id,
      what: actions.what,
      ownerId: actions.ownerId,
      owner: staff.name,
      dueOn: actions.dueOn,
      doneAt: actions.doneAt,
      createdAt: actions.createdAt,
      meetingId: meetings.id,
      meeting: meetings.title,
      enrolmentId: agendaItems.enrolmentId,
      patientId: agendaItems.patientId,
      teamId: meetings.teamId,
    })
    .from(actions)
    .innerJoin(agendaItems, eq(agendaItems.id, actions.agendaItemId))
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .innerJoin(staff, eq(staff.id, actions.ownerId))
    .where(and(which, or(eq(actions.ownerId, ctx.actor.id), inArray(meetings.teamId, [...ctx.teamIds, '']))))
    .orderBy(asc(actions.dueOn), asc(actions.id))

/** Who does it says that it is done, or not after all. 404 for what is somebody else's. */
export async function finishAction(deps: Tools, ctx: Ctx, actionId: string, done: boolean): Promise<void> {
  const [own] = await fallingTo(deps, ctx, eq(actions.id, actionId))
  if (!own) throw notFound('action')
  await deps.db.transaction(async (tx) => {
    const doneAt = done ? deps.now().toISOString() : null
    const changed = await tx
      .update(actions)
      .set({ doneAt })
      .where(eq(actions.id, actionId))
      .returning({ id: actions.id })
    if (changed.length === 0) throw notFound('action')
    const about = own.patientId ? ({ ...ctx, purpose: 'TREAT' } as const) : ctx
    await record(tx, deps, about, {
      action: 'U',
      type: done ? 'action.done' : 'action.reopened',
      patients: own.patientId ? [own.patientId] : [],
      object: { type: 'action', id: actionId },
    })
  })
}
