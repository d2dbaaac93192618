import { goalsOf } from '../../core/answers/goals.ts'
import { leadFinding } from '../../core/change/finding.ts'
import type { OnePager } from '../../core/consult/one-pager.ts'
import { localDate } from '../../core/time/dates.ts'
import { recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../http/problem.ts'
import { measuresOf } from '../measures/store.ts'
import { canSignIn } from '../patients/issuer.ts'
import { sentAnswers } from '../responses/sent-answers.ts'
import { readAlerts } from './alerts.ts'
import { newestMeasured, readAnswer, visitOf } from './answer.ts'
import { readDecidedVisits } from './decided-visits.ts'
import { readDecisions } from './decisions.ts'
import { type PathFacts, readPath } from './facts.ts'
import { kindTitle } from './kind-title.ts'
import { measuresView } from './measures.ts'
import { alarmingFirst, panelsOf } from './panels.ts'
import { type Enrolment, readAgreements, readAppointmentsOf, readEnrolments, readPatient } from './patient.ts'
import { planOf } from './plan.ts'
import { stageOf } from './row.ts'
import { earlierTexts, notComputable } from './texts.ts'
import { isToldOfAgreements } from './told.ts'

/** One patient on one page: the care path asked for, or the newest open one. 404 for who is not in the caller's care. */
export async function readOnePager(
  deps: Deps,
  ctx: Ctx,
  { patientId, enrolment: wanted }: { patientId: string; enrolment: string | undefined },
  type:
    | 'patient.read'
    | 'patient.record-printed'
    | 'meeting.patient-read'
    | 'meeting.patient-printed'
    | 'emergency.patient-read' = 'patient.read',
): Promise<OnePager> {
  const { db, definitions } = deps
  const { mailOff, ...patient } = await readPatient(db, ctx, patientId, deps.now())
  const told = isToldOfAgreements(deps.config, { ...patient, mailOff })
  const enrolments = await readEnrolments(db, ctx, patientId)
  const enrolment = wanted ? enrolments.find(({ id }) => id === wanted) : enrolments[0]
  if (!enrolment) throw notFound('care path')
  const now = deps.now().toISOString()
  const [versions, facts, booked, agreed, decided, values] = await Promise.all([
    definitions.versions(enrolments.map(({ setVersionId }) => setVersionId)),
    readPath(db, enrolment.id, localDate(now, enrolment.zone)),
    readAppointmentsOf(db, enrolment.id),
    readAgreements(db, enrolment.id),
    readDecisions(db, enrolment.id),
    measuresOf(db, [enrolment.id]),
  ])
  const version = versions.get(enrolment.setVersionId)
  if (!version) throw notFound('care path')
  const visit = visitOf(booked, now, enrolment.zone)
  const path = { id: enrolment.id, version, treatment: enrolment.treatmentOption, facts }
  const [answer, alerts, sent, decidedVisits] = await Promise.all([
    readAnswer(deps, ctx, { version, facts, visit, now, zone: enrolment.zone }),
    readAlerts(deps, version, facts),
    sentAnswers(db, [enrolment.id]),
    readDecidedVisits(db, path),
  ])
  await recordRead(deps, ctx, {
    type,
    patients: [patientId],
    object: { type: 'enrolment', id: enrolment.id },
  })
  const panels = panelsOf(version, facts, { person: patient, treatment: enrolment.treatmentOption, now })
  const newest = newestMeasured(facts, panels)?.assessmentId ?? null
  const appointments = booked.map((one) => ({ ...one, kind: kindTitle(version, one.kind) }))
  return {
    patient,
    enrolments: enrolments.flatMap((one) => {
      const set = versions.get(one.setVersionId)?.set
      return set ? [{ id: one.id, title: set.title, side: one.side, endedOn: one.endedOn }] : []
    }),
    enrolment: describeEnrolment(enrolment, version),
    now,
    stage: stageOf(facts.stages, version),
    stages: stagesOf(facts, version),
    treatments: treatmentsOf(facts, version, enrolment.treatmentOption),
    appointments,
    visit: visit?.id ?? null,
    nextAppointment:
      appointments.find(({ startsAt, status }) => status === 'booked' && startsAt >= now) ?? null,
    finding: leadFinding(panels, newest),
    panels: alarmingFirst(panels, newest),
    planned: facts.assessments
      .filter(({ opensAt, withdrawnAt }) => withdrawnAt === null && opensAt > now)
      .map(({ dueAt }) => dueAt),
    goals: goalsOf([...version.instruments.values()], sent.get(enrolment.id) ?? []),
    answer,
    earlierTexts: earlierTexts(version, facts, sent.get(enrolment.id) ?? [], answer?.submittedAt ?? null),
    notComputable: notComputable(version, facts),
    alerts,
    agreements: agreed,
    decisions: decided,
    decidedVisits,
    readable: canSignIn(deps.config),
    told,
    measures: measuresView(
      version.set,
      { stages: facts.stages, treatment: enrolment.treatmentOption },
      values,
    ),
    plan: planOf(version.set, facts, { reach: patient, now }),
  }
}

function describeEnrolment(enrolment: Enrolment, { set }: SetVersion): OnePager['enrolment'] {
  const { treatmentOption, treatmentChosenOn, setVersionId: _, teamId: __, zone: ___, ...rest } = enrolment
  const option = set.treatmentOptions.find(({ id }) => id === treatmentOption)
  return {
    ...rest,
    title: set.title,
    group: set.patientGroup.title,
    treatment: option ? { title: option.title, chosenOn: treatmentChosenOn } : null,
    hasSimilar: set.similar !== undefined,
  }
}

function stagesOf(facts: PathFacts, { set }: SetVersion): OnePager['stages'] {
  return facts.stages.flatMap(({ stage, enteredOn }, place) => {
    const known = set.carePath.stages.find(({ id }) => id === stage)
    const until = facts.stages[place + 1]?.enteredOn ?? null
    return known ? [{ id: `${stage} ${enteredOn}`, title: known.title, from: enteredOn, until }] : []
  })
}

/** The chosen treatment itself: entries into the stages, but for the first, that its own moments hang on. */
function treatmentsOf(
  facts: PathFacts,
  { set }: SetVersion,
  treatment: string | null,
): OnePager['treatments'] {
  const own = set.moments.filter(({ treatments }) => treatment !== null && treatments?.includes(treatment))
  const hangOn = new Set(own.flatMap(({ anchor }) => (anchor.kind === 'stage' ? [anchor.stage] : [])))
  const stages = set.carePath.stages.slice(1).filter(({ id }) => hangOn.has(id))
  return facts.stages.flatMap(({ stage, enteredOn }) => {
    const given = stages.find(({ id }) => id === stage)
    return given ? [{ title: given.title, at: enteredOn }] : []
  })
}
