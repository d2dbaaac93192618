import { type Guarded, guard } from './guarded.ts'
import type { Ids } from './hospital.ts'

const patient = ({ teamId }: Ids) => ({
  resourceType: 'Patient',
  id: 'p',
  identifier: [{ value: `f-${teamId}` }],
  name: [{ family: 'Prins', given: ['Jo'] }],
  birthDate: '1959-04-12',
})
/** By the hospital's own rule (hospital.ts) this text is an intake of the team. */
const appointment = (ids: Ids) => ({
  resourceType: 'Appointment',
  id: `F-${ids.teamId}`,
  status: 'booked',
  appointmentType: { text: 'orthopaedics' },
  start: '2026-04-01T10:00:00+02:00',
  contained: [patient(ids)],
  participant: [{ actor: { reference: '#p' } }],
})
const bundle = (ids: Ids) => ({
  resourceType: 'Bundle',
  type: 'transaction',
  entry: [{ resource: patient(ids) }],
})

const write = (path: string, body: (ids: Ids) => unknown) =>
  guard('appointments:write', 'none', () => path, body)

/** An operation of whoever is known by this number, or will be. */
const clinical = (type: string) => () => ({
  resourceType: type,
  id: 'x1',
  status: 'completed',
  performedDateTime: '2026-03-01',
  onsetDateTime: '2026-03-01',
  authoredOn: '2026-03-01',
  subject: { identifier: { value: 'f-1' }, type: 'Patient' },
  // Encounters and drugs name their codes elsewhere; what is none of ours is not looked at further.
  code: { coding: [{ system: 'http://snomed.info/sct', code: '52734007' }] },
  class: { code: 'AMB' },
  medicationCodeableConcept: { coding: [{ code: 'N02' }] },
})
const clinicalRoutes = ['Procedure', 'Condition', 'MedicationRequest', 'Encounter', 'Observation'].flatMap(
  (type): [string, Guarded][] => [
    [`POST /fhir/${type}`, write(`/fhir/${type}`, clinical(type))],
    [`PUT /fhir/${type}/:id`, write(`/fhir/${type}/x1`, clinical(type))],
  ],
)

/** What planning systems send, and by what rules it is read. */
export const feedRoutes: Record<string, Guarded> = {
  'POST /fhir': write('/fhir', bundle),
  'POST /fhir/Appointment': write('/fhir/Appointment', appointment),
  'PUT /fhir/Appointment/:id': write('/fhir/Appointment/1', appointment),
  'POST /fhir/Patient': write('/fhir/Patient', patient),
  'PUT /fhir/Patient/:id': write('/fhir/Patient/1', patient),
  ...Object.fromEntries(clinicalRoutes),
  'GET /api/feeds': guard('imports:write', 'own', () => '/api/feeds'),
  'PUT /api/feeds/rules': guard(
    'imports:write',
    'none',
    () => '/api/feeds/rules',
    () => ({ content: { rules: [], ownNumbers: [] }, version: 1 }),
  ),
}
