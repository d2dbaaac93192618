import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { type Between, readAppointments } from './appointments.ts'
import { readAsked } from './asked.ts'
import { askedForVisit, MAY_BE_DUE, moved } from './standing.ts'

/** Booked appointments, each with what it is about; with `who` only theirs. */
export async function readBooked(
  db: Tx,
  ctx: Ctx,
  between: Between,
  { who, zone }: { who: string | null; zone: string },
) {
  const booked = await readAppointments(db, ctx, between, who)
  const asked = await readAsked(db, {
    enrolmentIds: booked.map(({ enrolmentId }) => enrolmentId),
    appointmentIds: booked.map(({ id }) => id),
    from: moved(between.from, -MAY_BE_DUE.before),
    until: moved(between.until, MAY_BE_DUE.after),
  })
  return booked.map((one) => ({ ...one, asked: askedForVisit(asked.get(one.enrolmentId) ?? [], one, zone) }))
}
