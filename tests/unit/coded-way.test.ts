import { expect, test } from 'vitest'
import { codedWay } from '../../core/feeds/coded-way.ts'
import { draftOf } from '../../server/fhir/read-appointment.ts'
import type { FhirAppointment } from '../../server/fhir/shapes.ts'
import { appointmentShape } from '../../server/fhir/shapes.ts'
import { readHl7 } from '../../server/mllp/message.ts'
import { appointmentIn } from '../../server/mllp/read-schedule.ts'

const mode = 'http://terminology.hl7.org/CodeSystem/v3-ParticipationMode'

test('a code of which one way follows says how somebody is met; anything else says nothing', () => {
  expect(codedWay([{ code: 'KNIE' }, { system: mode, code: 'VIDEOCONF' }])).toBe('video')
  expect(codedWay([{ system: mode, code: 'PHYSICAL' }])).toBe('visit')
  expect(codedWay([{ system: 'urn:oid:2.16.840.1.113883.5.1064', code: 'PHONE' }])).toBe('phone')
  expect(codedWay([{ system: 'http://hl7.org/fhir/v3/ParticipationMode', code: 'FACE' }])).toBe('visit')
  expect(codedWay([{ code: 'PHONE' }])).toBeUndefined()
  expect(
    codedWay([
      { system: mode, code: 'PHONE' },
      { system: mode, code: 'FACE' },
    ]),
  ).toBeUndefined()
})

test('an appointment of FHIR or HL7v2 tells that somebody is called', () => {
  const appointment: FhirAppointment = appointmentShape.parse({
    resourceType: 'Appointment',
    id: 'a1',
    status: 'booked',
    serviceType: [{ text: 'KNIE' }],
    appointmentType: { coding: [{ system: 'http://snomed.info/sct', code: '185317003' }] },
    participant: [],
  })
  const { message } = draftOf(
    appointment,
    'Appointment',
    () => undefined,
    () => true,
  )
  expect(message).toMatchObject({ kind: 'KNIE', way: 'phone' })

  const siu = (type: string) =>
    readHl7(
      Buffer.from(
        `MSH|^~\\&|ZIS|MST|UITKOMST|MST|20260301||SIU^S12|1|P|2.5\rSCH|A-1|||||||${type}\rAIS|1||KNIE^Knie`,
      ),
    )
  const called = siu('185317003^Telephone encounter^SCT')
  expect(called && appointmentIn(called, 'S12', 'Europe/Amsterdam')).toMatchObject({ way: 'phone' })
  const seen = siu('TEL^Bellen^L^VIDEOCONF^Video^ParticipationMode')
  expect(seen && appointmentIn(seen, 'S12', 'Europe/Amsterdam')).toMatchObject({ kind: 'KNIE', way: 'video' })
  const plain = siu('TEL^Bellen^L')
  expect(plain && appointmentIn(plain, 'S12', 'Europe/Amsterdam')).not.toHaveProperty('way')
})
