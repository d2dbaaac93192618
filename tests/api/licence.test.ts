import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Instrument } from '../../core/instruments/instrument.ts'
import { definitionVersions } from '../../server/db/schema/organisations.ts'
import { openTasks } from '../../server/forms/open-tasks.ts'
import { planMessages } from '../../server/messages/plan-messages.ts'
import { sendDue } from '../../server/messages/send-due.ts'
import { instrument } from '../support/definitions.ts'
import { makeStaff } from '../support/factories.ts'
import type { House } from '../support/house.ts'
import { makeAskedPatient, makeTeamOfOwn, openPostOffice, post } from '../support/outbox.ts'

// What a licence no longer allows is neither sent nor asked, and who looks after it reads why.

const ASKED = ['hip-knee', 'everyday-body', 'everyday-life', 'what-matters']

let house: House
let place: Awaited<ReturnType<typeof makeTeamOfOwn>>
beforeEach(async () => {
  house = await openPostOffice() // 2 March 2026
  place = await makeTeamOfOwn(house)
})
afterEach(() => house.close())

const until = (one: Instrument, validTo: string) => ({ ...one, licence: { ...one.licence, validTo } })

const isVersion = (one: Instrument) =>
  and(
    eq(definitionVersions.kind, 'instrument'),
    eq(definitionVersions.definition, one.id),
    eq(definitionVersions.version, one.version),
  )

/** As if these had been published with a licence that ends on this day. */
async function endLicences(ids: readonly string[], validTo: string) {
  for (const one of ids.map((id) => instrument(id)))
    await house.db
      .update(definitionVersions)
      .set({ content: JSON.stringify(until(one, validTo)) })
      .where(isVersion(one))
}

async function renewLicence(id: string, validTo: string) {
  const one = instrument(id)
  await house.db.update(definitionVersions).set({ status: 'retired' }).where(isVersion(one))
  const at = house.deps.now().toISOString()
  const next = until({ ...one, version: one.version + 1 }, validTo)
  await house.db.insert(definitionVersions).values({
    id: house.deps.newId('def'),
    kind: 'instrument',
    definition: id,
    version: next.version,
    status: 'published',
    content: JSON.stringify(next),
    contentHash: 'renewed',
    createdAt: at,
    publishedAt: at,
  })
}

const answering = {
  handedBy: null,
  respondent: 'patient',
  proxyId: null,
  birthDate: '1958-03-14',
  answersFrom: 12,
  timeZone: 'Europe/Amsterdam',
}
const askedOf = async (patientId: string) =>
  (await openTasks(house.deps, { ...answering, patientId })).flatMap(({ instruments }) => instruments)

const minutesIn = (mail = '') => Number(/ongeveer (\d+) minuten/.exec(mail)?.[1])

const centreOf = async (role: 'administrator' | 'team-lead') => {
  const { organisationId, teamId } = place
  const staffId = await makeStaff(house, {
    organisationId,
    teamId: role === 'team-lead' ? teamId : null,
    role,
  })
  const { body } = await house.as(staffId).get('/api/messages/centre')
  return (body as { licences: unknown[] }).licences
}

test('a questionnaire is asked up to and including the last day, and not after it', async () => {
  await endLicences(['hip-knee'], '2026-03-02')
  const { patientId } = await makeAskedPatient(house, place)
  expect(await askedOf(patientId)).toEqual(ASKED)
  house.goTo('2026-03-03T09:00:00Z')
  expect(await askedOf(patientId)).toEqual(ASKED.filter((id) => id !== 'hip-knee'))
})

test('nobody is mailed about questions of which none may be asked', async () => {
  await endLicences(ASKED, '2026-03-01')
  const { patientId } = await makeAskedPatient(house, place)
  expect(await post(house)).toMatchObject({ planned: 0, sent: 0 })
  expect(await askedOf(patientId)).toEqual([])
})

test('what was planned on the last day of a licence does not go the next morning', async () => {
  await endLicences(ASKED, '2026-03-02')
  await makeAskedPatient(house, place)
  expect(await planMessages(house.deps)).toBe(1)
  house.goTo('2026-03-03T09:00:00Z')
  expect(await sendDue(house.deps)).toMatchObject({ sent: 0, suppressed: 1 })
})

test('a mail counts the minutes of what may still be asked', async () => {
  await endLicences(['hip-knee'], '2026-03-02')
  await makeAskedPatient(house, place)
  await post(house)
  expect(minutesIn(house.mails[0]?.text)).toBe(6)
  house.goTo('2026-03-03T09:00:00Z')
  await makeAskedPatient(house, place)
  await post(house)
  expect(minutesIn(house.mails[1]?.text)).toBe(4)
})

test('a later version with a longer licence starts the asking again, for who was asked before too', async () => {
  await endLicences(ASKED, '2026-03-01')
  const { patientId } = await makeAskedPatient(house, place)
  expect(await askedOf(patientId)).toEqual([])
  await renewLicence('everyday-life', '2027-03-01')
  expect(await askedOf(patientId)).toEqual(['everyday-life'])
  expect(await post(house)).toMatchObject({ planned: 1, sent: 1 })
})

test('the message centre says it 60 days before, and while it is so', async () => {
  await endLicences(['hip-knee'], '2026-05-02')
  expect(await centreOf('administrator')).toEqual([])
  house.goTo('2026-03-03T09:00:00Z')
  const ending = { id: 'hip-knee', standing: 'ending', validTo: '2026-05-02' }
  expect(await centreOf('team-lead')).toMatchObject([ending])
  house.goTo('2026-05-03T09:00:00Z')
  expect(await centreOf('administrator')).toMatchObject([{ ...ending, standing: 'over' }])
})
