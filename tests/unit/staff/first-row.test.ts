import { expect, it } from 'vitest'
import { firstWithWork } from '../../../web/staff/clinic/first-row.ts'

const now = '2026-03-18T10:00:00.000Z'
const alert = (respondBy: string) => ({ alerts: [{ respondBy }] })
const row = (hour: string, next: 'none' | 'look-why' | 'open' | 'record-discussed') => ({
  startsAt: `2026-03-18T${hour}:00:00.000Z`,
  next,
})
const calm = alert('2026-03-19T10:00:00.000Z')
const overdue = alert('2026-03-17T10:00:00.000Z')

it('begins at an overdue alert, else at the next patient for whom something can be done', () => {
  const rows = [row('08', 'record-discussed'), row('11', 'look-why'), row('12', 'open')]
  expect(firstWithWork({ now, alerts: [overdue, calm], rows, late: [] })).toBe(0)
  expect(firstWithWork({ now, alerts: [calm], rows, late: [] })).toBe(3)
  expect(firstWithWork({ now, alerts: [calm], rows: rows.slice(0, 2), late: [] })).toBe(0)
  expect(firstWithWork({ now, alerts: [], rows: rows.slice(0, 2), late: [] })).toBe(0)
})

it('looks why nobody answered only when nothing else is to be done', () => {
  const rows = [row('08', 'none'), row('09', 'look-why')]
  expect(firstWithWork({ now, alerts: [], rows, late: [row('07', 'open')] })).toBe(2)
  expect(firstWithWork({ now, alerts: [], rows, late: [] })).toBe(1)
  expect(firstWithWork({ now, alerts: [], rows: [], late: [] })).toBe(0)
})
