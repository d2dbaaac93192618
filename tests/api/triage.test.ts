import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ClinicDay } from '../../core/consult/clinic-day.ts'
import type { OnePager } from '../../core/consult/one-pager.ts'
import type { VisitWork } from '../../core/consult/visit-work.ts'
import { appointmentMessageShape } from '../../core/feeds/appointment-message.ts'
import type { PatientLanguage } from '../../core/words.ts'
import { admitAppointments } from '../../server/acts/admit-appointment.ts'
import { appointments, enrolments } from '../../server/db/schema/care.ts'
import { alerts } from '../../server/db/schema/outcomes.ts'
import { patientNumbers } from '../../server/db/schema/patients.ts'
import { visitDecisions } from '../../server/db/schema/visits.ts'
import { decidedPart } from '../../server/portal/decided-part.ts'
import { readToldVisits } from '../../server/portal/decided-visits.ts'
import { voiceIn } from '../../server/portal/frame.ts'
import { findReader } from '../../server/portal/reader.ts'
import { readCarePaths } from '../../server/portal/record.ts'
import { answer, type Care, everyday, joint, makeCare } from '../support/care.ts'
import { makeStaff } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let care: Care
let planner: string

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-02T08:00:00Z' })
  care = await makeCare(house)
  planner = await makeStaff(house, { organisationId: care.organisationId, role: 'data-manager' })
})
afterAll(() => house.close())

type Said = { pain?: number; about?: number; wish?: number; topics?: string[]; urgent?: boolean }

/** Somebody with a check-up on 11 March who answered for it. */
const comes = (number: string, said: Said = {}) => comesOn('2026-03-11', number, said)

async function comesOn(day: string, number: string, { pain = 1, about = 4, wish, ...said }: Said = {}) {
  const message = appointmentMessageShape.parse({
    number: `A-${number} ${day}`,
    startsAt: `${day}T10:00`,
    kind: 'check-up',
    side: 'right',
    team: care.teamId,
    patient: { number, givenName: 'Wil', familyName: `Visser ${number}`, birthDate: '1959-04-12' },
  })
  await admitAppointments(house.deps, care.ctx, [message], { source: 'api' })
  const [found] = await house.db
    .select({ appointmentId: appointments.id, enrolmentId: enrolments.id })
    .from(appointments)
    .innerJoin(enrolments, eq(enrolments.id, appointments.enrolmentId))
    .innerJoin(patientNumbers, eq(patientNumbers.patientId, enrolments.patientId))
    .where(eq(patientNumbers.number, number))
  if (!found) throw new Error('The appointment is not there')
  const wished = { 'visit-wish': wish === undefined ? {} : { wish } }
  const answers = { ...joint(pain, about), ...everyday(pain, about), ...wished }
  await answer(house, care.ctx, found.enrolmentId, 'check-up', { answers, ...said })
  return found
}

const me = () => house.as(care.staffId)
const path = (id: string, of = 'decision') => `/api/visits/${id}/${of}`
const codeOf = ({ status, body }: { status: number; body: unknown }) =>
  `${status} ${(body as { code?: string }).code ?? ''}`.trim()

async function rowOf(appointmentId: string) {
  const { rows } = (await me().get('/api/clinic?day=2026-03-11&who=all')).body as ClinicDay
  return rows.find((row) => row.appointmentId === appointmentId)?.triage
}
const workOf = async (who = planner) =>
  ((await house.as(who).get('/api/visits')).body as { visits: VisitWork[] }).visits

it('proposes by the answers and the wish together, with the reason', async () => {
  const well = await comes('1', { wish: 0 })
  const talking = await comes('2', { wish: 0, topics: ['pain'] })
  const ill = await comes('3', { pain: 8, wish: 0 })
  const silent = await comes('4')
  expect(await rowOf(well.appointmentId)).toMatchObject({ level: 'green', wish: 'skip', proposal: 'skip' })
  expect(await rowOf(talking.appointmentId)).toMatchObject({
    level: 'yellow',
    proposal: 'phone',
    reasons: ['topics'],
    decided: null,
  })
  expect(await rowOf(ill.appointmentId)).toMatchObject({ level: 'red', proposal: 'visit' })
  expect(await rowOf(silent.appointmentId)).toMatchObject({ level: 'green', wish: null, proposal: 'visit' })
})

