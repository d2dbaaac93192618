import { expect, it } from 'vitest'
import { maskedBsn, readBsn, toldBsn } from '../../core/patients/bsn.ts'
import { readConfig } from '../../server/config.ts'
import { numberOf, personOf } from '../../server/fhir/read-patient.ts'
import { patientShape } from '../../server/fhir/shapes.ts'
import { bsnKeeper } from '../../server/patients/bsn-keeper.ts'

it('a citizen service number has eight or nine digits and passes the eleven test; a lost zero comes back', () => {
  expect(readBsn('999911120')).toBe('999911120')
  expect(readBsn(' 9999.11.120 ')).toBe('999911120')
  expect(readBsn('012345672')).toBe('012345672')
  expect(readBsn('12345672')).toBe('012345672')
  for (const wrong of ['999911121', '000000000', '1234567', '9999111200', '99991112X', ''])
    expect(readBsn(wrong), wrong).toBeNull()
  expect(maskedBsn('999911120')).toBe('••••••120')
})

it('what a feed sends as a number and is none is dropped; what is empty was not sent', () => {
  expect(toldBsn('999911120')).toEqual({ bsn: '999911120' })
  expect(toldBsn('999911121')).toEqual({ bsnFault: 'wrong' })
  expect(toldBsn(' ')).toEqual({})
  expect(toldBsn(undefined)).toEqual({})
})

it('a number in FHIR is a citizen service number however its system is written, and nobody’s patient number', () => {
  const oid = '2.16.840.1.113883.2.4.6.3'
  const kind = { coding: [{ code: 'NNNLD' }] }
  const ways = [
    'http://fhir.nl/fhir/NamingSystem/bsn',
    'https://fhir.nl/fhir/NamingSystem/bsn/',
    ' NLMINBIZA',
    oid,
    `urn:oid:${oid}`,
    `URN:OID:${oid} `,
  ]
  const identifiers = [
    ...ways.map((system) => ({ system, value: '999911120' })),
    { type: kind, value: '999911120' },
  ]
  for (const one of identifiers) {
    const patient = patientShape.parse({ resourceType: 'Patient', identifier: [one] })
    const told = personOf(patient, { today: '2026-03-02', zone: 'Europe/Amsterdam' })
    expect(told, JSON.stringify(one)).toMatchObject({ bsn: '999911120' })
    expect(told).not.toHaveProperty('number')
  }
  expect(numberOf([{ system: `${oid}.1`, value: '4711' }])).toMatchObject({ number: '4711' })
})

const [OLD, NEW] = [Buffer.alloc(32, 'a').toString('base64'), Buffer.alloc(32, 'b').toString('base64')]
const keeper = (BSN_KEY = OLD, organisationId = 'org_1') => {
  const made = bsnKeeper(readConfig({ BSN_KEY, BSN_ORGANISATIONS: 'org_1 org_2' }), organisationId)
  if (!made) throw new Error('no keeper')
  return made
}

it('a sealed number opens for its own patient, in its own organisation, under a key that is set', () => {
  const closed = keeper().close('pat_1', '999911120')
  expect(JSON.stringify(closed)).not.toContain('999911120')
  expect(keeper().open('pat_1', closed)).toBe('999911120')
  expect(keeper().open('pat_2', closed)).toBeNull()
  expect(keeper(OLD, 'org_2').open('pat_1', closed)).toBeNull()
  expect(keeper(NEW).open('pat_1', closed)).toBeNull()
  expect(keeper(`${NEW} ${OLD}`).open('pat_1', closed)).toBe('999911120')
  expect(keeper(`${NEW} ${OLD}`).findersOf('999911120')).toContain(closed.finder)
  expect(keeper(OLD, 'org_2').findersOf('999911120')).not.toContain(closed.finder)
})

it('no number is kept without a key, or by an organisation that is not named; a malformed key stops the start', () => {
  expect(bsnKeeper(readConfig({}), 'org_1')).toBeNull()
  expect(bsnKeeper(readConfig({ BSN_KEY: OLD, BSN_ORGANISATIONS: 'org_2' }), 'org_1')).toBeNull()
  for (const BSN_KEY of ['short', `${OLD},${NEW}`, `${OLD} `])
    expect(() => readConfig({ BSN_KEY }), BSN_KEY).toThrow(/BSN_KEY: must be 32 bytes as base64/)
})
