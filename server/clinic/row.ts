import type { Finding } from '../../core/change/finding.ts'
import type { ClinicPatient, ClinicRow } from '../../core/consult/clinic-day.ts'
import { nextStep, waysFor } from '../../core/consult/next-step.ts'
import { respondentOf } from '../../core/outcome-sets/moment.ts'
import type { SetVersion } from '../definitions/reader.ts'
import { alertTitle } from './alerts.ts'
import type { Assessment, Response } from './asked.ts'
import { type Mailed, type Reach, silenceOf, standingOf } from './standing.ts'

export type OpenAlert = { id: string; rule: string; severity: string; respondBy: string }

/** All that a row is made of. */
export type RowFacts = {
  enrolmentId: string
  patient: ClinicPatient & Reach
  version: SetVersion
  /** The stages that the patient went through until today. */
  stages: readonly { stage: string; enteredOn: string }[]
  assessment: Assessment | null
  response: Response | null
  mailed: Mailed
  /** How many questions were answered, while the answer is not sent yet. */
  answered: number | null
  /** Whether anybody had the answer on screen. */
  isOpened: boolean
  /** Open alerts, the first to answer first. */
  alerts: readonly OpenAlert[]
  finding: Finding
}

/**
 * `startsAt`: of the appointment that the row is about, and whether that is today or within days; null for an answer
 * that is listed for itself, or a visit further away.
 */
type Around = { now: string; startsAt: string | null; visit: 'today' | 'soon' | null }

type Shown = Omit<ClinicRow, 'appointmentId' | 'startsAt' | 'kind' | 'clinician' | 'triage'>

/** What the list says of one patient about one assessment. */
export function describeRow(facts: RowFacts, { now, startsAt, visit }: Around): Shown {
  const { response, alerts, mailed } = facts
  const { emailDeadAt, ownAskedAt, hasEmail, optedOutAt, proxyAddress, ...patient } = facts.patient
  const reach = { emailDeadAt, ownAskedAt, hasEmail, optedOutAt, proxyAddress }
  const silence = silenceOf(reach, respondentOf(facts.version.set, facts.assessment?.moment))
  const standing = standingOf(facts, facts.answered, { silence, mailed, now })
  const ways = waysFor(standing.state, mailed.isTexted || (silence === null && !mailed.hasFailed))
  return {
    patient,
    enrolmentId: facts.enrolmentId,
    stage: stageOf(facts.stages, facts.version),
    standing,
    responseId: response?.id ?? null,
    finding: facts.finding,
    alerts: alerts.map(({ id, rule, severity, respondBy }) => ({
      id,
      title: alertTitle(facts.version.set, rule),
      severity,
      respondBy,
    })),
    ...topicsOf(facts.version, response?.submittedAt ? response : null),
    next: nextStep({
      state: standing.state,
      openAlerts: alerts.length,
      opened: facts.isOpened,
      before: startsAt !== null && now < startsAt,
      visit,
      ways,
      mails: mailed.sent,
    }),
    assessmentId: ways.length > 0 ? (facts.assessment?.id ?? null) : null,
    ways,
  }
}

/** The stage that the patient is in, of those entered until today. */
export function stageOf(stages: RowFacts['stages'], { set }: SetVersion) {
  const entered = stages.at(-1)
  const stage = set.carePath.stages.find(({ id }) => id === entered?.stage)
  return entered && stage ? { title: stage.title, since: entered.enteredOn } : null
}

/** What the patient wants to discuss: names of domains, and own words. */
export function topicsOf(
  { set }: SetVersion,
  response: Pick<Response, 'topics' | 'topicText' | 'urgent'> | null,
) {
  const titleOf = (topic: string) => set.domains.find(({ id }) => id === topic)?.title ?? []
  return {
    topics: (response?.topics ?? []).flatMap(titleOf),
    topicText: response?.topicText ?? null,
    urgent: response?.urgent ?? false,
  }
}
