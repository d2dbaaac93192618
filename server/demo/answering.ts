import { and, asc, eq, gte, inArray, isNull, lt, sql } from 'drizzle-orm'
import type { Instrument } from '../../core/instruments/instrument.ts'
import { once } from '../../core/memo.ts'
import { askedInstruments } from '../acts/asked.ts'
import { saysNothing } from '../acts/check-submission.ts'
import { submitResponse, type Target } from '../acts/submit-response.ts'
import { systemCtx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { listQuery } from '../db/list-query.ts'
import { assessments, enrolments } from '../db/schema/care.ts'
import { messageAssessments, messages } from '../db/schema/messages.ts'
import { organisations } from '../db/schema/organisations.ts'
import { responses } from '../db/schema/outcomes.ts'
import { patientNumbers } from '../db/schema/patients.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { markOpenedBy } from '../links/opened.ts'
import { startDraft } from '../responses/store.ts'
import type { Setback } from './alerting.ts'
import { inventAnswers } from './answers.ts'
import type { DemoPatient } from './patients.ts'
import { chanceOf } from './random.ts'

/** Of those who begin, this share hands in; practice knows the figure. */
const FINISHES = 0.93
/** Of those who do not begin, this share opens the mail's link. */
const OPENS_ONLY = 0.15

const askedColumns = {
  assessmentId: assessments.id,
  enrolmentId: assessments.enrolmentId,
  patientId: assessments.patientId,
  teamId: assessments.teamId,
  setVersionId: assessments.setVersionId,
  moment: assessments.moment,
  organisationId: enrolments.organisationId,
  timeZone: organisations.timeZone,
  number: patientNumbers.number,
}

const ownNumber = and(
  eq(patientNumbers.patientId, assessments.patientId),
  eq(patientNumbers.authority, enrolments.organisationId),
)

/** What was asked by mail between the instants `from` and `until` and is not answered yet. */
export const askedBetween = once((db: Tx) =>
  db
    .select({ ...askedColumns, kind: messageAssessments.kind, messageId: sql<string | null>`${messages.id}` })
    .from(messages)
    .innerJoin(messageAssessments, eq(messageAssessments.messageId, messages.id))
    .innerJoin(assessments, eq(assessments.id, messageAssessments.assessmentId))
    .innerJoin(enrolments, eq(enrolments.id, assessments.enrolmentId))
    .innerJoin(organisations, eq(organisations.id, enrolments.organisationId))
    .innerJoin(patientNumbers, ownNumber)
    .leftJoin(responses, eq(responses.assessmentId, assessments.id))
    .where(
      and(
        gte(messages.sentAt, sql.placeholder('from')),
        lt(messages.sentAt, sql.placeholder('until')),
        isNull(responses.id),
      ),
    )
    .orderBy(asc(patientNumbers.number), asc(assessments.opensAt), asc(assessments.id))
    .prepare('demo_asked'),
)

/** The same of assessments that somebody was called or written about. */
export const askedBeyondMail = listQuery('demo_beyond_mail', ['assessmentIds'], (db, { assessmentIds }) =>
  db
    .select({ ...askedColumns, kind: sql<string>`'call'`, messageId: sql<string | null>`null` })
    .from(assessments)
    .innerJoin(enrolments, eq(enrolments.id, assessments.enrolmentId))
    .innerJoin(organisations, eq(organisations.id, enrolments.organisationId))
    .innerJoin(patientNumbers, ownNumber)
    .leftJoin(responses, eq(responses.assessmentId, assessments.id))
    .where(and(inArray(assessments.id, assessmentIds), isNull(responses.id)))
    .orderBy(asc(patientNumbers.number)),
)

/** Which of these assessments nobody withdrew. */
export async function stillStanding(db: Tx, assessmentIds: readonly string[]): Promise<Set<string>> {
  const rows = await standing(db, { assessmentIds })
  return new Set(rows.map(({ id }) => id))
}

const standing = listQuery('demo_standing', ['assessmentIds'], (db, { assessmentIds }) =>
  db
    .select({ id: assessments.id })
    .from(assessments)
    .where(and(inArray(assessments.id, assessmentIds), isNull(assessments.withdrawnAt))),
)

export type AskedOf = Awaited<ReturnType<ReturnType<typeof askedBetween>['execute']>>[number]

/** In how many days this person answers this mail; null for never. */
export function answersAfter({ inclination, team }: DemoPatient, asked: AskedOf, day: number): number | null {
  const chance = chanceOf(`answers ${asked.number} ${asked.moment} ${asked.kind} ${day}`)
  const readiness = team.starts * inclination * (asked.kind === 'invitation' ? 0.72 : 0.4)
  return chance.happens(readiness) ? Math.floor(3 * chance.next() ** 2) : null
}

/** Of those who will not answer, some open the link and leave it at that. */
export async function openOnly(deps: Deps, asked: AskedOf, day: number): Promise<void> {
  const chance = chanceOf(`opens ${asked.number} ${asked.moment} ${asked.kind} ${day}`)
  if (asked.messageId && chance.happens(OPENS_ONLY))
    await markOpenedBy(deps.db, asked.messageId, deps.now().toISOString())
}

/** The patient opens the link and answers, nearly always to the end; who had a setback says so. */
export async function answer(
  deps: Deps,
  patient: DemoPatient,
  asked: AskedOf,
  { day, setback }: { day: number; setback: Setback | undefined },
): Promise<void> {
  if (asked.messageId) await markOpenedBy(deps.db, asked.messageId, deps.now().toISOString())
  const version = await deps.definitions.version(asked.setVersionId)
  const chance = chanceOf(`answer ${asked.number} ${asked.moment} ${day}`)
  const { instruments } = askedInstruments(version, asked.moment)
  const burden = patient.course.burden(day - patient.start)
  const heaviest = setback ? watched(version, instruments) : undefined
  const answers = inventAnswers(
    instruments,
    (id, item) => (id === heaviest ? 1 : burden + patient.leaning(id, item)),
    chance,
  )
  const ctx = {
    ...systemCtx(asked.organisationId, 'demo'),
    actor: actorOf(asked),
    purpose: 'PATRQT' as const,
  }
  const target: Target = { ...asked, responseId: null, submittedAt: null }
  const given = { answers, respondent: 'patient', mode: modeOf(asked), language: patient.language }
  if (!chance.happens(FINISHES) && !setback) return startOnly(deps, asked, answers, patient.language)
  const said = { topics: topicsOf(version, chance), topicText: null, urgent: setback?.urgent ?? false }
  if (saysNothing(answers, said)) return // nobody sends in an empty sheet
  await submitResponse(deps, ctx, target, { ...given, ...said, version: 0 })
}

/** Most answer on a screen of their own; some by telephone, some on the tablet in the waiting room. */
function modeOf({ number, moment }: Pick<AskedOf, 'number' | 'moment'>): 'web' | 'tablet' | 'phone' {
  const chance = chanceOf(`mode ${number} ${moment}`)
  return chance.happens(0.88) ? 'web' : chance.pick(['tablet', 'phone'])
}

/** An instrument of which some answers alert the team. */
const watched = ({ set }: SetVersion, instruments: readonly Instrument[]) =>
  instruments.findLast(({ id }) => set.alerts.some(({ when }) => when.instrument === id))?.id

const actorOf = ({ patientId }: AskedOf) => ({ kind: 'patient' as const, id: patientId, name: '' })

async function startOnly(
  deps: Deps,
  asked: AskedOf,
  answers: Record<string, Record<string, unknown>>,
  language: string,
) {
  const [first] = Object.entries(answers)
  if (!first) return
  const { assessmentId, patientId, enrolmentId, teamId } = asked
  await startDraft(deps.db, {
    id: deps.newId('res'),
    assessmentId,
    patientId,
    enrolmentId,
    teamId,
    respondent: 'patient',
    mode: 'web',
    language,
    answers: { [first[0]]: Object.fromEntries(Object.entries(first[1]).slice(0, 2)) },
    startedAt: deps.now().toISOString(),
  })
}

function topicsOf({ set }: SetVersion, chance: ReturnType<typeof chanceOf>): string[] {
  const domains = set.domains.map(({ id }) => id)
  return [...new Set([chance.pick(domains), chance.pick(domains)])].slice(0, chance.whole(0, 2))
}
