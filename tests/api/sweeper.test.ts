import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepOfNobody } from '../../server/acts/told-of-nobody.ts'
import { sweep } from '../../server/commands/sweeper.ts'
import { systemCtx } from '../../server/ctx.ts'
import { patientSessions } from '../../server/db/schema/messages.ts'
import { quarantine } from '../../server/db/schema/patients.ts'
import { rateLimit, session, staff, verification } from '../../server/db/schema/staff.ts'
import { createStaffAccount } from '../../server/staff/account.ts'
import { HOUR, MINUTE, openDoor } from '../support/door.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeAsked, makeClinic, NOW, openBrowser } from '../support/patient-browser.ts'

const account = { email: 'maaike@devaart.example', password: 'een lange zin die niemand raadt' }

let house: House
let door: ReturnType<typeof openDoor>
beforeEach(async () => {
  house = await openHouse({ now: NOW })
  door = openDoor(house)
})
afterEach(async () => {
  door.release()
  await house.close()
})

/** A clinician signs in, mistypes a password elsewhere, and a patient opens a link. */
async function live() {
  const clinic = await makeClinic(house)
  const { staffId } = clinic
  await house.db.update(staff).set({ email: account.email }).where(eq(staff.id, staffId))
  const { totpSecret } = await createStaffAccount(house.deps, { staffId, ...account })
  const clinician = door.browser()
  await clinician.post('/api/auth/sign-in/email', account)
  await clinician.post('/api/auth/two-factor/verify-totp', { code: await door.codeOf(totpSecret) })
  await door.browser().post('/api/auth/sign-in/email', { ...account, password: 'een andere lange zin' })
  const patient = openBrowser(house)
  await patient.open((await makeAsked(house, clinic)).token)
  return { clinician, patient }
}

const left = async () =>
  Promise.all([session, verification, rateLimit, patientSessions].map((table) => house.db.$count(table)))

test('what still works stays', async () => {
  const { clinician, patient } = await live()
  const before = await left()
  expect(before.every((rows) => rows > 0)).toBe(true)
  await sweep(house.deps)
  expect(await left()).toEqual(before)
  door.pass(10 * MINUTE)
  await sweep(house.deps)
  expect((await clinician.get('/api/me')).status).toBe(200)
  expect((await patient.task()).status).toBe(200)
})

test('sessions, codes and tries that are over are gone a day later', async () => {
  await live()
  door.pass(24 * HOUR + MINUTE)
  await sweep(house.deps)
  expect(await left()).toEqual([0, 0, 0, 0])
})

test('what was told of a number that nobody got is gone a year later', async () => {
  const { organisationId } = await makeClinic(house)
  const numbers = ['1', '2'].map((number) => ({ authority: organisationId, number }))
  await keepOfNobody(house.db, house.deps, systemCtx(organisationId, 'feed'), 'hl7', [{ numbers }])
  door.pass(364 * 24 * HOUR)
  await sweep(house.deps)
  expect(await house.db.$count(quarantine)).toBe(2)
  door.pass(2 * 24 * HOUR)
  await sweep(house.deps)
  expect(await house.db.$count(quarantine)).toBe(0)
})
