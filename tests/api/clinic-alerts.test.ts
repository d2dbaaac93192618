import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AlertDesk } from '../../core/alerts/alert-desk.ts'
import type { ClinicDay } from '../../core/consult/clinic-day.ts'
import type { OnePager } from '../../core/consult/one-pager.ts'
import { endEnrolment } from '../../server/acts/end-enrolment.ts'
import { answer, type Care, everyday, joint, life, makeCare, makePath } from '../support/care.ts'
import { type House, openHouse } from '../support/house.ts'

// A team with one alert of an intake in March that nobody has answered.

let house: House
let care: Care
let path: Awaited<ReturnType<typeof makePath>>

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-12T18:00:00Z' })
  care = await makeCare(house)
  path = await makePath(house, care, { treatment: 'conservative', intake: '2026-03-16T09:00:00.000Z' })
  await answer(house, care.ctx, path.enrolmentId, 'intake', {
    answers: { ...joint(9, 1), ...everyday(6, 2), ...life(5, 1) },
  })
  house.goTo('2026-06-10T08:00:00Z')
})
afterAll(() => house.close())

const day = async (date: string) =>
  (await house.as(care.staffId).get(`/api/clinic?day=${date}`)).body as ClinicDay

const GEBELD = { code: 'contacted', note: 'Gebeld' }

describe('open alerts', () => {
  const urgent = async (intake: string, at: string) => {
    house.goTo(at)
    const other = await makePath(house, care, { treatment: 'conservative', intake })
    const answered = await answer(house, care.ctx, other.enrolmentId, 'intake', {
      answers: { ...joint(2, 3), ...everyday(2, 3), ...life(7, 3) },
      urgent: true,
    })
    return { ...other, ...answered }
  }
  const close = async (alertId: string) =>
    (await house.as(care.staffId).put(`/api/consults/alerts/${alertId}/closed`, GEBELD)).status
  const opened = async (date: string) => (await day(date)).alerts

  it('say what was answered, on the inbox and on the page of the patient', async () => {
    const { body } = await house.as(care.staffId).get('/api/alerts')
    const of = (rule: string) => (body as AlertDesk).open.find((row) => row.rule === rule)
    expect(of('severe-joint-pain')?.metBy).toMatchObject({ kind: 'scale', value: 9, max: 10 })
    const { alerts } = (await house.as(care.staffId).get(`/api/clinic/patients/${path.patientId}`))
      .body as OnePager
    expect(alerts).toMatchObject([
      { metBy: { kind: 'scale', title: { en: 'Pain in hip or knee' }, value: 9, max: 10 } },
    ])
  })

  it('are on the page whatever the appointment, the first to answer first, until they are closed', async () => {
    const [earlier] = await opened('2026-06-10')
    expect(earlier).toMatchObject({ alerts: [{ title: { nl: 'Ernstige pijn' } }], next: 'review-alert' })

    const soon = await urgent('2026-07-10T09:00:00.000Z', '2026-07-01T08:00:00Z')
    const day1 = await day('2026-07-01')
    expect(day1).toMatchObject({ rows: [], late: [], openAlerts: 2 })
    expect(day1.alerts).toMatchObject([
      { enrolmentId: path.enrolmentId },
      { responseId: soon.responseId, urgent: true, standing: { state: 'answered' }, next: 'review-alert' },
    ])
    expect(day1.alerts.map(({ alerts }) => alerts[0]?.respondBy)).toEqual(
      day1.alerts
        .map(({ alerts }) => alerts[0]?.respondBy)
        .toSorted((one = '', other = '') => one.localeCompare(other)),
    )

    for (const row of day1.alerts) for (const { id } of row.alerts) expect(await close(id)).toBe(200)
    expect(await day('2026-07-01')).toMatchObject({ alerts: [], openAlerts: 0 })
  })

  it('are not said twice: a result without an appointment is listed there after its alert was closed', async () => {
    const now = await urgent('2026-08-30T09:00:00.000Z', '2026-08-01T10:00:00Z')
    const { alerts, late } = await day('2026-08-02')
    expect(alerts).toMatchObject([{ responseId: now.responseId }])
    expect(late).not.toContainEqual(expect.objectContaining({ responseId: now.responseId }))
    await close(alerts[0]?.alerts[0]?.id ?? '')
    expect((await day('2026-08-02')).late).toContainEqual(
      expect.objectContaining({ responseId: now.responseId }),
    )
  })

  it('can still be answered long after the care path ended', async () => {
    const left = await urgent('2026-08-10T09:00:00.000Z', '2026-08-03T10:00:00Z')
    await endEnrolment(house.deps, care.ctx, left.enrolmentId, { reason: 'moved' })
    house.goTo('2027-01-10T10:00:00Z')
    const [row] = await opened('2027-01-10')
    expect(row).toMatchObject({ enrolmentId: left.enrolmentId })
    const at = `/api/clinic/patients/${left.patientId}`
    expect((await house.as(care.staffId).get(at)).status).toBe(200)
    expect(await close(row?.alerts[0]?.id ?? '')).toBe(200)
    expect((await house.as(care.staffId).get(at)).status).toBe(404)
  })
})
