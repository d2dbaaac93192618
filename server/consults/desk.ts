import { and, asc, eq } from 'drizzle-orm'
import type { ConsultDesk } from '../../core/consult/individual-plan.ts'
import { namedForStaff } from '../../core/outcome-sets/moment.ts'
import { caringIn } from '../alerts/watch.ts'
import { record, recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { teams } from '../db/schema/organisations.ts'
import { agreementTemplates } from '../db/schema/outcomes.ts'
import type { Deps } from '../deps.ts'
import { ownEnrolment } from '../enrolments/store.ts'
import { conflict, notFound } from '../http/problem.ts'
import { planOfPath } from './plans.ts'

/** What a consult about one care path can begin from: its plan, the team's sentences, and what there is to choose. */
export async function readConsultDesk(deps: Deps, ctx: Ctx, enrolmentId: string): Promise<ConsultDesk> {
  const { db, now, definitions } = deps
  const { patientId, setVersionId, teamId } = await ownEnrolment(db, ctx, enrolmentId, now())
  const [{ set }, plan, templates, people] = await Promise.all([
    definitions.version(setVersionId),
    planOfPath(db, enrolmentId),
    db
      .select({ id: agreementTemplates.id, sentence: agreementTemplates.sentence })
      .from(agreementTemplates)
      .where(eq(agreementTemplates.teamId, teamId))
      .orderBy(asc(agreementTemplates.sentence)),
    caringIn(db, [teamId], now()),
  ])
  await recordRead(deps, ctx, {
    type: 'individual-plan.read',
    patients: [patientId],
    object: { type: 'enrolment', id: enrolmentId },
  })
  const titled = ({ id, title }: { id: string; title: { nl: string; en: string } }) => ({ id, title })
  return {
    plan,
    treatmentOptions: set.treatmentOptions.map(titled),
    stages: set.carePath.stages.map(titled),
    moments: namedForStaff(set.moments),
    templates,
    people: [...new Set(people.map(({ name }) => name))].toSorted(),
  }
}

const MOST = 40

/** Keeps a sentence for the team; the same twice is one. 404 for another team's care path; 409 'templates_full'. */
export async function keepTemplate(
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  ctx: Ctx,
  { enrolmentId, sentence }: { enrolmentId: string; sentence: string },
): Promise<void> {
  const { db, now, newId } = deps
  const { teamId } = await ownEnrolment(db, ctx, enrolmentId, now())
  const row = { id: newId('agt'), teamId, sentence, addedBy: ctx.actor.id, addedAt: now().toISOString() }
  await db.transaction(async (tx) => {
    // The team is held meanwhile: who keeps a sentence at the same moment waits, and counts this one too.
    await tx.update(teams).set({ id: teamId }).where(eq(teams.id, teamId))
    const kept = await tx
      .insert(agreementTemplates)
      .values(row)
      .onConflictDoNothing()
      .returning({ id: agreementTemplates.id })
    if (kept.length === 0) return
    if ((await tx.$count(agreementTemplates, eq(agreementTemplates.teamId, teamId))) > MOST)
      throw conflict(
        'templates_full',
        `The team keeps ${MOST} sentences already; take one off the list first`,
      )
    await recordChange(tx, deps, ctx, { action: 'C', type: 'team.template-kept', teamId })
  })
}

/** Takes a sentence out of the team's list. */
export async function dropTemplate(
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  ctx: Ctx,
  { enrolmentId, templateId }: { enrolmentId: string; templateId: string },
): Promise<void> {
  const { teamId } = await ownEnrolment(deps.db, ctx, enrolmentId, deps.now())
  await deps.db.transaction(async (tx) => {
    const gone = await tx
      .delete(agreementTemplates)
      .where(and(eq(agreementTemplates.id, templateId), eq(agreementTemplates.teamId, teamId)))
      .returning({ id: agreementTemplates.id })
    if (gone.length === 0) throw notFound('template')
    await recordChange(tx, deps, ctx, { action: 'D', type: 'team.template-dropped', teamId })
  })
}

const recordChange = (
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  ctx: Ctx,
  { action, type, teamId }: { action: 'C' | 'D'; type: string; teamId: string },
) => record(tx, deps, ctx, { action, type, object: { type: 'team', id: teamId } })
