import { eq, like } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FeedRules } from '../../core/feeds/feed-rules.ts'
import { forgetBsns, resealBsns } from '../../server/commands/bsn.ts'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { patientBsns, patients, quarantine } from '../../server/db/schema/patients.ts'
import { BSN, BSN_KEY, openNumbered } from '../support/numbered-house.ts'

const { house, organisationId, manager, hl7, fhir, csv, kept } = await openNumbered()
afterAll(() => house.close())

/** Three patients who have a number, and three messages that wait with theirs. */
beforeAll(async () => {
  await hl7({ bsn: BSN.hl7 })
  await fhir(BSN.json)
  await csv('12345672')
  await hl7({ bsn: BSN.hl7, name: 'Anders^Iemand' })
  await hl7({ bsn: BSN.json, number: '4720', code: 'HART' })
  await csv(BSN.hl7, { name: 'Peter' })
})

const ask = (as = manager) => house.as(as)
const idOf = async (givenName: string) => (await kept(givenName))?.patientId ?? ''

it('a data manager sees its last digits, all of it on request, and verifies it; another number is not verified', async () => {
  const path = `/api/bsn/${await idOf('Wil')}`
  const { body: state } = await ask().get(path)
  expect(state).toMatchObject({ keeps: true, masked: '••••••120', locked: false, verified: null })
  const seen = (state as { which: string }).which
  const verify = (at: string) => ask().put(`${path}/verified`, { reason: 'Paspoort gezien', seen: at })
  expect((await ask().post(`${path}/shown`)).body).toEqual({ bsn: BSN.hl7 })
  const naming = { reason: `Klopt: ${BSN.hl7.slice(0, 4)} ${BSN.hl7.slice(4)}`, seen }
  expect((await ask().put(`${path}/verified`, naming)).body).toMatchObject({ code: 'bsn_in_reason' })
  expect((await verify('another')).body).toMatchObject({ code: 'bsn_changed' })
  expect((await verify(seen)).status).toBe(200)
  expect((await ask().get(path)).body).toMatchObject({ verified: { reason: 'Paspoort gezien' } })
  await hl7({ bsn: BSN.hl7, at: '20260302' })
  expect(await kept('Wil')).toMatchObject({ verifiedBy: manager })
  await hl7({ bsn: BSN.other, at: '20260301', visit: 'late' }) // sent before, and came after
  expect(await kept('Wil')).toMatchObject({ bsn: BSN.hl7, verifiedBy: manager })
  const looks = await house.db.select().from(auditEvents).where(like(auditEvents.type, 'patient.bsn-%'))
  const types = looks.filter(({ actorId }) => actorId === manager).map(({ type }) => type)
  expect(types).toEqual(
    expect.arrayContaining(['patient.bsn-read', 'patient.bsn-shown', 'patient.bsn-verified']),
  )
  await hl7({ bsn: BSN.other, at: '20260302' })
  expect(await kept('Wil')).toMatchObject({ bsn: BSN.other, verifiedAt: null, verifiedReason: null })
})

it('a number is verified by its source only where a rule of the feed says so', async () => {
  const { body } = await ask().get('/api/feeds')
  const { rules } = body as { rules: { content: FeedRules; version: number } }
  const content = { ...rules.content, verifiesBsn: ['hl7'] }
  expect((await ask().put('/api/feeds/rules', { content, version: rules.version })).status).toBe(200)
  await hl7({ bsn: BSN.other, at: '20260302' })
  expect(await kept('Wil')).toMatchObject({ verifiedBy: null, verifiedReason: 'hl7' })
  await fhir(BSN.fhir)
  expect(await kept('Ada')).toMatchObject({ bsn: BSN.fhir, verifiedAt: null })
})

it('a row that was copied to another patient does not open, and under another key it is locked', async () => {
  const [wil, jan] = [await kept('Wil'), await kept('Jan')]
  const { sealed, keyId } = wil ?? {}
  if (!wil || !sealed || !keyId || !jan) throw new Error('both have a number')
  const theirs = eq(patientBsns.patientId, jan.patientId)
  await house.db.update(patientBsns).set({ sealed }).where(theirs)
  expect((await ask().get(`/api/bsn/${jan.patientId}`)).body).toMatchObject({ masked: null, locked: true })
  const unseen = { reason: 'Paspoort gezien', seen: jan.finder }
  expect((await ask().put(`/api/bsn/${jan.patientId}/verified`, unseen)).status).toBe(404)
  Object.assign(house.deps.config, { BSN_KEY: `${'d'.repeat(43)} ${BSN_KEY}` })
  expect(await resealBsns(house.deps)).toEqual({ resealed: 2 + 3, locked: 1 })
  Object.assign(house.deps.config, { BSN_KEY: `${BSN_KEY} ${'d'.repeat(43)}` })
  await resealBsns(house.deps)
  await house.db.update(patientBsns).set({ sealed: jan.sealed }).where(theirs)
  Object.assign(house.deps.config, { BSN_KEY: 'c'.repeat(43) })
  const path = `/api/bsn/${wil.patientId}`
  expect((await ask().get(path)).body).toMatchObject({ keeps: true, masked: null, locked: true })
  expect((await ask().post(`${path}/shown`)).status).toBe(404)
  Object.assign(house.deps.config, { BSN_KEY })
})

it('two patients with one number are shown as a possible double, and nothing is merged', async () => {
  await hl7({ bsn: BSN.csv, number: '4730', name: 'Bos^Johan' })
  await fhir(BSN.wrong)
  const { body } = await ask().get('/api/quarantine')
  const { bsn } = body as { bsn: Record<'doubles' | 'wrong', unknown[]> }
  expect(
    bsn.doubles.map((group) => (group as { givenName: string }[]).map((one) => one.givenName).toSorted()),
  ).toEqual([['Jan', 'Johan']])
  expect((await ask().get('/api/imports?kind=patients')).body).toMatchObject({ waiting: 3 + 1 + 1 })
  expect(bsn.wrong).toMatchObject([{ givenName: 'Ada', numbers: ['4712'] }])
})

it('another key takes over; a number goes with its patient, and all of them when an organisation keeps none any more', async () => {
  const before = await kept('Wil')
  const newest = 'c'.repeat(43)
  Object.assign(house.deps.config, { BSN_KEY: newest })
  expect(await resealBsns(house.deps)).toEqual({ resealed: 0, locked: 4 + 3 })
  Object.assign(house.deps.config, { BSN_KEY: `${newest} ${BSN_KEY}` })
  expect(await resealBsns(house.deps)).toEqual({ resealed: 4 + 3, locked: 0 })
  Object.assign(house.deps.config, { BSN_KEY: newest })
  const after = await kept('Wil')
  expect(after).toMatchObject({ bsn: before?.bsn, toldAt: before?.toldAt })
  expect(after?.finder).not.toBe(before?.finder)
  const { body } = await ask().get('/api/quarantine')
  expect((body as { bsn: { doubles: unknown[] } }).bsn.doubles).toHaveLength(1)
  const jan = eq(patientBsns.patientId, await idOf('Jan'))
  await house.db.update(quarantine).set({ patientId: null })
  await house.db.delete(patients).where(eq(patients.givenName, 'Jan'))
  expect(await house.db.$count(patientBsns, jan)).toBe(0)
  expect(await forgetBsns(house.deps, organisationId)).toBe(3 + 3)
  expect(await house.db.$count(patientBsns)).toBe(0)
})
