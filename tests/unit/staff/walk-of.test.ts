import { expect, it } from 'vitest'
import type { ClinicRow, ResultRow } from '../../../core/consult/clinic-day.ts'
import { walkOf } from '../../../web/staff/patient/walk-of.ts'

const rows = (...ids: string[]) => ids.map((enrolmentId) => ({ enrolmentId }) as ClinicRow & ResultRow)
const day = { alerts: rows('late', 'second'), rows: rows('first', 'second', 'first'), late: rows('unbooked') }

it('counts the day’s appointments only, and still walks past alerts and results', () => {
  const { paths, at, appointments } = walkOf(day, 'first')
  expect(paths.map(({ enrolmentId }) => enrolmentId)).toEqual(['late', 'second', 'first', 'unbooked'])
  expect(at).toBe(2)
  expect(appointments).toEqual(['first', 'second'])
})

it('is nowhere for a patient who is not on the page, and before it is there', () => {
  expect(walkOf(day, 'somebody')).toMatchObject({ at: -1 })
  expect(walkOf(undefined, 'first')).toEqual({ paths: [], at: -1, appointments: [] })
})
