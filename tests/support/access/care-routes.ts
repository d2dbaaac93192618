import { usualRule } from '../../../core/mail/outreach.ts'
import { everyday, joint, life } from '../care.ts'
import { emergencyOf } from './emergency.ts'
import { type Guarded, guard } from './guarded.ts'
import type { Ids } from './hospital.ts'

const entryPath =
  (of = '') =>
  ({ typedAssessmentId }: Ids) =>
    `/api/entries/${typedAssessmentId}${of}`
const nothing = () => ({})
const agreement = ({ responseId }: Ids) => ({ sentence: 'U fietst elke dag.', responseId })

/** What clinicians ask, and what teams and analysts see of groups. */
export const careRoutes: Record<string, Guarded> = {
  'GET /api/outreach/teams': guard('calls:write', 'own', () => '/api/outreach/teams'),
  'GET /api/outreach/letters': guard('letters:write', 'own', () => '/api/outreach/letters'),
  'POST /api/outreach/letters/print': guard(
    'letters:write',
    'own',
    () => '/api/outreach/letters/print',
    nothing,
  ),
  'POST /api/outreach/letters/pdf': guard('letters:write', 'own', () => '/api/outreach/letters/pdf', nothing),
  'POST /api/outreach/letters/posted': guard(
    'letters:write',
    'none',
    () => '/api/outreach/letters/posted',
    () => ({ ids: [] }),
  ),
  'GET /api/outreach/:teamId/calls': guard(
    'calls:write',
    'team',
    ({ teamId }) => `/api/outreach/${teamId}/calls`,
  ),
  'GET /api/outreach/:teamId/calls/:assessmentId/phone': guard(
    'calls:write',
    'team',
    ({ teamId, callAssessmentId }) => `/api/outreach/${teamId}/calls/${callAssessmentId}/phone`,
  ),
  'POST /api/outreach/:teamId/calls/:assessmentId': guard(
    'calls:write',
    'team',
    ({ teamId, callAssessmentId }) => `/api/outreach/${teamId}/calls/${callAssessmentId}`,
    () => ({ outcome: 'not-reached' }),
  ),
  'PUT /api/outreach/:teamId/rule': guard(
    'outreach:set',
    'team',
    ({ teamId }) => `/api/outreach/${teamId}/rule`,
    () => usualRule,
  ),
  'GET /api/clinic': guard('clinic:read', 'own', () => '/api/clinic?day=2026-03-16'),
  'GET /api/clinic/figures': guard('clinic:read', 'none', () => '/api/clinic/figures'),
  // its mark is the last answer's, and which of several within one instant is last nobody knows
  'GET /api/clinic/news': guard('clinic:read', 'none', () => '/api/clinic/news'),
  'POST /api/clinic/assessments/:assessmentId/link': guard(
    'consults:write',
    'team',
    ({ callAssessmentId }) => `/api/clinic/assessments/${callAssessmentId}/link`,
    nothing,
  ),
  'GET /api/clinic/assessments/:assessmentId/phone': guard(
    'calls:write',
    'team',
    ({ callAssessmentId }) => `/api/clinic/assessments/${callAssessmentId}/phone`,
  ),
  'GET /api/visits': guard('visits:arrange', 'own', () => '/api/visits'),
  'PUT /api/visits/:appointmentId/decision': guard(
    'consults:write',
    'team',
    ({ decidableVisitId }) => `/api/visits/${decidableVisitId}/decision`,
    () => ({ form: 'visit' }),
  ),
  'DELETE /api/visits/:appointmentId/decision': guard(
    'consults:write',
    'team',
    ({ decidableVisitId }) => `/api/visits/${decidableVisitId}/decision`,
  ),
  'PUT /api/visits/:appointmentId/arranged': guard(
    'visits:arrange',
    'team',
    ({ decidedVisitId }) => `/api/visits/${decidedVisitId}/arranged`,
    () => ({ arranged: true }),
  ),
  'GET /api/visits/teams/:teamId/figures': guard(
    'cohort:read',
    'team',
    ({ teamId }) => `/api/visits/teams/${teamId}/figures`,
  ),
  'POST /api/emergency': guard('emergency:open', 'none', () => '/api/emergency', emergencyOf),
  'GET /api/emergency': guard('emergency:open', 'own', () => '/api/emergency'),
  'GET /api/emergency/:id': guard(
    'emergency:open',
    'team',
    ({ emergencyId }) => `/api/emergency/${emergencyId}`,
  ),
  'GET /api/emergency/reviews': guard('emergency:review', 'own', () => '/api/emergency/reviews'),
  'PUT /api/emergency/reviews/:id': guard(
    'emergency:review',
    'organisation',
    ({ otherEmergencyId }) => `/api/emergency/reviews/${otherEmergencyId}`,
    () => ({ verdict: 'right', note: 'Terecht: niemand van het team was er.' }),
  ),
  'GET /api/board': guard('clinic:read', 'team', ({ teamId }) => `/api/board?team=${teamId}`),
  'GET /api/clinic/patients': guard(
    'patients:read',
    'own',
    ({ patientNumber }) => `/api/clinic/patients?search=${patientNumber}`,
  ),
  'GET /api/clinic/patients/:patientId': guard(
    'outcomes:read',
    'team',
    ({ patientId, enrolmentId }) => `/api/clinic/patients/${patientId}?enrolment=${enrolmentId}`,
  ),
  'GET /api/documents/teams/:teamId/outcomes': guard(
    'cohort:read',
    'team',
    ({ teamId }) => `/api/documents/teams/${teamId}/outcomes`,
  ),
  'GET /api/documents/teams/:teamId/scorecard': guard(
    'cohort:read',
    'team',
    ({ teamId }) => `/api/documents/teams/${teamId}/scorecard`,
  ),
  'GET /api/documents/patients/:patientId/record': guard(
    'outcomes:read',
    'team',
    ({ patientId, enrolmentId }) => `/api/documents/patients/${patientId}/record?enrolment=${enrolmentId}`,
  ),
  'GET /api/similar/:enrolmentId': guard(
    'outcomes:read',
    'team',
    ({ enrolmentId }) => `/api/similar/${enrolmentId}`,
  ),
  'PUT /api/consults/responses/:responseId/opened': guard(
    'consults:write',
    'team',
    ({ responseId }) => `/api/consults/responses/${responseId}/opened`,
    nothing,
  ),
  'PUT /api/consults/responses/:responseId/discussed': guard(
    'consults:write',
    'team',
    ({ responseId }) => `/api/consults/responses/${responseId}/discussed`,
    nothing,
  ),
  'DELETE /api/consults/responses/:responseId/discussed': guard(
    'consults:write',
    'team',
    ({ responseId }) => `/api/consults/responses/${responseId}/discussed`,
  ),
  'POST /api/consults/enrolments/:enrolmentId/agreements': guard(
    'consults:write',
    'team',
    ({ enrolmentId }) => `/api/consults/enrolments/${enrolmentId}/agreements`,
    agreement,
  ),
  'DELETE /api/consults/enrolments/:enrolmentId/agreements/:agreementId': guard(
    'consults:write',
    'team',
    ({ enrolmentId, agreementId }) => `/api/consults/enrolments/${enrolmentId}/agreements/${agreementId}`,
  ),
  'PUT /api/consults/enrolments/:enrolmentId/agreements/:agreementId/standing': guard(
    'consults:write',
    'team',
    ({ enrolmentId, agreementId }) =>
      `/api/consults/enrolments/${enrolmentId}/agreements/${agreementId}/standing`,
    nothing,
  ),
  'PUT /api/consults/enrolments/:enrolmentId/agreements/:agreementId/done': guard(
    'consults:write',
    'team',
    ({ enrolmentId, agreementId }) =>
      `/api/consults/enrolments/${enrolmentId}/agreements/${agreementId}/done`,
    () => ({ done: true }),
  ),
  'GET /api/consults/enrolments/:enrolmentId/desk': guard(
    'consults:write',
    'team',
    ({ enrolmentId }) => `/api/consults/enrolments/${enrolmentId}/desk`,
  ),
  'PUT /api/consults/enrolments/:enrolmentId/plan': guard(
    'consults:write',
    'team',
    ({ enrolmentId }) => `/api/consults/enrolments/${enrolmentId}/plan`,
    () => ({ version: 0, matters: 'Weer fietsen.', options: [], reason: null, tookPart: [], stages: [] }),
  ),
  'POST /api/consults/enrolments/:enrolmentId/assessments': guard(
    'consults:write',
    'team',
    ({ enrolmentId }) => `/api/consults/enrolments/${enrolmentId}/assessments`,
    () => ({ moment: 'month-3', dueOn: '2026-06-01', reason: 'om te zien of het beter gaat' }),
  ),
  'POST /api/consults/enrolments/:enrolmentId/templates': guard(
    'consults:write',
    'team',
    ({ enrolmentId }) => `/api/consults/enrolments/${enrolmentId}/templates`,
    () => ({ sentence: 'U fietst elke dag.' }),
  ),
  'DELETE /api/consults/enrolments/:enrolmentId/templates/:templateId': guard(
    'consults:write',
    'team',
    ({ enrolmentId, templateId }) => `/api/consults/enrolments/${enrolmentId}/templates/${templateId}`,
  ),
  'PUT /api/consults/alerts/:alertId/acknowledged': guard(
    'alerts:write',
    'team',
    ({ alertId }) => `/api/consults/alerts/${alertId}/acknowledged`,
    nothing,
  ),
  'DELETE /api/consults/alerts/:alertId/acknowledged': guard(
    'alerts:write',
    'team',
    ({ alertId }) => `/api/consults/alerts/${alertId}/acknowledged`,
  ),
  'PUT /api/consults/alerts/:alertId/closed': guard(
    'alerts:write',
    'team',
    ({ alertId }) => `/api/consults/alerts/${alertId}/closed`,
    () => ({ code: 'contacted', note: 'Gebeld.' }),
  ),
  'DELETE /api/consults/alerts/:alertId/closed': guard(
    'alerts:write',
    'team',
    ({ alertId }) => `/api/consults/alerts/${alertId}/closed`,
  ),
  'GET /api/alerts': guard('alerts:write', 'own', () => '/api/alerts'),
  'GET /api/alerts/count': guard('alerts:write', 'none', () => '/api/alerts/count'),
  'GET /api/alerts/teams/:teamId': guard(
    'alerts:write',
    'team',
    ({ teamId }) => `/api/alerts/teams/${teamId}`,
  ),
  'PUT /api/alerts/teams/:teamId/rules/:rule': guard(
    'team:steer',
    'team',
    ({ teamId }) => `/api/alerts/teams/${teamId}/rules/severe-joint-pain`,
    () => ({ isOff: true, ownerId: null, deputyId: null }),
  ),
  'PUT /api/alerts/teams/:teamId/hours': guard(
    'team:steer',
    'team',
    ({ teamId }) => `/api/alerts/teams/${teamId}/hours`,
    () => ({ days: [1, 2, 3, 4, 5], from: '08:00', until: '17:00' }),
  ),
  'POST /api/consults/enrolments/:enrolmentId/measures': guard(
    'measures:write',
    'team',
    ({ enrolmentId }) => `/api/consults/enrolments/${enrolmentId}/measures`,
    () => ({ measure: 'length-of-stay', value: 2, measuredOn: '2026-03-02' }),
  ),
  'DELETE /api/consults/enrolments/:enrolmentId/measures/:measure': guard(
    'measures:write',
    'team',
    ({ enrolmentId }) => `/api/consults/enrolments/${enrolmentId}/measures/length-of-stay`,
  ),
  'GET /api/entries/:assessmentId': guard('consults:write', 'team', entryPath()),
  'GET /api/entries/:assessmentId/paper': guard('consults:write', 'team', entryPath('/paper')),
  'POST /api/entries/:assessmentId/tablet': guard('consults:write', 'team', entryPath('/tablet'), nothing),
  'POST /api/entries/:assessmentId': guard('consults:write', 'team', entryPath(), () => ({
    how: 'now',
    mode: 'phone',
    respondent: 'patient',
    language: 'nl',
    answers: { ...joint(5, 2), ...everyday(5, 2), ...life(6, 2) },
  })),
  'POST /api/enrolments': guard(
    'enrolments:write',
    'team',
    () => '/api/enrolments',
    ({ teamId, patientId }) => ({ teamId, patient: { id: patientId }, side: 'left' }),
  ),
  'GET /api/enrolments/options': guard('enrolments:write', 'own', () => '/api/enrolments/options'),
  'PATCH /api/enrolments/:id': guard(
    'enrolments:write',
    'team',
    ({ askedEnrolmentId }) => `/api/enrolments/${askedEnrolmentId}`,
    ({ colleagueId }) => ({ leadClinicianId: colleagueId }),
  ),
  'GET /api/enrolments/:id/plan': guard(
    'enrolments:write',
    'team',
    ({ askedEnrolmentId }) => `/api/enrolments/${askedEnrolmentId}/plan`,
  ),
  'PUT /api/enrolments/:id/assessments/:assessmentId': guard(
    'enrolments:write',
    'team',
    ({ askedEnrolmentId, assessmentId }) => `/api/enrolments/${askedEnrolmentId}/assessments/${assessmentId}`,
    () => ({ what: 'skip', reason: 'belt zelf' }),
  ),
  'POST /api/enrolments/:id/stages': guard(
    'enrolments:write',
    'team',
    ({ askedEnrolmentId }) => `/api/enrolments/${askedEnrolmentId}/stages`,
    () => ({ stage: 'decision', enteredOn: '2026-03-02' }),
  ),
  'DELETE /api/enrolments/:id/stages/:entryId': guard(
    'enrolments:write',
    'team',
    ({ askedEnrolmentId, entryId }) => `/api/enrolments/${askedEnrolmentId}/stages/${entryId}`,
  ),
  'PUT /api/enrolments/:id/contacts': guard(
    'enrolments:write',
    'team',
    ({ askedEnrolmentId }) => `/api/enrolments/${askedEnrolmentId}/contacts`,
    () => ({ of: 'patient', seen: [], lines: [] }),
  ),
  'PUT /api/enrolments/:id/dates/:name': guard(
    'enrolments:write',
    'team',
    ({ askedEnrolmentId }) => `/api/enrolments/${askedEnrolmentId}/dates/expected-birth`,
    () => ({ on: null }),
  ),
  'DELETE /api/enrolments/:id/events/:eventId': guard(
    'enrolments:write',
    'team',
    ({ askedEnrolmentId, eventId }) => `/api/enrolments/${askedEnrolmentId}/events/${eventId}`,
  ),
  'PUT /api/enrolments/:id/opt-out': guard(
    'enrolments:write',
    'team',
    ({ askedEnrolmentId }) => `/api/enrolments/${askedEnrolmentId}/opt-out`,
    () => ({ out: true }),
  ),
  'POST /api/enrolments/:id/end-links': guard(
    'enrolments:write',
    'team',
    ({ askedEnrolmentId }) => `/api/enrolments/${askedEnrolmentId}/end-links`,
    nothing,
  ),
  'POST /api/enrolments/:id/end': guard(
    'enrolments:write',
    'team',
    ({ endingEnrolmentId }) => `/api/enrolments/${endingEnrolmentId}/end`,
    () => ({ reason: 'finished' }),
  ),
  'GET /api/teams': guard('cohort:read', 'own', () => '/api/teams'),
  'GET /api/teams/:teamId/outcomes': guard(
    'cohort:read',
    'team',
    ({ teamId }) => `/api/teams/${teamId}/outcomes`,
  ),
  'GET /api/teams/:teamId/wishes': guard(
    'cohort:read',
    'team',
    ({ teamId }) => `/api/teams/${teamId}/wishes`,
  ),
  'GET /api/teams/:teamId/funnel': guard(
    'cohort:read',
    'team',
    ({ teamId }) => `/api/teams/${teamId}/funnel`,
  ),
  'GET /api/teams/:teamId/charts': guard(
    'cohort:read',
    'team',
    ({ teamId }) => `/api/teams/${teamId}/charts`,
  ),
  'POST /api/teams/:teamId/improvements': guard(
    'improvements:write',
    'team',
    ({ teamId }) => `/api/teams/${teamId}/improvements`,
    () => ({
      title: 'Bellen na een week',
      startedOn: '2026-03-02',
      changed: 'De verpleegkundige belt.',
      expected: 'Meer antwoorden.',
      indicator: 'started',
    }),
  ),
  'POST /api/teams/:teamId/improvements/:improvementId/end': guard(
    'improvements:write',
    'team',
    ({ teamId, improvementId }) => `/api/teams/${teamId}/improvements/${improvementId}/end`,
    () => ({ state: 'adopted', learnt: 'Bellen helpt.' }),
  ),
  'GET /api/teams/:teamId/costs': guard('cohort:read', 'team', ({ teamId }) => `/api/teams/${teamId}/costs`),
  'PUT /api/teams/:teamId/prices': guard(
    'team:steer',
    'team',
    ({ teamId }) => `/api/teams/${teamId}/prices`,
    () => ({ source: 'kostprijslijst 2026', prices: [{ activity: 'first-visit', cents: 16_000 }] }),
  ),
  'GET /api/exports/:teamId/quality': guard(
    'exports:make',
    'team',
    ({ teamId }) => `/api/exports/${teamId}/quality`,
  ),
  'GET /api/exports/:teamId/registers': guard(
    'exports:make',
    'team',
    ({ teamId }) => `/api/exports/${teamId}/registers`,
  ),
  'GET /api/exports/:teamId/registers/:registerId': guard(
    'exports:make',
    'team',
    ({ teamId }) => `/api/exports/${teamId}/registers/example-joint-register`,
  ),
  'GET /api/exports/:teamId/registers/:registerId/:file': guard(
    'exports:make',
    'team',
    ({ teamId }) => `/api/exports/${teamId}/registers/example-joint-register/data.csv`,
  ),
  'GET /api/exports/:teamId/:file': guard(
    'exports:make',
    'team',
    ({ teamId }) =>
      `/api/exports/${teamId}/codebook.csv?project=hip-2026&destination=Register&basis=legal-duty`,
  ),
  'GET /api/teams/:teamId/comparison': guard(
    'cohort:read',
    'team',
    ({ teamId }) => `/api/teams/${teamId}/comparison?by=treatment`,
  ),
  'PUT /api/teams/:teamId/comparison': guard(
    'team:steer',
    'team',
    ({ teamId }) => `/api/teams/${teamId}/comparison`,
    () => ({ open: true }),
  ),
  'GET /api/teams/:teamId/rounds': guard(
    'improvements:write',
    'team',
    ({ teamId }) => `/api/teams/${teamId}/rounds`,
  ),
  'POST /api/teams/:teamId/rounds': guard(
    'team:steer',
    'team',
    ({ teamId }) => `/api/teams/${teamId}/rounds`,
    () => ({ instrument: 'team-work', people: 5, days: 7 }),
  ),
  'PUT /api/teams/:teamId/rounds/:roundId/ended': guard(
    'team:steer',
    'team',
    ({ teamId, roundId }) => `/api/teams/${teamId}/rounds/${roundId}/ended`,
    nothing,
  ),
  'GET /api/programme': guard('programme:read', 'own', () => '/api/programme'),
  'PUT /api/programme/shared': guard(
    'programme:share',
    'none',
    () => '/api/programme/shared',
    () => ({ shared: true }),
  ),
  'GET /api/publications': guard('publications:read', 'own', () => '/api/publications'),
  'POST /api/publications': guard(
    'team:steer',
    'team',
    () => '/api/publications',
    ({ teamId }) => ({ teamId }),
  ),
  'PUT /api/publications/:publicationId/approved': guard(
    'publications:approve',
    'organisation',
    ({ publicationId }) => `/api/publications/${publicationId}/approved`,
    nothing,
  ),
  'DELETE /api/publications/:publicationId': guard(
    'publications:read',
    'team',
    ({ publicPublicationId }) => `/api/publications/${publicPublicationId}`,
  ),
}
