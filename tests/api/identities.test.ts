import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditEvents, auditSubjects } from '../../server/db/schema/audit.ts'
import { patientIdentities } from '../../server/db/schema/patients.ts'
import { makeOrganisation, makePatient, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

const ISSUER = {
  PATIENT_ISSUER: 'https://id.example.nl',
  PATIENT_CLIENT_ID: 'uitkomst',
  PATIENT_CLIENT_SECRET: 'a secret of this test',
}

type Place = Awaited<ReturnType<typeof makePlace>>
type Fed = { admissions: { patientId: string; notes: string[] }[] }

let house: House
let vaart: Place
let linden: Place

beforeAll(async () => {
  house = await openHouse({ env: ISSUER })
  vaart = await makePlace('De Vaart')
  linden = await makePlace('De Linden')
})
afterAll(() => house.close())

async function makePlace(name: string) {
  const organisationId = await makeOrganisation(house, { name })
  await makeTeam(house, organisationId)
  const manager = await makeStaff(house, { organisationId, role: 'data-manager' })
  let count = 0
  const feed = async (subject: string, number = 'P-1') => {
    count += 1
    const patient = { number, givenName: 'Wil', familyName: 'de Boer', birthDate: '1959-04-12', subject }
    const appointment = { number: `A-${count}`, startsAt: '2026-03-24T09:00', kind: 'intake', side: 'right' }
    const { status, body } = await house.as(manager).post('/api/appointments', { ...appointment, patient })
    expect(status).toBeLessThan(300)
    return body as Fed
  }
  return { organisationId, manager, feed }
}

const linksOf = (organisationId: string) =>
  house.db.select().from(patientIdentities).where(eq(patientIdentities.organisationId, organisationId))

it('a feed says as whom a new patient signs in, in each organisation for itself', async () => {
  const [here] = (await vaart.feed('sub-wil')).admissions
  const [there] = (await linden.feed('sub-wil')).admissions
  expect(here?.notes).not.toContain('identity-differs')
  expect(await linksOf(vaart.organisationId)).toMatchObject([{ patientId: here?.patientId }])
  expect(await linksOf(linden.organisationId)).toMatchObject([{ patientId: there?.patientId }])
  expect(JSON.stringify(await linksOf(vaart.organisationId))).not.toContain('sub-wil')
})

it('a feed links a known patient once, and never moves a link', async () => {
  const before = await linksOf(vaart.organisationId)
  expect((await vaart.feed('sub-wil')).admissions[0]?.notes).not.toContain('identity-differs')
  expect((await vaart.feed('sub-of-somebody-else')).admissions[0]?.notes).toContain('identity-differs')
  expect((await vaart.feed('sub-wil', 'P-2')).admissions[0]?.notes).toContain('identity-differs')
  expect(await linksOf(vaart.organisationId)).toEqual(before)
})

it('a data manager links and unlinks; one subject is one patient of an organisation', async () => {
  const patientId = await makePatient(house, vaart.organisationId)
  const other = await makePatient(house, vaart.organisationId)
  const at = (id: string) => `/api/identities/${id}`
  const manager = house.as(vaart.manager)
  expect((await manager.get(at(patientId))).body).toEqual({ provider: true, linkedAt: null })
  expect((await manager.put(at(patientId), { subject: ' sub-anna ' })).status).toBe(200)
  expect((await manager.put(at(patientId), { subject: 'sub-anna' })).status).toBe(200)
  expect((await manager.get(at(patientId))).body).toMatchObject({ linkedAt: '2026-03-02T08:00:00.000Z' })
  const taken = { status: 409, body: { code: 'identity_taken' } }
  expect(await manager.put(at(other), { subject: 'sub-anna' })).toMatchObject(taken)
  expect(await manager.put(at(patientId), { subject: 'sub-anna-2' })).toMatchObject(taken)
  expect((await manager.put(at(patientId), { subject: ' ' })).status).toBe(400)
  expect((await manager.delete(at(patientId))).status).toBe(200)
  expect((await manager.put(at(other), { subject: 'sub-anna' })).status).toBe(200)
  expect((await house.as(linden.manager).get(at(patientId))).status).toBe(404)
  expect((await house.as(linden.manager).put(at(patientId), { subject: 'mine' })).status).toBe(404)
})

it('who linked and unlinked is in the log of the patient', async () => {
  const patientId = await makePatient(house, vaart.organisationId)
  await house.as(vaart.manager).put(`/api/identities/${patientId}`, { subject: 'sub-log' })
  await house.as(vaart.manager).delete(`/api/identities/${patientId}`)
  const lines = await house.db
    .select({ type: auditEvents.type, actor: auditEvents.actorId })
    .from(auditEvents)
    .innerJoin(auditSubjects, eq(auditSubjects.eventId, auditEvents.id))
    .where(and(eq(auditSubjects.patientId, patientId), eq(auditEvents.actorId, vaart.manager)))
  expect(lines.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['patient.identity-linked', 'patient.identity-removed']),
  )
})

it('without a provider nothing can be linked, and the feed hears so', async () => {
  const bare = await openHouse()
  try {
    const organisationId = await makeOrganisation(bare)
    await makeTeam(bare, organisationId)
    const manager = await makeStaff(bare, { organisationId, role: 'data-manager' })
    const patientId = await makePatient(bare, organisationId)
    expect((await bare.as(manager).get(`/api/identities/${patientId}`)).body).toMatchObject({
      provider: false,
    })
    expect(await bare.as(manager).put(`/api/identities/${patientId}`, { subject: 'a' })).toMatchObject({
      status: 422,
      body: { code: 'no_identity_provider' },
    })
  } finally {
    await bare.close()
  }
})
