import { type createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, expect, it } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { staff } from '../../server/db/schema/staff.ts'
import { sendDue } from '../../server/messages/send-due.ts'
import { openBrowsing } from '../support/browsing.ts'
import { makePerson } from '../support/cohort.ts'
import { makeAppointment, makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { openHouse } from '../support/house.ts'
import { ask, follow, HERE, NOW, openLaunching } from '../support/launching.ts'
import { CLIENT_ID, PERSONNEL } from '../support/record-system.ts'

// What a record system is told of us, and we of it: keys, settings, and numbers of colleagues.

const pemOf = (key: ReturnType<typeof createPrivateKey>) =>
  key.export({ type: 'pkcs8', format: 'pem' }).toString()
const curve = (namedCurve: string) => pemOf(generateKeyPairSync('ec', { namedCurve }).privateKey)
const modulus = (modulusLength: number) => pemOf(generateKeyPairSync('rsa', { modulusLength }).privateKey)
const clientKey = curve('secp384r1')

const launching = await openLaunching(
  (iss) => [
    { name: 'EPD De Vaart', staffSystem: PERSONNEL, smart: { iss, clientId: CLIENT_ID, clientKey } },
    { name: 'EPD Linden', smart: { iss: 'https://linden.example', clientId: 'u', clientKey: modulus(2048) } },
  ],
  { isKeyed: true },
)
const { house, own, organisationId, browse, launchOf } = launching
afterAll(() => launching.close())

it('proves who asks by a key of its own, each time anew, and shows the public half alone', async () => {
  for (let time = 0; time < 2; time++) {
    const browser = browse()
    const { id } = await follow(browser, launchOf('p1'))
    expect((await ask(browser, id, `/api/clinic/patients/${own.patientId}`)).status).toBe(200)
  }
  const { keys } = (await (await house.app.request('/smart/keys')).json()) as { keys: object[] }
  expect(keys.map((key) => Object.keys(key).toSorted().join(' '))).toEqual([
    'alg crv kid kty use x y',
    'alg e kid kty n use',
  ])
  expect(keys).toMatchObject([{ alg: 'ES384' }, { alg: 'RS384' }])
})

it('is refused where its key is not the one that the record system knows', async () => {
  const strange = await openLaunching(
    (iss) => [
      { name: 'EPD', staffSystem: PERSONNEL, smart: { iss, clientId: CLIENT_ID, clientSecret: 'a secret' } },
    ],
    { isKeyed: true },
  )
  try {
    expect(await follow(strange.browse(), strange.launchOf('p1'))).toMatchObject({ id: '', status: 401 })
  } finally {
    await strange.close()
  }
})

it('wrong settings are told without what was written there', () => {
  const read = (value: unknown) =>
    readConfig({ RECORD_SYSTEMS: typeof value === 'string' ? value : JSON.stringify(value) })
  const smart = { iss: 'http://record.example/fhir', clientId: 'x', clientSecret: 'verysecretthing' }
  expect(() => read([{ name: 'A', smart }])).toThrow(/0\.smart\.iss.*https/)
  expect(() => read([{ name: 'A', smart }])).not.toThrow(/verysecretthing/)
  expect(() => read([{ name: 'A' }])).toThrow(/needs smart or link/)
  const keyed = (key: string, more: object = {}) =>
    read([{ name: 'A', smart: { iss: 'https://record.example', clientId: 'x', clientKey: key, ...more } }])
  expect(keyed(clientKey).RECORD_SYSTEMS).toHaveLength(1)
  expect(() => keyed(clientKey, { clientSecret: 'verysecretthing' })).toThrow(/and not both/)
  for (const wrong of [curve('prime256v1'), modulus(1024), clientKey.slice(0, 90)])
    expect(() => keyed(wrong)).toThrow(/0\.smart\.clientKey: must be a private key as PEM/)
  expect(() => read('no json')).toThrow(/RECORD_SYSTEMS/)
})

it('the number of a colleague in the record is written by an administrator, for one colleague, and not for oneself; who is spoken of is told', async () => {
  const administrator = await makeStaff(house, { organisationId, role: 'administrator', name: 'Ad Min' })
  const colleague = await makeStaff(house, { organisationId, role: 'analyst' })
  const set = (id: string, recordNumber: string | null) =>
    house.as(administrator).put(`/api/people/${id}/record-number`, { recordNumber })
  expect(await set(colleague, '5001')).toMatchObject({ status: 409, body: { code: 'number_taken' } })
  expect(await set(administrator, '5002')).toMatchObject({ status: 422, body: { code: 'own_number' } })
  expect((await set(colleague, '5002')).status).toBe(200)
  await sendDue(house.deps)
  expect(house.mails).toEqual([
    expect.objectContaining({
      to: `${colleague}@example.nl`,
      text: expect.stringMatching(/Ad Min vulde .* nummer 5002 heeft/) as unknown,
    }),
  ])
  const { body } = await house.as(administrator).get('/api/people')
  expect(body).toContainEqual(expect.objectContaining({ id: colleague, recordNumber: '5002' }))
  expect((await set(colleague, null)).status).toBe(200)
})

it('a demo has a made-up record system, and a real installation has none', async () => {
  const demo = await openHouse({ now: NOW, env: { DEMO: '1' } })
  try {
    const place = { organisationId: await makeOrganisation(demo), teamId: '' }
    place.teamId = await makeTeam(demo, place.organisationId)
    const clinicianId = await makeStaff(demo, { ...place, role: 'clinician' })
    await demo.db.update(staff).set({ recordNumber: 'P-1' }).where(eq(staff.id, clinicianId))
    const person = await makePerson(demo, place, { patient: { givenName: 'Bea' } })
    await makeAppointment(demo, { ...place, ...person, clinicianId, startsAt: '2026-03-20T13:00:00.000Z' })
    const browser = openBrowsing({ [HERE]: (url, init) => demo.app.request(url.slice(HERE.length), init) })
    const list = await browser.go(`${HERE}/demo/record`)
    expect(list.text).toContain('Open Bea van der Ploeg in Uitkomst')
    const there = await browser.post(`${HERE}/demo/record`, { patient: person.patientId })
    const id = /\/staff\/launched\/(lau_\w+)$/.exec(there.url)?.[1] ?? ''
    expect(await ask(browser, id, `/api/clinic/patients/${person.patientId}`)).toMatchObject({ status: 200 })
    const other = await browser.post(`${HERE}/demo/record`, { patient: 'pat_other' })
    expect(other.status).toBe(404)
  } finally {
    await demo.close()
  }
  expect((await house.app.request('/demo/record')).status).toBe(404)
})
