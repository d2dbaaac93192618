import { type Guarded, guard } from './guarded.ts'
import type { Ids } from './hospital.ts'

const person = { name: 'Roos Alkema', profession: 'nurse-specialist', language: 'nl' }
const organisation = {
  name: 'Ziekenhuis De Vaart',
  timeZone: 'Europe/Amsterdam',
  language: 'nl',
  urgentPhone: '010 000 12 34',
  confirmBirthDate: false,
  sendFrom: '08:00',
  sendUntil: '20:00',
}
const team = { name: 'Heup', phone: '010 000 12 00' }
const nothing = () => ({})
const newcomer = ({ teamId }: Ids) => ({
  ...person,
  email: `roos-${teamId}@example.nl`.toLowerCase(),
  roles: [{ role: 'clinician', teamId }],
})
const appointment = ({ teamId }: Ids) => ({
  number: `B-${teamId}`,
  startsAt: '2026-04-01T10:00',
  kind: 'intake',
  side: 'right',
  team: teamId,
  patient: { number: `b-${teamId}`, givenName: 'Jo', familyName: 'Prins', birthDate: '1959-04-12' },
})

const measures = ({ patientNumber }: Ids) =>
  `patiëntnummer;maat;datum;waarde\n${patientNumber};length-of-stay;01-03-2026;2`

/** The wording of two questions, made up for this. */
const wordingFile = {
  name: 'wording.csv',
  language: 'nl',
  base64: Buffer.from(
    ['phq2_1', 'phq2_2'].reduce((text, key) => `${text}\n${key};Vraag ${key}?;a|b|c|d`, 'item;tekst;opties'),
  ).toString('base64'),
}
const wordingLicence = {
  class: 'A',
  owner: 'Somebody',
  electronicAllowed: true,
  modificationsAllowed: false,
}

