import { and, asc, count, eq, inArray, isNotNull, isNull, max, sql } from 'drizzle-orm'
import { stagesPassed } from '../../core/outcome-sets/stages.ts'
import type { Tx } from '../db/database.ts'
import { listQuery } from '../db/list-query.ts'
import { stageEntries } from '../db/schema/care.ts'
import { messageAssessments, messages } from '../db/schema/messages.ts'
import { openings, responses } from '../db/schema/outcomes.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Asked } from './asked.ts'
import { readPathFindings } from './path-findings.ts'
import type { RowFacts } from './row.ts'
import { type Mailed, notMailed } from './standing.ts'

/** Whom a row is about, and what of theirs. */
export type Subject = {
  enrolmentId: string
  treatment: string | null
  version: SetVersion
  asked: Asked | null
}
type Told = Pick<
  RowFacts,
  'assessment' | 'response' | 'stages' | 'mailed' | 'answered' | 'isOpened' | 'finding'
>

/** Of each subject only what its row shows, in a handful of questions whatever their number. `today`: local date. */
export async function readRowFacts(
  db: Tx,
  subjects: readonly Subject[],
  { today }: { today: string },
): Promise<(subject: Subject) => Told> {
  const asked = subjects.flatMap((one) => one.asked ?? [])
  const drafts = asked.flatMap(({ response }) => (response && !response.submittedAt ? response.id : []))
  const [stages, mailed, opened, answered, findingOf] = await Promise.all([
    readStages(
      db,
      subjects.map(({ enrolmentId }) => enrolmentId),
    ),
    readMailed(
      db,
      asked.map(({ assessment }) => assessment.id),
    ),
    readOpened(
      db,
      asked.flatMap(({ response }) => response?.id ?? []),
    ),
    countDrafts(db, drafts),
    readPathFindings(db, subjects.map(answeredBy)),
  ])
  return (subject) => ({
    assessment: subject.asked?.assessment ?? null,
    response: subject.asked?.response ?? null,
    stages: stagesPassed(stages.get(subject.enrolmentId) ?? [], today),
    mailed: mailed.get(subject.asked?.assessment.id ?? '') ?? notMailed,
    answered: answered.get(subject.asked?.response?.id ?? '') ?? null,
    isOpened: opened.has(subject.asked?.response?.id ?? ''),
    finding: findingOf(answeredBy(subject)),
  })
}

const answeredBy = ({ asked, ...subject }: Subject) => ({
  ...subject,
  responseId: asked?.response?.submittedAt ? asked.response.id : null,
})

async function readStages(db: Tx, enrolmentIds: readonly string[]) {
  return Map.groupBy(await entriesOf(db, { enrolmentIds }), ({ enrolmentId }) => enrolmentId)
}

const entriesOf = listQuery('row_stages', ['enrolmentIds'], (db, { enrolmentIds }) =>
  db
    .select({
      enrolmentId: stageEntries.enrolmentId,
      stage: stageEntries.stage,
      enteredOn: stageEntries.enteredOn,
    })
    .from(stageEntries)
    .where(and(inArray(stageEntries.enrolmentId, enrolmentIds), isNull(stageEntries.withdrawnAt)))
    .orderBy(asc(stageEntries.enteredOn), asc(stageEntries.id)),
)

async function readMailed(db: Tx, assessmentIds: readonly string[]): Promise<Map<string, Mailed>> {
  const rows = await mailedAbout(db, { assessmentIds })
  return new Map(
    rows.map(({ assessmentId, sent, lastAt, failed, texted }) => [
      assessmentId,
      { sent, lastAt, hasFailed: failed > 0, isTexted: texted > 0 },
    ]),
  )
}

const textedAt = sql`case when ${eq(messages.channel, 'sms')} and ${isNull(messages.failedAt)} then ${messages.sentAt} end`

const mailedAbout = listQuery('row_mails', ['assessmentIds'], (db, { assessmentIds }) =>
  db
    .select({
      assessmentId: messageAssessments.assessmentId,
      sent: count(messages.sentAt).mapWith(Number),
      lastAt: max(messages.sentAt),
      failed: count(messages.failedAt).mapWith(Number),
      texted: count(textedAt).mapWith(Number),
    })
    .from(messageAssessments)
    .innerJoin(messages, eq(messages.id, messageAssessments.messageId))
    .where(inArray(messageAssessments.assessmentId, assessmentIds))
    .groupBy(messageAssessments.assessmentId),
)

async function readOpened(db: Tx, responseIds: readonly string[]): Promise<Set<string>> {
  const rows = await openedOf(db, { responseIds })
  return new Set(rows.map(({ responseId }) => responseId))
}

const openedOf = listQuery('row_openings', ['responseIds'], (db, { responseIds }) =>
  db
    .selectDistinct({ responseId: openings.responseId })
    .from(openings)
    .where(inArray(openings.responseId, responseIds)),
)

/** How many questions were answered in responses that are not sent yet, by response. */
async function countDrafts(db: Tx, responseIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await draftsOf(db, { responseIds })
  return new Map(
    rows.map(({ id, answers }) => [id, Object.values(answers).flatMap(Object.values).filter(given).length]),
  )
}

const draftsOf = listQuery('row_drafts', ['responseIds'], (db, { responseIds }) =>
  db
    .select({ id: responses.id, answers: responses.answers })
    .from(responses)
    .where(and(inArray(responses.id, responseIds), isNotNull(responses.answers))),
)

const given = (answer: unknown) => answer !== null && answer !== ''
