import { sql } from 'drizzle-orm'
import { once } from '../../core/memo.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { given } from '../db/given.ts'
import { rowWriter } from '../db/row-writer.ts'
import { auditEvents, auditSubjects } from '../db/schema/audit.ts'
import type { Deps } from '../deps.ts'

export type AuditEvent = {
  /** Create, read, update, delete, execute. */
  action: 'C' | 'R' | 'U' | 'D' | 'E'
  /** What was done, such as 'patient.read' or 'appointment.moved'. */
  type: string
  patients?: readonly string[]
  object?: { type: string; id: string }
  outcome?: '0' | '4' | '8'
  /** Never answers, scores, names or addresses: only what is needed to understand the act. */
  detail?: Record<string, unknown>
}

/** Writes the line in the same transaction as the act: no act without its line. */
export async function record(
  tx: Tx,
  { now, newId }: Pick<Deps, 'now' | 'newId'>,
  ctx: Ctx,
  event: AuditEvent,
): Promise<void> {
  const id = newId('aud')
  await line(tx).execute({
    id,
    at: now().toISOString(),
    action: event.action,
    type: event.type,
    outcome: event.outcome ?? '0',
    actorKind: ctx.actor.kind,
    actorId: ctx.actor.id,
    actorName: ctx.actor.name,
    role: ctx.role,
    purpose: ctx.purpose,
    organisationId: ctx.organisationId,
    objectType: event.object?.type ?? null,
    objectId: event.object?.id ?? null,
    detail: ctx.boundTo ? { ...event.detail, from: ctx.boundTo.source } : (event.detail ?? null),
    requestId: ctx.requestId,
    address: ctx.address,
  })
  const subjects = [...new Set(event.patients)].map((patientId) => ({ eventId: id, patientId }))
  await writeSubjects(tx, subjects)
}

const plain = sql.placeholder

// Every act writes a line, most of them about one patient: the statements are built once for each database.
const line = once((tx: Tx) =>
  tx
    .insert(auditEvents)
    .values({
      id: plain('id'),
      at: plain('at'),
      action: plain('action'),
      type: plain('type'),
      outcome: plain('outcome'),
      actorKind: plain('actorKind'),
      actorId: plain('actorId'),
      actorName: plain('actorName'),
      role: plain('role'),
      purpose: plain('purpose'),
      organisationId: plain('organisationId'),
      objectType: plain('objectType'),
      objectId: plain('objectId'),
      detail: given('detail', auditEvents.detail),
      requestId: plain('requestId'),
      address: plain('address'),
    })
    .prepare('audit_line'),
)

const writeSubjects = rowWriter(auditSubjects, (insert, size) => insert.prepare(`audit_subjects_${size}`))

/**
 * The line of a look at patients: committed before the answer leaves. When it cannot be written, nothing is shown. It
 * goes ahead: somebody waits for a page, a saved answer waits in the background.
 */
export const recordRead = (
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  ctx: Ctx,
  event: Omit<AuditEvent, 'action'>,
): Promise<void> => deps.db.transaction((tx) => record(tx, deps, ctx, { ...event, action: 'R' }), 'ahead')
