import { expect, it } from 'vitest'
import { whoActed } from '../../../web/staff/audit/who.ts'
import { words } from '../../../web/staff/audit/words.ts'

const said = (actorKind: string, actorName: string) => [
  whoActed({ actorKind, actorName }, words.nl),
  whoActed({ actorKind, actorName }, words.en),
]

it('says in words who answered, and shows no code as a name', () => {
  expect(said('patient', 'patient')).toEqual(['de patiënt', 'the patient'])
  expect(said('patient', 'proxy')).toEqual(['een naaste van de patiënt', 'a relative of the patient'])
  expect(said('patient', 'together')).toEqual(['de patiënt, met een naaste', 'the patient, with a relative'])
  expect(said('patient', '')).toEqual(['de patiënt', 'the patient'])
})

it('names colleagues and feeds by their name, the program as such, and takes nobody without a name for a patient', () => {
  expect(said('staff', 'Maaike Hoekstra')).toEqual(['Maaike Hoekstra', 'Maaike Hoekstra'])
  expect(said('service', 'Planning')).toEqual(['Planning', 'Planning'])
  expect(said('system', 'mail')).toEqual(['het programma zelf', 'the program itself'])
  expect(said('staff', '')).toEqual(['onbekend', 'unknown'])
})