it('changes nothing until a clinician decides; then who plans sees it, and the appointment stays as it is', async () => {
  const { appointmentId } = await comes('10', { wish: 1 })
  expect(await workOf()).toEqual([])
  expect((await me().put(path(appointmentId), { form: 'phone' })).status).toBe(200)
  expect(await workOf()).toMatchObject([
    { appointmentId, number: 'A-10 2026-03-11', form: 'phone', decidedBy: 'Maaike Hoekstra', isHeld: false },
  ])
  expect(await rowOf(appointmentId)).toMatchObject({ decided: { form: 'phone', arrangedAt: null } })
  const [kept] = await house.db.select().from(appointments).where(eq(appointments.id, appointmentId))
  expect(kept).toMatchObject({ status: 'booked', startsAt: '2026-03-11T09:00:00.000Z' })

  expect((await me().delete(path(appointmentId))).status).toBe(200)
  expect(await workOf()).toEqual([])
  await me().put(path(appointmentId), { form: 'phone' })
  await me().put(path(appointmentId), { form: 'skip' })
  expect(await workOf()).toMatchObject([{ form: 'skip' }])

  expect((await house.as(planner).put(path(appointmentId, 'arranged'), { arranged: true })).status).toBe(200)
  expect(await workOf()).toEqual([])
  expect(codeOf(await me().put(path(appointmentId), { form: 'visit' }))).toBe('409 already_arranged')
  expect(codeOf(await me().delete(path(appointmentId)))).toBe('409 already_arranged')
  await house.as(planner).put(path(appointmentId, 'arranged'), { arranged: false })
  expect(await workOf()).toHaveLength(1)
  await me().delete(path(appointmentId))
})

it('never leaves out who has an open alert, before the decision or after it', async () => {
  const first = await comes('20', { pain: 10, wish: 0 })
  expect(await rowOf(first.appointmentId)).toMatchObject({ level: 'red', proposal: 'visit' })
  expect(codeOf(await me().put(path(first.appointmentId), { form: 'skip' }))).toBe('409 alert_open')

  const later = await comes('21', { wish: 0 })
  await me().put(path(later.appointmentId), { form: 'skip' })
  const [alert] = await house.db.select().from(alerts).where(eq(alerts.enrolmentId, first.enrolmentId))
  if (!alert) throw new Error('No alert was raised')
  await house.db
    .insert(alerts)
    .values({ ...alert, id: 'alt_later', rule: 'other', enrolmentId: later.enrolmentId })
  expect(await workOf()).toMatchObject([{ appointmentId: later.appointmentId, isHeld: true }])
  const arranging = await house.as(planner).put(path(later.appointmentId, 'arranged'), { arranged: true })
  expect(codeOf(arranging)).toBe('409 visit_held')
  await me().delete(path(later.appointmentId))
})

it('a visit that is moved, cancelled or over has to be decided anew, or not at all', async () => {
  const { appointmentId } = await comes('30', { wish: 0 })
  await me().put(path(appointmentId), { form: 'skip' })
  const move = (change: object) =>
    house.db.update(appointments).set(change).where(eq(appointments.id, appointmentId))
  await move({ startsAt: '2026-03-11T15:00:00.000Z' })
  expect(await workOf()).toEqual([])
  expect(await rowOf(appointmentId)).toMatchObject({ proposal: 'skip', decided: null })
  await move({ startsAt: '2026-03-01T15:00:00.000Z' })
  expect(codeOf(await me().put(path(appointmentId), { form: 'skip' }))).toBe('409 no_proposal')
  await move({ startsAt: '2026-03-11T15:00:00.000Z', status: 'cancelled' })
  expect(codeOf(await me().put(path(appointmentId), { form: 'skip' }))).toBe('404 not_found')
})

