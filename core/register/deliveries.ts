import { moveDate } from '../time/dates.ts'
import { type Months, monthOf, moveMonth, quarterOf } from '../time/months.ts'
import type { Register } from './shape.ts'

/** What closes in one quarter ('2026-Q3') or year ('2026') goes to a register together; `deadline` is the last day for it. */
export type Delivery = { id: string; from: string; to: string; deadline: string }

type Rhythm = Pick<Register, 'delivery'>

/** The delivery in which a day falls. */
export function deliveryOn({ delivery: { every, within } }: Rhythm, date: string): Delivery {
  const { from, to } = every === 'year' ? yearOf(date) : quarterMonths(date)
  const [first, last] = [`${from}-01`, moveDate(`${moveMonth(to, 1)}-01`, '-P1D')]
  return {
    id: every === 'year' ? date.slice(0, 4) : quarterOf(date),
    from: first,
    to: last,
    deadline: moveDate(last, within),
  }
}

const yearOf = (date: string): Months => ({ from: `${date.slice(0, 4)}-01`, to: `${date.slice(0, 4)}-12` })

function quarterMonths(date: string): Months {
  const month = monthOf(date)
  const from = moveMonth(month, -((Number(month.slice(5)) - 1) % 3))
  return { from, to: moveMonth(from, 2) }
}

/** A year of deliveries, the running one first, and longer back while one of them can still be sent. */
export function deliveriesOf(rhythm: Rhythm, today: string): Delivery[] {
  const yearAgo = moveDate(today, '-P1Y')
  const found = [deliveryOn(rhythm, today)]
  for (;;) {
    const last = found.at(-1)
    const before = last && deliveryOn(rhythm, moveDate(last.from, '-P1D'))
    if (!before || (before.to < yearAgo && before.deadline < today)) return found
    found.push(before)
  }
}

/** The one that is to be sent next: the oldest of which the deadline has not passed. */
export const nextDelivery = (deliveries: readonly Delivery[], today: string): Delivery | undefined =>
  deliveries.findLast(({ deadline }) => deadline >= today)
