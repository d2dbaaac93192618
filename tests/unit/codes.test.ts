import { expect, test } from 'vitest'
import { notACodeOf } from '../../core/codes/systems.ts'

const isCode = (system: string, code: string) => notACodeOf({ system, code }) === undefined

test('a code is written as its system writes it, whatever the system is called', () => {
  expect(['M16', 'm16.1', 'M161', 'C50.911'].every((code) => isCode('icd-10', code))).toBe(true)
  expect(['M1', 'M16-', 'duim!!', '16M'].some((code) => isCode('I10', code))).toBe(false)
  expect(['L', 'L04', 'L04AB02'].every((code) => isCode('atc', code))).toBe(true)
  expect(['L4', 'L04AB2'].some((code) => isCode('W1', code))).toBe(false)
  expect(isCode('icpc-1', 'L89.01') && !isCode('icpc-1', 'L891')).toBe(true)
  expect(isCode('of a register', 'whatever')).toBe(true)
})

// Check digits as published with the systems: a digit changed, or two that changed places, is no code.
test.each([
  ['snomed', '239873007', ['239873008', '239837007', '73211', '0239873007']],
  ['http://snomed.info/sct', '73211009', ['73211008', '37211009']],
  ['http://loinc.org', '44261-6', ['44261-5', '44216-6', '442616']],
])('in %s one slip of the hand in %s is seen', (system, code, mistyped) => {
  expect(isCode(system, code)).toBe(true)
  expect(mistyped.filter((one) => isCode(system, one))).toEqual([])
})