it('proposes nothing where nothing was answered, or for another kind of visit', async () => {
  const { appointmentId } = await comes('40', { wish: 0 })
  const kind = (to: string) =>
    house.db.update(appointments).set({ kind: to }).where(eq(appointments.id, appointmentId))
  await kind('physiotherapy')
  expect(await rowOf(appointmentId)).toBeNull()
  expect(codeOf(await me().put(path(appointmentId), { form: 'phone' }))).toBe('409 no_proposal')
  await kind('check-up')
  expect((await me().put(path(appointmentId), { form: 'maybe' })).status).toBe(400)
})

it('two clinicians at once leave one decision', async () => {
  const { appointmentId } = await comes('50', { wish: 0 })
  const both = await Promise.all([
    me().put(path(appointmentId), { form: 'skip' }),
    me().put(path(appointmentId), { form: 'phone' }),
  ])
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  const rows = await house.db
    .select()
    .from(visitDecisions)
    .where(and(eq(visitDecisions.appointmentId, appointmentId), eq(visitDecisions.teamId, care.teamId)))
  expect(rows).toHaveLength(1)
})

it('is told on the page of the patient and to the patient, before the visit, after it, and how it went on', async () => {
  const { appointmentId, enrolmentId } = await comes('60', { wish: 1 })
  const [enrolment] = await house.db.select().from(enrolments).where(eq(enrolments.id, enrolmentId))
  const reader = await findReader(house.db, enrolment?.patientId ?? '')
  if (!reader) throw new Error('Nobody to read')
  const told = async (language: PatientLanguage = 'nl') => {
    const paths = await readCarePaths(house.db, reader, house.deps.now().toISOString())
    const version = await house.deps.definitions.version(enrolment?.setVersionId ?? '')
    const visits = await readToldVisits(
      house.deps,
      reader,
      paths.map((path) => ({ path, version })),
    )
    const look = {
      language,
      otherwise: 'nl',
      size: 1,
      letters: true,
      demo: false,
      zone: 'Europe/Amsterdam',
    } as const
    return String(await decidedPart(voiceIn(look), visits.get(enrolmentId) ?? []))
  }
  const page = async () =>
    ((await me().get(`/api/clinic/patients/${reader.patientId}`)).body as OnePager).decidedVisits
  const arranged = () => house.as(planner).put(path(appointmentId, 'arranged'), { arranged: true })

  expect([await told(), await page()]).toEqual(['', []])
  await me().put(path(appointmentId), { form: 'phone' })
  expect(await told()).toContain('Uw zorgverlener wil u op wo 11 mrt 2026, 10:00 bellen')
  expect(await told()).toContain('Tot dan blijft de afspraak staan')
  await arranged()
  for (const [language, said] of [
    ['nl', 'U wordt gebeld op wo 11 mrt 2026, 10:00. U hoeft niet te komen.'],
    ['en', 'You do not need to come.'],
    ['de', 'Sie müssen nicht kommen.'],
    ['tr', 'Gelmeniz gerekmez.'],
    ['ar', 'لا تحتاج إلى الحضور'],
  ] as const)
    expect(await told(language)).toContain(said)
  expect(await page()).toMatchObject([{ form: 'phone', by: 'Maaike Hoekstra', after: null }])

  house.pass(20 * 86_400_000)
  expect(await told()).toContain('Op wo 11 mrt 2026 werd u gebeld')
  await comesOn('2026-04-01', '60', { pain: 6, about: 1 })
  expect(await told()).toContain('Toen ging iets duidelijk slechter.')
  expect(await page()).toMatchObject([
    { form: 'phone', after: { finding: { kind: 'change', verdict: 'worse' }, hadAlert: false } },
  ])
  await house.db
    .update(appointments)
    .set({ startsAt: '2026-03-12T09:00:00.000Z' })
    .where(eq(appointments.id, appointmentId))
  expect([await told(), await page()]).toEqual(['', []])
})

it('figures of few people are not told', async () => {
  const { body } = await me().get(`/api/visits/teams/${care.teamId}/figures`)
  expect(body).toMatchObject({ figures: { decided: { months: null, people: 0 }, after: [] } })
})
