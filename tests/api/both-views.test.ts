import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { assessments } from '../../server/db/schema/care.ts'
import { links, patientSessions } from '../../server/db/schema/messages.ts'
import { responses } from '../../server/db/schema/outcomes.ts'
import { hashOf } from '../../server/links/token.ts'
import { makeStageEntry } from '../support/cohort.ts'
import { makeEnrolment, makePatient, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeClinic, makeToken, NOW, openBrowser } from '../support/patient-browser.ts'

let house: House
let clinic: Awaited<ReturnType<typeof makeClinic>>
let manager: string

beforeAll(async () => {
  house = await openHouse({ now: NOW })
  clinic = await makeClinic(house)
  manager = await makeStaff(house, { organisationId: clinic.organisationId, role: 'data-manager' })
})
afterAll(() => house.close())

const named = { name: 'Anna de Wit', relation: 'partner', untilOn: '2026-12-31', readsMail: false }
const choices = (patientId: string) => `/api/choices/${patientId}/proxy`

/** Somebody 85 days after a stroke, whose partner was named to answer for them. */
async function withPartner() {
  const { organisationId } = clinic
  const teamId = await makeTeam(house, organisationId, { outcomeSet: 'stroke' })
  const patientId = await makePatient(house, organisationId, { givenName: 'Wil' })
  const enrolmentId = await makeEnrolment(house, {
    patientId,
    organisationId,
    teamId,
    outcomeSet: 'stroke',
    side: '',
  })
  await makeStageEntry(house, { enrolmentId }, 'acute', '2025-12-07')
  await house.as(manager).put(choices(patientId), named)
  return { patientId, enrolmentId, token: await makeToken(house, patientId, organisationId) }
}

const planned = async (enrolmentId: string) => {
  const rows = await house.db.select().from(assessments).where(eq(assessments.enrolmentId, enrolmentId))
  return new Map(rows.map((row) => [row.moment, row]))
}
const openedOf = async (token: string) => {
  const [link] = await house.db
    .select({ openedAt: links.openedAt })
    .from(links)
    .where(eq(links.tokenHash, hashOf(token)))
  return link?.openedAt
}
const said = (hard: number) => ({ 'after-stroke': { meal: hard } })

it('patient and partner answer one moment side by side, and neither sees the other’s answers', async () => {
  const { enrolmentId, token, patientId } = await withPartner()
  const plan = await planned(enrolmentId)
  const [own, theirs] = ['month-3', 'month-3-relative'].map((moment) => plan.get(moment)?.id ?? '')
  const browser = openBrowser(house)
  await browser.open(token)
  house.pass(1000)
  const untouched = await makeToken(house, patientId, clinic.organisationId) // a newer mail, which nobody opened
  const asked = async () => (await browser.task()).body.assessments
  expect((await asked()).map(({ id }) => id)).toEqual([own])
  expect((await browser.save(own ?? '', 0, said(1))).status).toBe(200)
  expect(await browser.save(theirs ?? '', 0, said(4))).toMatchObject({ status: 409 })
  expect(await (await browser.get('/v')).text()).toContain('Naar de vragen voor wie namens Wil antwoordt')

  await browser.press('/v/hand-over')
  expect(await openedOf(untouched)).toBeNull()
  expect((await asked()).map(({ id, answers }) => [id, answers])).toEqual([[theirs, {}]])
  expect(await browser.save(own ?? '', 1, said(4))).toMatchObject({ status: 409 })
  expect((await browser.save(theirs ?? '', 0, said(4))).status).toBe(200)
  const rows = await house.db.select().from(responses).where(eq(responses.patientId, patientId))
  expect(new Map(rows.map(({ assessmentId, respondent }) => [assessmentId, respondent]))).toEqual(
    new Map([
      [own, 'patient'],
      [theirs, 'proxy'],
    ]),
  )
})

it('a tablet of the clinic is not handed on to what a link at home opens', async () => {
  const { enrolmentId, patientId } = await withPartner()
  const own = (await planned(enrolmentId)).get('month-3')
  const { organisationId } = clinic
  const nurse = await makeStaff(house, { organisationId, teamId: own?.teamId ?? '', role: 'clinician' })
  const { body } = await house.as(nurse).post(`/api/entries/${own?.id}/tablet`)
  const tablet = openBrowser(house)
  await tablet.press(new URL((body as { address: string }).address).pathname)
  await tablet.press('/v/hand-over')
  const { assessments: asked } = (await tablet.task()).body
  expect(asked.map(({ id }) => id)).toEqual([own?.id])
  const sessions = await house.db
    .select()
    .from(patientSessions)
    .where(eq(patientSessions.patientId, patientId))
  expect(sessions).toMatchObject([{ handedBy: nurse, respondent: 'patient' }])
})

it('what only the partner is asked comes and goes with them', async () => {
  const { enrolmentId, patientId, token } = await withPartner()
  expect((await planned(enrolmentId)).get('month-3-relative')).toMatchObject({ withdrawnAt: null })
  await house.as(manager).delete(choices(patientId))
  expect((await planned(enrolmentId)).get('month-3-relative')).toMatchObject({ withdrawnWhy: 'no-proxy' })
  const browser = openBrowser(house)
  await browser.open(token)
  await browser.press('/v/respondent', { respondent: 'proxy' })
  const { assessments: asked } = (await browser.task()).body // nobody was named: whoever helps answers for them
  expect(asked.map(({ id }) => id)).toEqual([(await planned(enrolmentId)).get('month-3')?.id])
  await house.as(manager).put(choices(patientId), named)
  expect((await planned(enrolmentId)).get('month-3-relative')).toMatchObject({ withdrawnAt: null })
})
