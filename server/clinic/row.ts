import type { ClinicPatient, ClinicRow } from '../../core/clinic-day.ts'
import { leadFinding } from '../../core/finding.ts'
import { nextStep } from '../../core/next-step.ts'
import type { SetVersion } from '../definitions/reader.ts'
import { alertTitle } from './alerts.ts'
import type { Assessment, PathFacts } from './facts.ts'
import { panelsOf, panelsUntil } from './panels.ts'
import { responseTo, silenceOf, standingOf } from './standing.ts'

export type PathOf = {
  enrolmentId: string
  patient: ClinicPatient & { emailDeadAt: string | null; hasEmail: boolean; optedOutAt: string | null }
  treatment: string | null
  version: SetVersion
  facts: PathFacts
}

export type Around = {
  now: string
  /** Of the appointment that the row is about; null for an answer that is listed for itself. */
  startsAt: string | null
  opened: ReadonlyMap<string, unknown>
  drafts: ReadonlyMap<string, number>
}

type Shown = Omit<ClinicRow, 'appointmentId' | 'startsAt' | 'kind' | 'clinician'>

/** What the list says of one patient about one assessment. */
export function describeRow(
  path: PathOf,
  assessment: Assessment | null,
  { now, startsAt, opened, drafts }: Around,
): Shown {
  const { patient, facts, version, treatment } = path
  const { emailDeadAt, hasEmail, optedOutAt, ...person } = patient
  const silence = silenceOf({ emailDeadAt, hasEmail, optedOutAt })
  const response = responseTo(facts, assessment)
  const standing = standingOf(assessment, response, { facts, silence, now, drafts })
  const open = facts.alerts
    .filter(({ closedAt }) => closedAt === null)
    .sort((a, b) => (a.respondBy < b.respondBy ? -1 : 1))
  const submitted = response?.submittedAt ? response : null
  const about = { person, treatment, now }
  return {
    patient: person,
    enrolmentId: path.enrolmentId,
    stage: stageOf(path),
    standing,
    responseId: response?.id ?? null,
    finding: submitted
      ? leadFinding(panelsUntil(version, facts, submitted, about), submitted.assessmentId)
      : leadFinding(panelsOf(version, facts, about), null),
    alerts: open.map(({ id, rule, severity, respondBy }) => ({
      id,
      title: alertTitle(version.set, rule),
      severity,
      respondBy,
    })),
    ...topicsOf(path, submitted),
    next: nextStep({
      state: standing.state,
      openAlerts: open.length,
      opened: response !== null && opened.has(response.id),
      before: startsAt !== null && now < startsAt,
    }),
  }
}

/** The stage that the patient is in. */
export function stageOf({ facts, version }: Pick<PathOf, 'facts' | 'version'>) {
  const entered = facts.stages.at(-1)
  const stage = version.set.carePath.stages.find(({ id }) => id === entered?.stage)
  return entered && stage ? { title: stage.title, since: entered.enteredOn } : null
}

/** What the patient wants to discuss: names of domains, and own words. */
export function topicsOf(
  { version }: Pick<PathOf, 'version'>,
  response: { topics: string[] | null; topicText: string | null; urgent: boolean | null } | null,
) {
  const domains = new Map<string, { nl: string; en: string }>(
    version.set.domains.map(({ id, title }) => [id, title]),
  )
  return {
    topics: (response?.topics ?? []).flatMap((id) => domains.get(id) ?? []),
    topicText: response?.topicText ?? null,
    urgent: response?.urgent ?? false,
  }
}
