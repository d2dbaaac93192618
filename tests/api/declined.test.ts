import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ClinicDay } from '../../core/consult/clinic-day.ts'
import type { OnePager } from '../../core/consult/one-pager.ts'
import { saveAssessments } from '../../server/assessments/store.ts'
import type { CarePathPlan } from '../../server/care-path/read-plan.ts'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { assessments } from '../../server/db/schema/care.ts'
import { messageAssessments, messages } from '../../server/db/schema/messages.ts'
import type { House } from '../support/house.ts'
import { openPostOffice, post } from '../support/outbox.ts'
import { makeAssessment, makeClinic, openAsked, readDraft } from '../support/patient-browser.ts'

let house: House
let clinic: Awaited<ReturnType<typeof makeClinic>>
beforeAll(async () => {
  house = await openPostOffice()
  clinic = await makeClinic(house)
})
afterAll(() => house.close())

type Asked = Awaited<ReturnType<typeof openAsked>>
const rowOf = async ({ assessmentId }: Asked) => {
  const [row] = await house.db.select().from(assessments).where(eq(assessments.id, assessmentId))
  return row
}
const mailsAbout = async ({ assessmentId }: Asked) =>
  (
    await house.db
      .select({ kind: messages.kind, why: messages.why, sentAt: messages.sentAt })
      .from(messageAssessments)
      .innerJoin(messages, eq(messages.id, messageAssessments.messageId))
      .where(eq(messageAssessments.assessmentId, assessmentId))
  ).toSorted((a, b) => (a.kind < b.kind ? -1 : 1))
const eventsAbout = async ({ assessmentId }: Asked) =>
  (await house.db.select().from(auditEvents).where(eq(auditEvents.objectId, assessmentId))).map(
    ({ type }) => type,
  )

test('these questions not, with a reason for who wants to give one; looking declines nothing', async () => {
  const asked = await openAsked(house, clinic)
  expect(await (await asked.browser.get('/v')).text()).toContain('href="/v/decline"')
  expect(await (await asked.browser.get('/v/decline')).text()).toContain('Ik voel mij te ziek of te moe')
  expect((await rowOf(asked))?.declinedAt).toBeNull()
  const said = await (await asked.browser.press('/v/decline', { why: 'too-ill' })).text()
  expect(said).toContain('Dat is goed')
  await asked.browser.press('/v/decline', { why: 'private' })
  expect(await rowOf(asked)).toMatchObject({
    declinedAt: '2026-03-02T08:00:00.000Z',
    declinedWhy: 'too-ill',
    withdrawnAt: null,
  })
  expect(await eventsAbout(asked)).toEqual(['assessment.declined'])

  const silent = await openAsked(house, clinic)
  await silent.browser.press('/v/decline', { why: 'something else' })
  expect(await rowOf(silent)).toMatchObject({ declinedAt: '2026-03-02T08:00:00.000Z', declinedWhy: null })
})

test('no mail about what was declined, not even the reminder that was asked for; a new link still comes', async () => {
  const asked = await openAsked(house, clinic, 'intake')
  await asked.browser.press('/v/remind', { when: 'tonight' })
  await asked.browser.press('/v/decline')
  expect(await (await asked.browser.get('/v')).text()).not.toMatch(/Herinner mij|U krijgt een bericht/)
  house.goTo('2026-03-02T18:00:30Z')
  await post(house)
  expect(await mailsAbout(asked)).toEqual([{ kind: 'wanted-reminder', why: 'declined', sentAt: null }])
  house.goTo('2026-03-02T08:00:00Z')
  const before = house.mails.length
  await asked.browser.press('/v/new-link')
  await post(house)
  expect(house.mails.slice(before).map(({ text }) => text.includes('U vroeg om een nieuwe link.'))).toContain(
    true,
  )
})

