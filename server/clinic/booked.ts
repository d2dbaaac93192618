import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { type Between, readAppointment, readAppointments } from './appointments.ts'
import { type Asked, readAsked } from './asked.ts'
import { askedForVisit, MAY_BE_DUE, moved } from './standing.ts'

/** Booked appointments, each with what it is about; with `who` only theirs. */
export async function readBooked(
  db: Tx,
  ctx: Ctx,
  between: Between,
  { who, zone }: { who: string | null; zone: string },
) {
  return withAsked(db, await readAppointments(db, ctx, between, who), between, zone)
}

/** One of them, whatever its day; undefined for one that is not the caller's. */
export async function readOneBooked(db: Tx, ctx: Ctx, id: string, zone: string) {
  const found = await readAppointment(db, ctx, id)
  const at = found[0]?.startsAt ?? ''
  return (await withAsked(db, found, { from: at, until: at }, zone))[0]
}

async function withAsked(
  db: Tx,
  booked: Awaited<ReturnType<typeof readAppointments>>,
  between: Between,
  zone: string,
) {
  if (booked.length === 0) return []
  const asked = await readAsked(db, {
    enrolmentIds: booked.map(({ enrolmentId }) => enrolmentId),
    appointmentIds: booked.map(({ id }) => id),
    from: moved(between.from, -MAY_BE_DUE.before),
    until: moved(between.until, MAY_BE_DUE.after),
  })
  return booked.map((one) => {
    const around = asked.get(one.enrolmentId) ?? []
    return { ...one, asked: askedForVisit(around, one, zone), recent: recentOf(around, one) }
  })
}

/** What was answered in the weeks before a visit, the newest last; what was planned for another visit is not about this one. */
function recentOf(around: readonly Asked[], { id, startsAt }: { id: string; startsAt: string }) {
  const since = moved(startsAt, -MAY_BE_DUE.before)
  return around
    .flatMap(({ assessment, response }) =>
      response?.submittedAt && response.submittedAt >= since && response.submittedAt < startsAt
        ? [{ ...response, at: response.submittedAt, appointmentId: assessment.appointmentId }]
        : [],
    )
    .filter(({ appointmentId }) => appointmentId === null || appointmentId === id)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
}
