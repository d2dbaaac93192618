import type { PgTable } from 'drizzle-orm/pg-core'
import { auditAnchors, auditEvents, auditSeals, auditSubjects } from './schema/audit.ts'
import {
  appointments,
  assessments,
  careEvents,
  enrolments,
  formerChoices,
  measureValues,
  stageEntries,
} from './schema/care.ts'
import { emergencyAccesses } from './schema/emergency.ts'
import { improvements, publications, unitPrices } from './schema/improving.ts'
import { launches } from './schema/launches.ts'
import { mailExperiments, mailTexts } from './schema/mailing.ts'
import { actions, agendaItems, meetingMembers, meetings, reviewCases } from './schema/meetings.ts'
import { links, messageAssessments, messages, patientSessions, setPauses } from './schema/messages.ts'
import { movings, stuckPaths } from './schema/movings.ts'
import {
  definitionSteps,
  definitionVersions,
  organisations,
  settings,
  teams,
} from './schema/organisations.ts'
import {
  agreements,
  agreementTemplates,
  alertDuties,
  alerts,
  answeringPace,
  discussions,
  individualPlans,
  officeHours,
  openings,
  paperEntries,
  responses,
  scores,
} from './schema/outcomes.ts'
import { calls, outreachRules } from './schema/outreach.ts'
import {
  feedDays,
  feedRules,
  feedSubscriptions,
  formerTraits,
  imports,
  patientConsents,
  patientIdentities,
  patientNumbers,
  patientObjections,
  patientProxies,
  patientRequests,
  patients,
  quarantine,
} from './schema/patients.ts'
import { rescorings } from './schema/rescorings.ts'
import { roundAnswers, roundLinks, teamRounds } from './schema/rounds.ts'
import {
  account,
  memberships,
  rateLimit,
  serviceKeys,
  session,
  staff,
  staffLinks,
  twoFactor,
  user,
  verification,
} from './schema/staff.ts'
import { visitDecisions } from './schema/visits.ts'

/**
 * Every table, each after those it points to: the order in which a copy can be written. Only running figures are not
 * copied: what is restored is counted again.
 */
export const tablesInOrder: readonly PgTable[] = [
  settings,
  organisations,
  teams,
  definitionVersions,
  definitionSteps,
  user,
  session,
  account,
  verification,
  twoFactor,
  rateLimit,
  staff,
  memberships,
  staffLinks,
  serviceKeys,
  improvements,
  unitPrices,
  publications,
  rescorings,
  movings,
  teamRounds,
  roundLinks,
  roundAnswers,
  feedRules,
  feedDays,
  feedSubscriptions,
  patients,
  formerTraits,
  patientNumbers,
  patientIdentities,
  patientRequests,
  patientObjections,
  patientConsents,
  patientProxies,
  emergencyAccesses,
  launches,
  quarantine,
  imports,
  enrolments,
  stuckPaths,
  formerChoices,
  careEvents,
  stageEntries,
  appointments,
  assessments,
  measureValues,
  responses,
  paperEntries,
  scores,
  alerts,
  alertDuties,
  officeHours,
  openings,
  discussions,
  visitDecisions,
  agreements,
  agreementTemplates,
  individualPlans,
  meetings,
  meetingMembers,
  agendaItems,
  actions,
  reviewCases,
  answeringPace,
  messages,
  messageAssessments,
  links,
  patientSessions,
  setPauses,
  mailTexts,
  mailExperiments,
  outreachRules,
  calls,
  auditEvents,
  auditSubjects,
  auditSeals,
  auditAnchors,
]
