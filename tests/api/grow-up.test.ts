import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { appointmentMessageShape } from '../../core/feeds/appointment-message.ts'
import { admitAppointments } from '../../server/acts/admit-appointment.ts'
import { cutLastDays, doubtAddresses } from '../../server/acts/grow-up.ts'
import { systemCtx } from '../../server/ctx.ts'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { patients } from '../../server/db/schema/patients.ts'
import { mailTrouble } from '../../server/messages/trouble.ts'
import { openEmail } from '../../server/patients/contact.ts'
import { makeStaff } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeAsked, makeClinic, NOW, openBrowser } from '../support/patient-browser.ts'

let house: House
let clinic: Awaited<ReturnType<typeof makeClinic>>
let manager: string

beforeAll(async () => {
  house = await openHouse({ now: NOW })
  clinic = await makeClinic(house)
  manager = await makeStaff(house, { organisationId: clinic.organisationId, role: 'data-manager' })
})
afterAll(() => house.close())

const read = async (id: string) => (await house.db.select().from(patients).where(eq(patients.id, id)))[0]
const named = { name: 'Anna de Wit', relation: 'parent', untilOn: '2027-12-31', readsMail: true }
const turnsSixteen = { birthDate: '2010-03-03', address: 'ouder@example.nl' } // on the day after NOW

it('a parent’s last day comes sooner with another birth date', async () => {
  const { patientId } = await makeAsked(house, clinic, { birthDate: '2014-01-01' })
  expect(await house.as(manager).put(`/api/choices/${patientId}/proxy`, named)).toMatchObject({ status: 200 })
  expect(await cutLastDays(house.deps)).toBe(0)
  await house.db.update(patients).set({ birthDate: '2011-01-01' }).where(eq(patients.id, patientId))
  expect(await cutLastDays(house.deps)).toBe(1)
  expect(await cutLastDays(house.deps)).toBe(0)
  expect((await house.as(manager).get(`/api/choices/${patientId}`)).body).toMatchObject({
    proxy: { untilOn: '2026-12-31' },
  })
  const [line] = await house.db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.type, 'patient.proxy-shortened'))
  expect(line).toMatchObject({ organisationId: clinic.organisationId, detail: { untilOn: '2026-12-31' } })
})

it('mail to a child who is alone from today waits until somebody says whose the address is', async () => {
  const child = await makeAsked(house, clinic, { ...turnsSixteen, givenName: 'Noor' })
  const adult = await makeAsked(house, clinic, { birthDate: '1960-03-03', address: 'wil@example.nl' })
  const known = await makeAsked(house, clinic, { birthDate: '2009-03-03', address: 'bo@example.nl' })
  expect(await doubtAddresses(house.deps)).toBe(0)
  house.goTo('2026-03-03T08:00:00Z')
  expect(await doubtAddresses(house.deps)).toBe(1)
  expect(await doubtAddresses(house.deps)).toBe(0)
  expect((await openBrowser(house).open(child.token)).status).toBe(410)
  for (const { token } of [adult, known]) expect((await openBrowser(house).open(token)).status).toBe(303)
  const ctx = { organisationId: clinic.organisationId } as Parameters<typeof mailTrouble>[1]
  const trouble = await mailTrouble(house.deps, ctx)
  expect(trouble.map(({ patientId, why }) => [patientId, why])).toEqual([[child.patientId, 'address-unsure']])

  const { givenName = '', familyName = '', birthDate = '' } = (await read(child.patientId)) ?? {}
  const visit = appointmentMessageShape.parse({
    number: 'A-1',
    startsAt: '2026-03-20T10:00',
    kind: 'intake',
    side: 'right',
    patient: { number: child.patientId, givenName, familyName, birthDate, email: 'ook-een-ouder@example.nl' },
  })
  await admitAppointments(house.deps, systemCtx(clinic.organisationId, 'test'), [visit], { source: 'api' })
  const fed = await read(child.patientId)
  expect(openEmail(house.deps.seal, child.patientId, fed?.email ?? '')).toBe('ook-een-ouder@example.nl')
  expect(fed?.emailDeadAt).toBe(fed?.ownAskedAt)

  const contact = { email: 'ouder@example.nl', phone: null, prefersTexts: false }
  await house.as(manager).put(`/api/messages/patients/${child.patientId}/contact`, contact)
  expect(await read(child.patientId)).toMatchObject({ emailDeadAt: null })
  expect(await doubtAddresses(house.deps)).toBe(0)
})