test('the clinician sees that it is a choice, and the reason', async () => {
  const asked = await openAsked(house, clinic)
  await asked.browser.press('/v/decline', { why: 'rather-talk' })
  const seen = house.as(clinic.staffId)
  const { rows } = (await seen.get('/api/clinic?day=2026-03-09')).body as ClinicDay
  expect(rows.find(({ patient }) => patient.id === asked.patientId)).toMatchObject({
    next: 'open',
    standing: { state: 'declined', declinedWhy: 'rather-talk', at: '2026-03-02T08:00:00.000Z' },
  })
  const page = (await seen.get(`/api/clinic/patients/${asked.patientId}`)).body as OnePager
  expect(page.plan).toMatchObject([{ state: 'declined', declinedWhy: 'rather-talk' }])
  const plan = (await seen.get(`/api/enrolments/${asked.enrolmentId}/plan`)).body as CarePathPlan
  expect(plan.assessments.map(({ status }) => status)).toEqual(['declined'])
})

test('who opens the link again can answer after all: the first answer takes the choice back', async () => {
  const asked = await openAsked(house, clinic)
  await asked.browser.press('/v/decline', { why: 'too-much' })
  await asked.browser.open(asked.token)
  const start = await (await asked.browser.get('/v')).text()
  expect(start).toContain('Bedenkt u zich?')
  expect(start).toContain('href="/v/opt-out"')
  expect((await rowOf(asked))?.declinedAt).not.toBeNull()
  expect((await asked.browser.save(asked.assessmentId, 0, { 'hip-knee': { trust: 5 } })).status).toBe(200)
  expect(await rowOf(asked)).toMatchObject({ declinedAt: null, declinedWhy: null })
  expect((await eventsAbout(asked)).toSorted()).toEqual(['assessment.declined', 'assessment.taken-up'])
  expect((await asked.browser.save(asked.assessmentId, 1, { 'hip-knee': { trust: 6 } })).status).toBe(200)
  expect(await eventsAbout(asked)).toHaveLength(2)
})

test('what was declined is asked anew when a clinician moves it', async () => {
  const asked = await openAsked(house, clinic)
  await asked.browser.press('/v/decline', { why: 'too-much' })
  const at = `/api/enrolments/${asked.enrolmentId}/assessments/${asked.assessmentId}`
  const june = { what: 'dates', opensOn: '2026-06-01', dueOn: '2026-06-10', lastDay: '2026-06-30' }
  expect((await house.as(clinic.staffId).put(at, { ...june, reason: 'in overleg' })).status).toBe(204)
  expect(await rowOf(asked)).toMatchObject({ declinedAt: null, declinedWhy: null })
})

test('what was declined is asked anew when the plan opens it on another day, and only then', async () => {
  const asked = await openAsked(house, clinic)
  await asked.browser.press('/v/decline', { why: 'too-much' })
  const before = await rowOf(asked)
  if (!before) throw new Error('The assessment is gone')
  await saveAssessments(house.db, [{ ...before, dueAt: '2026-03-09T10:00:00.000Z' }])
  expect(await rowOf(asked)).toEqual({ ...before, dueAt: '2026-03-09T10:00:00.000Z' })
  await saveAssessments(house.db, [{ ...before, opensAt: '2026-05-31T22:00:00.000Z' }])
  expect(await rowOf(asked)).toMatchObject({ declinedAt: null, declinedWhy: null })
})

test('declined questions are not asked along with others, nor sent unanswered', async () => {
  const { browser, ...first } = await openAsked(house, clinic)
  const { patientId, enrolmentId, teamId } = first
  await browser.press('/v/decline')
  expect((await browser.press('/v/finish', { urgent: 'yes' })).headers.get('location')).toBe('/v/sent')
  const place = { patientId, enrolmentId, teamId, moment: 'check-up', anchor: 'appointment:later' }
  const other = await makeAssessment(house, place)
  const ids = async () => (await browser.task()).body.assessments.map(({ id }) => id)
  expect(await ids()).toEqual([other])
  expect((await browser.save(other, 0, { 'hip-knee': { pain_walking: 3 } })).status).toBe(200)
  expect((await browser.press('/v/finish', { urgent: 'no' })).headers.get('location')).toBe('/v/sent')
  expect(await readDraft(house, other)).toMatchObject({ version: 2 })
  expect(await readDraft(house, first.assessmentId)).toBeUndefined()
  expect(await ids()).toEqual([first.assessmentId]) // there for who changes their mind
})
