import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endDueProxies } from '../../server/acts/end-proxies.ts'
import { messages } from '../../server/db/schema/messages.ts'
import { patientProxies, patients } from '../../server/db/schema/patients.ts'
import { openAddress } from '../../server/outbox/content.ts'
import { sealContact } from '../../server/patients/contact.ts'
import { proxyOf } from '../../server/patients/proxies.ts'
import { makeOrganisation, makePatient, makeStaff } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let organisationId: string
let manager: string
let stranger: string

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-02T08:00:00Z' })
  organisationId = await makeOrganisation(house)
  manager = await makeStaff(house, { organisationId, role: 'data-manager' })
  const elsewhere = await makeOrganisation(house, { name: 'Ziekenhuis De Linden' })
  stranger = await makeStaff(house, { organisationId: elsewhere, role: 'data-manager' })
})
afterAll(() => house.close())

const born = async (birthDate: string) => {
  const patientId = await makePatient(house, organisationId, { birthDate })
  const contact = sealContact(house.deps.seal, patientId, {
    email: `ouder-${patientId}@example.org`,
    phone: null,
  })
  await house.db.update(patients).set(contact).where(eq(patients.id, patientId))
  return patientId
}
const proxy = { name: 'Anna de Wit', relation: 'carer', untilOn: '2026-03-31', readsMail: true }
const put = (patientId: string, given: object = {}, by = manager) =>
  house.as(by).put(`/api/choices/${patientId}/proxy`, { ...proxy, ...given })
const read = async (patientId: string) => (await house.as(manager).get(`/api/choices/${patientId}`)).body

describe('who answers for a patient', () => {
  it('is named until a day; then is asked no more, and told so', async () => {
    const patientId = await born('1940-01-01')
    expect((await put(patientId)).status).toBe(200)
    expect(await read(patientId)).toMatchObject({ proxy })
    house.goTo('2026-03-31T21:00:00Z') // 23:00 on the last day
    expect(await endDueProxies(house.deps)).toBe(0)
    house.goTo('2026-03-31T22:30:00Z')
    expect(await endDueProxies(house.deps)).toBe(1)
    expect(await endDueProxies(house.deps)).toBe(0)
    expect(await proxyOf(house.db, patientId)).toBeNull()
    const [after] = await house.db.select().from(patients).where(eq(patients.id, patientId))
    expect(after).toMatchObject({ email: null, emailKey: null })
    const [mail] = await house.db.select().from(messages).where(eq(messages.kind, 'proxy-ended'))
    expect(mail).toMatchObject({ patientId: null })
    expect(openAddress(house.deps.seal, mail?.id ?? '', mail?.address ?? '')).toBe(
      `ouder-${patientId}@example.org`,
    )
    house.goTo('2026-03-02T08:00:00Z')
  })

  it('keeps the address where it is the patient’s own, and gives way to whoever is named next', async () => {
    const patientId = await born('1940-01-01')
    await put(patientId, { readsMail: false })
    await put(patientId, { readsMail: false, name: 'Bo de Wit' })
    expect(await house.db.$count(patientProxies, eq(patientProxies.patientId, patientId))).toBe(2)
    expect((await house.as(manager).delete(`/api/choices/${patientId}/proxy`)).status).toBe(200)
    expect((await house.as(manager).delete(`/api/choices/${patientId}/proxy`)).status).toBe(404)
    const [after] = await house.db.select().from(patients).where(eq(patients.id, patientId))
    expect(after?.email).not.toBeNull()
  })

  it('reads no mail any more once somebody else is named; the same person named again goes on doing so', async () => {
    const patientId = await born('1940-01-01')
    await put(patientId)
    await put(patientId, { untilOn: '2026-05-31', readsMail: false })
    expect(await read(patientId)).toMatchObject({ proxy: { untilOn: '2026-05-31', readsMail: true } })
    await put(patientId, { name: 'Bo de Wit', readsMail: false })
    expect(await read(patientId)).toMatchObject({ proxy: { name: 'Bo de Wit', readsMail: false } })
    const [after] = await house.db.select().from(patients).where(eq(patients.id, patientId))
    expect(after).toMatchObject({ email: null, emailKey: null })
    const told = await house.db.select().from(messages).where(eq(messages.kind, 'proxy-ended'))
    expect(told.map(({ id, address }) => openAddress(house.deps.seal, id, address ?? ''))).toContain(
      `ouder-${patientId}@example.org`,
    )
  })

  it('is not taken for the reader of an address that is said to be the patient’s own', async () => {
    const patientId = await born('1940-01-01')
    await put(patientId)
    const contact = { email: 'eigen@example.org', phone: null, prefersTexts: false, ofProxy: false }
    await house.as(manager).put(`/api/messages/patients/${patientId}/contact`, contact)
    await house.as(manager).delete(`/api/choices/${patientId}/proxy`)
    const [after] = await house.db.select().from(patients).where(eq(patients.id, patientId))
    expect(after?.email).not.toBeNull()
  })

  it('is a parent only until the age from which the organisation lets somebody alone', async () => {
    const child = await born('2010-06-15')
    expect((await put(child, { relation: 'parent', untilOn: '2028-01-01' })).body).toEqual({
      untilOn: '2026-06-14',
    })
    const grown = await born('2009-01-01')
    expect(await put(grown, { relation: 'parent' })).toMatchObject({
      status: 422,
      body: { code: 'parent_too_late' },
    })
  })

  it('is refused in words for a day that is over or too far, and for others’ patients', async () => {
    const patientId = await born('1940-01-01')
    expect(await put(patientId, { untilOn: '2026-03-01' })).toMatchObject({ body: { code: 'day_passed' } })
    expect(await put(patientId, { untilOn: '2031-03-03' })).toMatchObject({ body: { code: 'day_too_far' } })
    expect((await put(patientId, {}, stranger)).status).toBe(404)
    expect((await house.as(stranger).get(`/api/choices/${patientId}`)).status).toBe(404)
  })
})

it('staff record an objection by purpose and a consent to research for somebody who calls', async () => {
  const patientId = await born('1950-01-01')
  const say = (what: string, body: object) => house.as(manager).put(`/api/choices/${patientId}/${what}`, body)
  expect(await read(patientId)).toMatchObject({
    objections: { learning: null, registers: null },
    consentsSince: null,
  })
  await say('objection', { purpose: 'registers', objects: true })
  await say('research', { consents: true })
  expect(await read(patientId)).toMatchObject({
    objections: { learning: null, registers: '2026-03-02T08:00:00.000Z' },
    consentsSince: '2026-03-02T08:00:00.000Z',
  })
  await say('objection', { purpose: 'registers', objects: false })
  await say('research', { consents: false })
  expect(await read(patientId)).toMatchObject({
    objections: { learning: null, registers: null },
    consentsSince: null,
  })
})
