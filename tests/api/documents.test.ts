import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditEvents, auditSubjects } from '../../server/db/schema/audit.ts'
import { answer, type Care, everyday, joint, life, makeCare, makePath } from '../support/care.ts'
import { makeCourse, makePerson } from '../support/cohort.ts'
import { makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'
import { expectPdf } from '../support/printed.ts'

let house: House
let care: Care
let stranger: string
let path: Awaited<ReturnType<typeof makePath>>

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-10T08:00:00Z' })
  care = await makeCare(house)
  const teamId = await makeTeam(house, care.organisationId, { name: 'Radiologie' })
  stranger = await makeStaff(house, { organisationId: care.organisationId, teamId, role: 'clinician' })
  const patient = { givenName: 'Wil', familyName: 'van der Ploeg', birthDate: '1959-04-12' }
  path = await makePath(house, care, { patient, intake: '2026-03-16T09:00:00.000Z' })
})
afterAll(() => house.close())

const file = async (staffId: string, at: string) =>
  house.app.request(at, { headers: { 'x-test-staff': staffId } })

/** Who looked at the patient in this way, and what for. */
const looksOf = (type: string) =>
  house.db
    .select({ purpose: auditEvents.purpose, actor: auditEvents.actorId })
    .from(auditEvents)
    .innerJoin(auditSubjects, eq(auditSubjects.eventId, auditEvents.id))
    .where(and(eq(auditSubjects.patientId, path.patientId), eq(auditEvents.type, type)))

it('makes the summary for the record: what changed, scores, topics, agreements and plan; and logs the look', async () => {
  const given = { ...joint(8, 1), ...everyday(8, 1), ...life(4, 1) }
  await answer(house, care.ctx, path.enrolmentId, 'intake', {
    answers: given,
    topicText: 'Slapen 中 #pagebreak()',
  })
  const at = (of: string) => `/api/consults/enrolments/${path.enrolmentId}/${of}`
  const me = house.as(care.staffId)
  await me.post(at('agreements'), { sentence: 'U fietst elke dag.', who: 'Wil', dueOn: '2026-04-01' })
  await me.put(at('plan'), {
    version: 0,
    matters: 'Weer naar de volkstuin.',
    options: [{ option: 'Oefenen', isChosen: true }],
    reason: 'Wil nu geen operatie.',
    tookPart: ['partner'],
    stages: [],
  })
  const record = `/api/documents/patients/${path.patientId}/record`
  await expectPdf(await file(care.staffId, record), {
    named: 'record-2026-03-10.pdf',
    title: 'Uitkomsten Heup- of knieartrose, 10 mrt 2026',
    words: [
      'Wil van der Ploeg, geboren 12 apr 1959 · rechts',
      'Let op: pijn in heup of knie 8 van 10 (ernstig)',
      'Traplopen en opstaan',
      '25 van 100',
      'Wil bespreken: Slapen � #pagebreak()',
      'Afspraak: U fietst elke dag. · Wil · vóór 1 apr 2026',
      'Weer naar de volkstuin.',
      'Wil nu geen operatie.',
    ],
  })
  await expectPdf(await file(care.staffId, `${record}?language=en`), { language: 'en' })
  expect(await looksOf('patient.record-printed')).toEqual(
    Array(2).fill({ purpose: 'TREAT', actor: care.staffId }),
  )
})

it('shows in the summary how scores went over time, in a picture that is also in words', async () => {
  const person = await makePerson(house, { organisationId: care.organisationId, teamId: care.teamId })
  const scored = (value: number) => [{ instrument: 'hip-knee', scale: 'pain', value }]
  await makeCourse(house, person, {
    moment: 'intake',
    on: '2025-12-01',
    came: 'completed',
    scores: scored(8),
  })
  await makeCourse(house, person, {
    moment: 'month-3',
    on: '2026-03-01',
    came: 'completed',
    scores: scored(3),
  })
  await expectPdf(await file(care.staffId, `/api/documents/patients/${person.patientId}/record`), {
    tags: ['Figure'],
    words: ['In de tijd', 'Pijn in heup of knie'],
  })
})

it('makes the minutes of a meeting without the name of a patient, for who belongs to it', async () => {
  const me = house.as(care.staffId)
  const planned = {
    teamId: care.teamId,
    title: 'MDO',
    startsAt: '2026-03-10T12:30',
    minutes: 45,
    everyWeeks: 0,
  }
  const idOf = ({ body }: { body: unknown }) => (body as { id: string }).id
  const meeting = idOf(
    await me.post('/api/meetings', { ...planned, chairId: care.staffId, memberIds: [care.staffId] }),
  )
  const minutes = `/api/meetings/${meeting}/minutes`
  await expectPdf(await file(care.staffId, minutes), { words: ['Nog niets besloten.'] })
  const wanted = { enrolmentId: path.enrolmentId, question: 'Opereren?' }
  const item = `/api/meetings/${meeting}/items/${idOf(await me.post(`/api/meetings/${meeting}/items`, wanted))}`
  const said = { situation: null, reason: 'Te vroeg.', patientPart: 'wish-known', sentence: null }
  await me.put(item, { version: 0, question: 'Opereren?', decision: 'Nog oefenen.', ...said })
  const task = { what: 'Fysiotherapeut bellen', ownerId: care.staffId, dueOn: '2026-03-20' }
  const action = idOf(await me.post(`${item}/actions`, task))
  await me.put(`${item}/confirmed`, { version: 1, actionIds: [action] })
  await me.put(`/api/meetings/${meeting}/members/${care.staffId}`, { present: true })
  await expectPdf(await file(care.staffId, minutes), {
    named: 'minutes-2026-03-10.pdf',
    words: [
      'Verslag: MDO, di 10 mrt 2026, 12:30',
      'Aanwezig: Maaike Hoekstra',
      'Opereren?',
      'Nog oefenen.',
      'Te vroeg.',
      'De wens van de patiënt is ingebracht',
      'Fysiotherapeut bellen (Maaike Hoekstra, 20 mrt 2026)',
      'Bevestigd door Maaike Hoekstra',
    ],
    unsaid: ['van der Ploeg'],
  })
  expect((await file(stranger, minutes)).status).toBe(404)
  const look = { purpose: 'TREAT', actor: care.staffId }
  expect(await looksOf('meeting.minutes-printed')).toEqual([look])
})

it('makes the scorecard of a team for who may see its figures', async () => {
  const at = `/api/documents/teams/${care.teamId}/scorecard`
  await expectPdf(await file(care.staffId, at), {
    words: ['Scorekaart: ', 'Uitkomst', 'Proces', 'te weinig', 'Kosten en energie', 'Groepen onder 10'],
  })
  expect((await file(stranger, at)).status).toBe(404)
  const logged = await house.db
    .select({ team: auditEvents.objectId, actor: auditEvents.actorId })
    .from(auditEvents)
    .where(eq(auditEvents.type, 'team.scorecard-printed'))
  expect(logged).toEqual([{ team: care.teamId, actor: care.staffId }])
})

it('knows no patient of another team, and no care path that is not theirs', async () => {
  const record = `/api/documents/patients/${path.patientId}/record`
  expect((await file(stranger, record)).status).toBe(404)
  expect((await file(care.staffId, `${record}?enrolment=enr_nobody`)).status).toBe(404)
  expect((await file(care.staffId, '/api/documents/patients/pat_nobody/record')).status).toBe(404)
})
