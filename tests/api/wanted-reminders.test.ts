import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assessments } from '../../server/db/schema/care.ts'
import { messages } from '../../server/db/schema/messages.ts'
import { organisations } from '../../server/db/schema/organisations.ts'
import { patients } from '../../server/db/schema/patients.ts'
import type { House } from '../support/house.ts'
import { makeAskedPatient, makeTeamOfOwn, openPostOffice, outbox, post, submit } from '../support/outbox.ts'
import { makeClinic, openAsked } from '../support/patient-browser.ts'

let house: House
let clinic: Awaited<ReturnType<typeof makeClinic>>
beforeAll(async () => {
  house = await openPostOffice() // Monday 2 March 2026, nine o'clock in Amsterdam
  clinic = await makeClinic(house)
})
afterAll(() => house.close())

type Asked = Awaited<ReturnType<typeof openAsked>>
const start = async ({ browser }: Asked) => (await browser.get('/v')).text()
const remind = ({ browser }: Asked, when: string) => browser.press('/v/remind', { when })
const wantedOf = (patientId: string) =>
  house.db
    .select()
    .from(messages)
    .where(and(eq(messages.patientId, patientId), eq(messages.kind, 'wanted-reminder')))

test('a reminder is asked for once per choice, and the start says when it will come', async () => {
  const asked = await openAsked(house, clinic)
  const before = await start(asked)
  expect(before).toContain('Herinner mij vanavond')
  expect(before).toContain('Herinner mij morgen')
  await Promise.all([remind(asked, 'tonight'), remind(asked, 'tonight'), remind(asked, 'tonight')])
  expect(await wantedOf(asked.patientId)).toMatchObject([{ dueAt: '2026-03-02T18:00:00.000Z' }])
  const after = await start(asked)
  expect(after).toContain('U krijgt een bericht: ma 2 mrt 2026, 19:00.')
  expect(after).not.toContain('Herinner mij vanavond')
  expect(after).toContain('Herinner mij morgen')
  expect((await remind(asked, 'next year')).status).toBe(303)
  expect(await wantedOf(asked.patientId)).toHaveLength(1)
})

test('it comes at its hour with a link that opens, and no other reminder goes before or right after it', async () => {
  const asked = await openAsked(house, clinic, 'intake')
  house.goTo('2026-03-02T17:00:00Z')
  const again = await openAsked(house, clinic, 'intake')
  await remind(again, 'tonight')
  house.mails.length = 0
  await post(house)
  const [row] = await wantedOf(again.patientId)
  expect(row?.sentAt).toBeNull()
  house.goTo('2026-03-02T18:00:30Z')
  await post(house)
  const [sent] = await wantedOf(again.patientId)
  expect(sent?.sentAt).toBe('2026-03-02T18:00:30.000Z')
  const mail = house.mails.find(({ text }) => text.includes('U vroeg ons om u te herinneren.'))
  const token = /\/v\/([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? ''
  expect((await asked.browser.open(token)).headers.get('location')).toBe('/v')
  const mailed = house.mails.length
  await post(house)
  expect(house.mails).toHaveLength(mailed)
  house.goTo('2026-03-02T08:00:00Z')
})

test('who has answered is not reminded any more', async () => {
  const asked = await openAsked(house, clinic)
  await remind(asked, 'tonight')
  await submit(house, { ...asked, appointmentId: '', organisationId: clinic.organisationId })
  house.goTo('2026-03-02T18:00:30Z')
  await post(house)
  expect(await wantedOf(asked.patientId)).toMatchObject([{ sentAt: null, why: 'completed' }])
  house.goTo('2026-03-02T08:00:00Z')
})

test('nothing is promised that cannot be kept: the questions close before, no mail goes that day, or there is no address', async () => {
  const closing = await openAsked(house, clinic)
  await house.db
    .update(assessments)
    .set({ closesAt: '2026-03-02T20:00:00.000Z' })
    .where(eq(assessments.id, closing.assessmentId))
  expect(await start(closing)).toContain('Herinner mij vanavond')
  expect(await start(closing)).not.toContain('Herinner mij morgen')
  await remind(closing, 'tomorrow')
  expect(await wantedOf(closing.patientId)).toEqual([])

  const quiet = await openAsked(house, clinic)
  await house.db.update(organisations).set({ quietDays: ['2'] }) // tomorrow is a Tuesday
  expect(await start(quiet)).not.toContain('Herinner mij morgen')
  await remind(quiet, 'tomorrow')
  expect(await wantedOf(quiet.patientId)).toEqual([])
  await house.db.update(organisations).set({ quietDays: [] })

  const silent = await openAsked(house, clinic)
  await house.db
    .update(patients)
    .set({ emailDeadAt: '2026-03-01T00:00:00.000Z' })
    .where(eq(patients.id, silent.patientId))
  expect(await start(silent)).not.toContain('Herinner mij')
  await remind(silent, 'tonight')
  expect(await wantedOf(silent.patientId)).toEqual([])
})

test('who does without reminders gets the invitation, and nothing is written that would not go', async () => {
  const own = await openPostOffice()
  own.goTo('2026-02-24T08:00:00Z')
  await makeAskedPatient(own, await makeTeamOfOwn(own), { mailOff: ['reminder'] })
  for (const day of ['2026-02-24', '2026-03-01', '2026-03-02', '2026-03-08']) {
    own.goTo(`${day}T08:00:00Z`)
    await post(own)
  }
  expect((await outbox(own)).map(({ kind, suppressedAt }) => [kind, suppressedAt])).toEqual([
    ['invitation', null],
  ])
  await own.close()
})
