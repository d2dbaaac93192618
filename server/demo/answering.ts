import { and, eq, gte, isNull, lt } from 'drizzle-orm'
import { askedInstruments } from '../acts/asked.ts'
import { submitResponse, type Target } from '../acts/submit-response.ts'
import { systemCtx } from '../ctx.ts'
import { assessments, enrolments } from '../db/schema/care.ts'
import { messageAssessments, messages } from '../db/schema/messages.ts'
import { organisations } from '../db/schema/organisations.ts'
import { responses } from '../db/schema/outcomes.ts'
import { patientNumbers } from '../db/schema/patients.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { startDraft } from '../responses/store.ts'
import { inventAnswers } from './answers.ts'
import type { DemoPatient } from './patients.ts'
import { chanceOf } from './random.ts'

/** Of those who begin, this share hands in; practice knows the figure. */
const FINISHES = 0.93

/** What was asked by mail between two instants and is not answered yet. */
export const askedBetween = ({ db }: Pick<Deps, 'db'>, from: string, until: string) =>
  db
    .select({
      assessmentId: assessments.id,
      enrolmentId: assessments.enrolmentId,
      patientId: assessments.patientId,
      teamId: assessments.teamId,
      setVersionId: assessments.setVersionId,
      moment: assessments.moment,
      organisationId: enrolments.organisationId,
      timeZone: organisations.timeZone,
      kind: messageAssessments.kind,
      number: patientNumbers.number,
    })
    .from(messages)
    .innerJoin(messageAssessments, eq(messageAssessments.messageId, messages.id))
    .innerJoin(assessments, eq(assessments.id, messageAssessments.assessmentId))
    .innerJoin(enrolments, eq(enrolments.id, assessments.enrolmentId))
    .innerJoin(organisations, eq(organisations.id, enrolments.organisationId))
    .innerJoin(
      patientNumbers,
      and(
        eq(patientNumbers.patientId, assessments.patientId),
        eq(patientNumbers.authority, enrolments.organisationId),
      ),
    )
    .leftJoin(responses, eq(responses.assessmentId, assessments.id))
    .where(and(gte(messages.sentAt, from), lt(messages.sentAt, until), isNull(responses.id)))

export type AskedOf = Awaited<ReturnType<typeof askedBetween>>[number]

/** In how many days this person answers this mail; null for never. */
export function answersAfter({ inclination, team }: DemoPatient, asked: AskedOf, day: number): number | null {
  const chance = chanceOf(`answers ${asked.number} ${asked.moment} ${asked.kind} ${day}`)
  const readiness = team.starts * inclination * (asked.kind === 'invitation' ? 0.72 : 0.4)
  return chance.happens(readiness) ? Math.floor(3 * chance.next() ** 2) : null
}

/** The patient opens the link and answers, nearly always to the end. */
export async function answer(deps: Deps, patient: DemoPatient, asked: AskedOf, day: number): Promise<void> {
  const version = await deps.definitions.version(asked.setVersionId)
  const chance = chanceOf(`answer ${asked.number} ${asked.moment} ${day}`)
  const { instruments } = askedInstruments(version, asked.moment)
  const burden = patient.course.burden(day - patient.start)
  const answers = inventAnswers(instruments, (id, item) => burden + patient.leaning(id, item), chance)
  const ctx = {
    ...systemCtx(asked.organisationId, 'demo'),
    actor: actorOf(asked),
    purpose: 'PATRQT' as const,
  }
  const target: Target = { ...asked, responseId: null, submittedAt: null }
  const given = { answers, respondent: 'patient', mode: 'web' as const, language: patient.language }
  if (!chance.happens(FINISHES)) return startOnly(deps, asked, answers, patient.language)
  await submitResponse(deps, ctx, target, {
    ...given,
    version: 0,
    topics: topicsOf(version, chance),
    topicText: null,
    urgent: false,
  })
}

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