/** What administrators, data managers, auditors and other systems ask. */
export const officeRoutes: Record<string, Guarded> = {
  'GET /api/definitions': guard('definitions:read', 'installation', () => '/api/definitions'),
  'GET /api/definitions/:versionId/pace': guard(
    'definitions:read',
    'installation',
    ({ setVersionId }) => `/api/definitions/${setVersionId}/pace`,
  ),
  'GET /api/definitions/:versionId': guard(
    'definitions:read',
    'installation',
    ({ setVersionId }) => `/api/definitions/${setVersionId}`,
  ),
  'GET /api/definitions/:versionId/file': guard(
    'definitions:read',
    'installation',
    ({ setVersionId }) => `/api/definitions/${setVersionId}/file`,
  ),
  'GET /api/definitions/:versionId/questionnaire': guard(
    'definitions:read',
    'installation',
    ({ draftId }) => `/api/definitions/${draftId}/questionnaire`,
  ),
  'POST /api/definitions/:versionId/wording/look': guard(
    'definitions:write',
    'installation',
    ({ wordlessId }) => `/api/definitions/${wordlessId}/wording/look`,
    () => ({ file: wordingFile, chosen: {} }),
  ),
  'POST /api/definitions/:versionId/wording': guard(
    'definitions:write',
    'installation',
    ({ wordlessId }) => `/api/definitions/${wordlessId}/wording`,
    () => ({ file: wordingFile, chosen: {}, licence: wordingLicence, looked: true }),
  ),
  'GET /api/definitions/:versionId/preview': guard(
    'definitions:read',
    'installation',
    ({ draftId }) => `/api/definitions/${draftId}/preview?language=nl&q=0`,
  ),
  'POST /api/definitions/:versionId/check': guard(
    'definitions:write',
    'installation',
    ({ draftId }) => `/api/definitions/${draftId}/check`,
    () => ({ text: '{' }),
  ),
  'POST /api/definitions': guard(
    'definitions:write',
    'installation',
    () => '/api/definitions',
    ({ draftText }) => ({ text: draftText }),
  ),
  'PUT /api/definitions/:versionId': guard(
    'definitions:write',
    'installation',
    ({ draftId }) => `/api/definitions/${draftId}`,
    ({ draftText, draftHash }) => ({ text: draftText, seen: draftHash }),
  ),
  'POST /api/definitions/:versionId/submit': guard(
    'definitions:write',
    'installation',
    ({ draftId }) => `/api/definitions/${draftId}/submit`,
    ({ draftPrint }) => ({ seen: draftPrint, note: 'Klaar om te bekijken.' }),
  ),
  'POST /api/definitions/:versionId/return': guard(
    'definitions:write',
    'installation',
    ({ handedInId }) => `/api/definitions/${handedInId}/return`,
    () => ({ note: 'Nog niet.' }),
  ),
  'POST /api/definitions/:versionId/publish': guard(
    'definitions:write',
    'installation',
    ({ judgedId }) => `/api/definitions/${judgedId}/publish`,
    ({ judgedPrint }) => ({ seen: judgedPrint }),
  ),
  'POST /api/definitions/:versionId/move': guard(
    'definitions:write',
    'installation',
    ({ movedToId }) => `/api/definitions/${movedToId}/move`,
  ),
  'POST /api/definitions/:versionId/rescore': guard(
    'definitions:write',
    'installation',
    ({ runningId }) => `/api/definitions/${runningId}/rescore`,
    () => ({ note: 'De grenzen zijn verlegd.' }),
  ),
  'POST /api/definitions/:versionId/retire': guard(
    'definitions:write',
    'installation',
    ({ givenUpId }) => `/api/definitions/${givenUpId}/retire`,
    nothing,
  ),
  'GET /api/people': guard('staff:write', 'own', () => '/api/people'),
  'POST /api/people': guard('staff:write', 'organisation', () => '/api/people', newcomer),
  'PUT /api/people/:staffId': guard(
    'staff:write',
    'organisation',
    ({ colleagueId }) => `/api/people/${colleagueId}`,
    () => person,
  ),
  'PUT /api/people/:staffId/record-number': guard(
    'staff:write',
    'organisation',
    ({ colleagueId }) => `/api/people/${colleagueId}/record-number`,
    () => ({ recordNumber: 'P-1' }),
  ),
  'POST /api/people/:staffId/link': guard(
    'staff:write',
    'organisation',
    ({ colleagueId }) => `/api/people/${colleagueId}/link`,
    () => ({ kind: 'invitation' }),
  ),
  'POST /api/people/:staffId/roles': guard(
    'staff:write',
    'organisation',
    ({ colleagueId }) => `/api/people/${colleagueId}/roles`,
    () => ({ role: 'analyst', teamId: null }),
  ),
  'POST /api/people/:staffId/roles/:roleId/end': guard(
    'staff:write',
    'organisation',
    ({ colleagueId, roleId }) => `/api/people/${colleagueId}/roles/${roleId}/end`,
    nothing,
  ),
  'GET /api/people/:staffId/leaving': guard(
    'staff:write',
    'organisation',
    ({ leaverId }) => `/api/people/${leaverId}/leaving`,
  ),
  'POST /api/people/:staffId/leave': guard(
    'staff:write',
    'organisation',
    ({ leaverId }) => `/api/people/${leaverId}/leave`,
    () => ({ successors: [] }),
  ),
  'POST /api/people/:staffId/rejoin': guard(
    'staff:write',
    'organisation',
    ({ leftId }) => `/api/people/${leftId}/rejoin`,
    nothing,
  ),
  'GET /api/organisation': guard('organisation:write', 'own', () => '/api/organisation'),
  'PUT /api/organisation': guard(
    'organisation:write',
    'none',
    () => '/api/organisation',
    () => organisation,
  ),
  'GET /api/organisation/outcome-sets': guard('teams:write', 'none', () => '/api/organisation/outcome-sets'),
  'GET /api/organisation/teams': guard('teams:write', 'own', () => '/api/organisation/teams'),
  'POST /api/organisation/teams': guard(
    'teams:write',
    'none',
    () => '/api/organisation/teams',
    () => ({ ...team, outcomeSet: 'breast-cancer' }),
  ),
  'PUT /api/organisation/teams/:teamId': guard(
    'teams:write',
    'organisation',
    ({ teamId }) => `/api/organisation/teams/${teamId}`,
    () => team,
  ),
  'GET /api/organisation/service-keys': guard(
    'services:write',
    'own',
    () => '/api/organisation/service-keys',
  ),
  'POST /api/organisation/service-keys': guard(
    'services:write',
    'none',
    () => '/api/organisation/service-keys',
    () => ({ name: 'Planning' }),
  ),
  'POST /api/organisation/service-keys/:keyId/revoke': guard(
    'services:write',
    'organisation',
    ({ keyId }) => `/api/organisation/service-keys/${keyId}/revoke`,
    nothing,
  ),
  'GET /api/start/state': guard('organisation:write', 'none', () => '/api/start/state'),
  'GET /api/audit': guard('audit:read', 'own', ({ clinicianId }) => `/api/audit?person=${clinicianId}`),
  'GET /api/audit/people': guard('audit:read', 'own', () => '/api/audit/people'),
  'GET /api/messages': guard(
    'messages:read',
    'organisation',
    ({ patientId }) => `/api/messages?patient=${patientId}`,
  ),
  'GET /api/messages/trouble': guard('messages:read', 'own', () => '/api/messages/trouble'),
  'GET /api/messages/find': guard(
    'messages:read',
    'own',
    ({ patientNumber }) => `/api/messages/find?number=${patientNumber}`,
  ),
  'GET /api/requests': guard('patients:identify', 'own', () => '/api/requests'),
  'POST /api/requests/:id/answer': guard(
    'patients:identify',
    'organisation',
    ({ requestId }) => `/api/requests/${requestId}/answer`,
    () => ({ answer: 'Het is verbeterd.' }),
  ),
  'GET /api/identities/:patientId': guard(
    'patients:identify',
    'organisation',
    ({ patientId }) => `/api/identities/${patientId}`,
  ),
  'PUT /api/identities/:patientId': guard(
    'patients:identify',
    'organisation',
    ({ patientId }) => `/api/identities/${patientId}`,
    ({ patientId }) => ({ subject: `subject-${patientId}` }),
  ),
  'DELETE /api/identities/:patientId': guard(
    'patients:identify',
    'organisation',
    ({ patientId }) => `/api/identities/${patientId}`,
  ),
  'GET /api/bsn/:patientId': guard(
    'patients:identify',
    'organisation',
    ({ patientId }) => `/api/bsn/${patientId}`,
  ),
  'POST /api/bsn/:patientId/shown': guard(
    'bsn:read',
    'organisation',
    ({ patientId }) => `/api/bsn/${patientId}/shown`,
  ),
  'PUT /api/bsn/:patientId/verified': guard(
    'bsn:read',
    'organisation',
    ({ patientId }) => `/api/bsn/${patientId}/verified`,
    ({ bsnWhich }) => ({ reason: 'Paspoort gezien', seen: bsnWhich }),
  ),
  'DELETE /api/bsn/:patientId': guard('bsn:read', 'organisation', ({ patientId }) => `/api/bsn/${patientId}`),
  'GET /api/choices/:patientId': guard(
    'contacts:write',
    'organisation',
    ({ patientId }) => `/api/choices/${patientId}`,
  ),
  'PUT /api/choices/:patientId/objection': guard(
    'contacts:write',
    'organisation',
    ({ patientId }) => `/api/choices/${patientId}/objection`,
    () => ({ purpose: 'learning', objects: true }),
  ),
  'PUT /api/choices/:patientId/research': guard(
    'contacts:write',
    'organisation',
    ({ patientId }) => `/api/choices/${patientId}/research`,
    () => ({ consents: true }),
  ),
  'PUT /api/choices/:patientId/proxy': guard(
    'contacts:write',
    'organisation',
    ({ patientId }) => `/api/choices/${patientId}/proxy`,
    () => ({ name: 'Anna de Wit', relation: 'carer', untilOn: '2026-12-31', readsMail: false }),
  ),
  'DELETE /api/choices/:patientId/proxy': guard(
    'contacts:write',
    'organisation',
    ({ patientId }) => `/api/choices/${patientId}/proxy`,
  ),
  'PUT /api/messages/patients/:patientId/contact': guard(
    'contacts:write',
    'organisation',
    ({ patientId }) => `/api/messages/patients/${patientId}/contact`,
    () => ({ email: 'wil@example.nl', phone: null }),
  ),
  'GET /api/messages/centre': guard('messages:oversee', 'none', () => '/api/messages/centre'),
  'GET /api/messages/centre/starts': guard('messages:oversee', 'none', () => '/api/messages/centre/starts'),
  'GET /api/messages/centre/list': guard(
    'messages:list',
    'own',
    () => '/api/messages/centre/list?state=waiting',
  ),
  'GET /api/messages/centre/dry-run': guard('messages:list', 'own', () => '/api/messages/centre/dry-run'),
  'PUT /api/messages/centre/pauses/:outcomeSet': guard(
    'messages:pause',
    'none',
    () => '/api/messages/centre/pauses/hip-knee-osteoarthritis',
    () => ({ reason: 'Een vraag klopt niet.' }),
  ),
  'DELETE /api/messages/centre/pauses/:outcomeSet': guard(
    'messages:pause',
    'none',
    () => '/api/messages/centre/pauses/hip-knee-osteoarthritis',
  ),
  'GET /api/messages/texts': guard('messages:write', 'none', () => '/api/messages/texts'),
  'PUT /api/messages/texts/:kind/:language': guard(
    'messages:write',
    'none',
    () => '/api/messages/texts/reminder/nl',
    () => ({ text: null }),
  ),
  'POST /api/messages/texts/:kind/:language/preview': guard(
    'messages:write',
    'none',
    () => '/api/messages/texts/invitation/nl/preview',
    () => ({ text: null }),
  ),
  'GET /api/messages/experiments': guard('messages:write', 'none', () => '/api/messages/experiments'),
  'POST /api/messages/experiments': guard(
    'messages:write',
    'none',
    () => '/api/messages/experiments',
    () => ({
      name: 'Na het werk',
      outcomeSet: 'hip-knee-osteoarthritis',
      arms: { language: 'nl', a: { text: null, at: '09:00' }, b: { text: null, at: '17:00' } },
    }),
  ),
  'POST /api/messages/experiments/:id/end': guard(
    'messages:write',
    'organisation',
    ({ experimentId }) => `/api/messages/experiments/${experimentId}/end`,
    nothing,
  ),
  'POST /api/messages/test': guard('messages:test', 'none', () => '/api/messages/test', nothing),
  'POST /api/appointments': guard('appointments:write', 'none', () => '/api/appointments', appointment),
  'GET /api/quarantine': guard('quarantine:write', 'own', () => '/api/quarantine'),
  'POST /api/quarantine/:id/accept': guard(
    'quarantine:write',
    'organisation',
    ({ asideId }) => `/api/quarantine/${asideId}/accept`,
    () => ({ winner: 'ours' }),
  ),
  'POST /api/quarantine/:id/reject': guard(
    'quarantine:write',
    'organisation',
    ({ otherAsideId }) => `/api/quarantine/${otherAsideId}/reject`,
    nothing,
  ),
  'POST /api/imports/appointments': guard(
    'imports:write',
    'organisation',
    ({ teamId }) => `/api/imports/appointments?dryRun=1&teamId=${teamId}`,
    nothing,
  ),
  'POST /api/measures/import': guard(
    'measures:import',
    'none',
    () => '/api/measures/import?dryRun=1',
    measures,
  ),
  'GET /api/imports': guard('imports:write', 'own', () => '/api/imports'),
  'GET /api/imports/appointments/columns': guard(
    'imports:write',
    'own',
    () => '/api/imports/appointments/columns',
  ),
  'GET /api/imports/appointments/example.csv': guard(
    'imports:write',
    'none',
    () => '/api/imports/appointments/example.csv',
  ),
  'POST /api/imports/patients': guard(
    'imports:write',
    'organisation',
    ({ teamId }) => `/api/imports/patients?dryRun=1&teamId=${teamId}`,
    nothing,
  ),
  'GET /api/imports/patients/columns': guard('imports:write', 'none', () => '/api/imports/patients/columns'),
  'GET /api/imports/patients/example.csv': guard(
    'imports:write',
    'none',
    () => '/api/imports/patients/example.csv',
  ),
  'GET /api/imports/:id': guard(
    'imports:write',
    'organisation',
    ({ importId }) => `/api/imports/${importId}`,
  ),
  'GET /api/imports/:id/problems.csv': guard(
    'imports:write',
    'organisation',
    ({ importId }) => `/api/imports/${importId}/problems.csv`,
  ),
}
