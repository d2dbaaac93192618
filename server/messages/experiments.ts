import { and, asc, desc, eq, inArray, isNotNull, isNull, lt } from 'drizzle-orm'
import {
  type ArmName,
  type ExperimentArms,
  type ExperimentResult,
  experimentResult,
  plannedSize,
} from '../../core/mail/experiment.ts'
import type { Localised } from '../../core/words.ts'
import { record, recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { isUniqueViolation } from '../db/errors.ts'
import { mailExperiments } from '../db/schema/mailing.ts'
import { messageAssessments, messages } from '../db/schema/messages.ts'
import { teams } from '../db/schema/organisations.ts'
import { responses } from '../db/schema/outcomes.ts'
import type { Deps } from '../deps.ts'
import { conflict, notFound, refused } from '../http/problem.ts'
import { readOrganisation } from '../organisations/store.ts'
import { mustBeFit } from './mail-texts.ts'

/** Who was invited gets this long to start before they count. */
const DAYS_TO_START = 7
/** What is planned for: to see ten points more than the share of practice that starts (0.37). */
const [USUAL_SHARE, WORTHWHILE] = [0.37, 0.1]

export type ToldExperiment = {
  id: string
  name: string
  outcomeSet: Localised
  arms: ExperimentArms
  planned: number
  startedAt: string
  endedAt: string | null
  result: ExperimentResult
}

/** The organisation's experiments, newest first, each with what it shows so far. Only figures of groups. */
export async function experimentsOf(deps: Deps, ctx: Ctx): Promise<ToldExperiment[]> {
  const { db, definitions } = deps
  const rows = await db
    .select()
    .from(mailExperiments)
    .where(eq(mailExperiments.organisationId, ctx.organisationId))
    .orderBy(desc(mailExperiments.startedAt))
    .limit(20)
  const until = new Date(deps.now().getTime() - DAYS_TO_START * 86_400_000).toISOString()
  const invited = await invitedIn(db, rows, until)
  const versions = await Promise.all(rows.map(({ outcomeSet }) => definitions.current(outcomeSet)))
  await recordRead(deps, ctx, { type: 'messages.overseen' })
  return rows.map(({ id, name, arms, planned, startedAt, endedAt, outcomeSet }, place) => ({
    id,
    name,
    outcomeSet: versions[place]?.set.title ?? { nl: outcomeSet, en: outcomeSet },
    arms,
    planned,
    startedAt,
    endedAt,
    result: experimentResult(invited.get(id) ?? [], { planned, hasEnded: endedAt !== null }),
  }))
}

type Row = { arm: ArmName; person: string; started: boolean }

/** Who was invited by experiments, oldest first, and whether they began to answer what that mail asked. */
async function invitedIn(db: Tx, experiments: readonly { id: string }[], until: string) {
  const drawn = experiments.flatMap(({ id }) => [`${id} a`, `${id} b`])
  const rows = await db
    .select({
      id: messages.id,
      arm: messages.arm,
      person: messages.patientId,
      startedAt: responses.startedAt,
    })
    .from(messages)
    .innerJoin(messageAssessments, eq(messageAssessments.messageId, messages.id))
    .leftJoin(responses, eq(responses.assessmentId, messageAssessments.assessmentId))
    .where(
      and(
        inArray(messages.arm, [...drawn, '']),
        isNotNull(messages.sentAt),
        isNull(messages.failedAt),
        lt(messages.sentAt, until),
      ),
    )
    .orderBy(asc(messages.sentAt), asc(messages.id))
  const byMail = [...Map.groupBy(rows, ({ id }) => id).values()]
  const told = byMail.map((mail) => ({
    experiment: mail[0]?.arm?.slice(0, -2) ?? '',
    arm: mail[0]?.arm?.at(-1) as ArmName,
    person: mail[0]?.person ?? '',
    started: mail.some(({ startedAt }) => startedAt !== null),
  }))
  return Map.groupBy<string, Row & { experiment: string }>(told, ({ experiment }) => experiment)
}

export type NewExperiment = { name: string; outcomeSet: string; arms: ExperimentArms }

/** Begins to invite the patients of an outcome set in two ways. One at a time; what is tried never changes. */
export async function startExperiment(deps: Deps, ctx: Ctx, given: NewExperiment): Promise<{ id: string }> {
  await mustBePossible(deps, ctx, given)
  const row = {
    id: deps.newId('exp'),
    organisationId: ctx.organisationId,
    ...given,
    planned: plannedSize(USUAL_SHARE, WORTHWHILE),
    startedAt: deps.now().toISOString(),
    startedBy: ctx.actor.id,
  }
  await deps.db
    .transaction(async (tx) => {
      await tx.insert(mailExperiments).values(row)
      await record(tx, deps, ctx, {
        action: 'C',
        type: 'mail.experiment-started',
        detail: { id: row.id, outcomeSet: given.outcomeSet },
      })
    })
    .catch((error: unknown) => {
      if (isUniqueViolation(error))
        throw conflict('experiment_runs', 'Another experiment with this outcome set runs: end it first')
      throw error
    })
  return { id: row.id }
}

async function mustBePossible(deps: Deps, ctx: Ctx, { outcomeSet, arms: { a, b } }: NewExperiment) {
  const theirs = and(eq(teams.organisationId, ctx.organisationId), eq(teams.outcomeSet, outcomeSet))
  if ((await deps.db.$count(teams, theirs)) === 0) throw notFound('outcome set')
  if (JSON.stringify(a) === JSON.stringify(b)) throw refused('arms_same', 'Both ways are the same')
  for (const { text } of [a, b]) if (text) mustBeFit(text)
  const { sendFrom, sendUntil } = await readOrganisation(deps.db, ctx)
  if ([a, b].some(({ at }) => at !== null && (at < sendFrom || at >= sendUntil)))
    throw refused('hour_outside', 'This hour is outside the hours in which mail goes')
}

/** Everybody is invited as usual again; what was found stays. */
export async function endExperiment(deps: Deps, ctx: Ctx, id: string): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const ended = await tx
      .update(mailExperiments)
      .set({ endedAt: deps.now().toISOString(), endedBy: ctx.actor.id })
      .where(
        and(
          eq(mailExperiments.id, id),
          eq(mailExperiments.organisationId, ctx.organisationId),
          isNull(mailExperiments.endedAt),
        ),
      )
      .returning({ id: mailExperiments.id })
    if (ended.length === 0) throw notFound('experiment')
    await record(tx, deps, ctx, { action: 'U', type: 'mail.experiment-ended', detail: { id } })
  })
}
