import { eq } from 'drizzle-orm'
import { daysAhead, type Expected, isEve, isWorthTelling, tallyOf } from '../../core/mail/clinic-eve.ts'
import { isAnswerable, statusOf } from '../../core/schedule/assessment-status.ts'
import { localDate, midnight, moveDate } from '../../core/time/dates.ts'
import { systemCtx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { organisations, teams } from '../db/schema/organisations.ts'
import type { Deps } from '../deps.ts'
import { type ClinicNotice, enqueueClinicNotices } from '../outbox/clinic-notice.ts'
import { readBooked } from './booked.ts'

type House = typeof organisations.$inferSelect
type Visit = Awaited<ReturnType<typeof readBooked>>[number]
type Works = Pick<Deps, 'db' | 'now' | 'newId' | 'seal' | 'config'>

/**
 * In the afternoon, mails each clinician how many patients the next clinic brings and how many of them answered.
 * `told` holds the day on which each organisation was done; forgotten, nobody is mailed twice: a message is of one
 * clinician and one day.
 */
export async function tellClinicians(deps: Works, told: Map<string, string> = new Map()): Promise<void> {
  const now = deps.now().toISOString()
  for (const house of await deps.db.select().from(organisations)) {
    const today = localDate(now, house.timeZone)
    if (told.get(house.id) === today || !isEve(house, now)) continue
    await enqueueClinicNotices(deps.db, deps, house.id, await noticesOf(deps.db, house, now))
    told.set(house.id, today)
  }
}

async function noticesOf(db: Tx, { id, timeZone, quietDays }: House, now: string): Promise<ClinicNotice[]> {
  const { from, to } = daysAhead(localDate(now, timeZone), quietDays)
  const between = { from: midnight(from, timeZone), until: midnight(moveDate(to, 'P1D'), timeZone) }
  const ofHouse = await db.select({ id: teams.id }).from(teams).where(eq(teams.organisationId, id))
  const ctx = { ...systemCtx(id, 'clinic-eve'), teamIds: ofHouse.map((team) => team.id) }
  const booked = await readBooked(db, ctx, between, { who: null, zone: timeZone })
  const clinics = Map.groupBy(
    booked.filter(({ clinicianId }) => clinicianId !== null),
    ({ clinicianId, startsAt }) => `${clinicianId} ${localDate(startsAt, timeZone)}`,
  )
  return [...clinics].flatMap(([key, visits]) => {
    const [staffId = '', day = ''] = key.split(' ')
    const tally = tallyOf(visits.map((visit) => expectedOf(visit, now)))
    return isWorthTelling(tally) ? [{ staffId, day, ...tally }] : []
  })
}

/** What can still be answered must be so at the visit, too. */
function expectedOf({ patient, asked, startsAt }: Visit, now: string): Expected {
  const patientId = patient.id
  if (!asked) return { patientId, isAnswered: false, isOpen: false }
  const { assessment, response } = asked
  return {
    patientId,
    isAnswered: Boolean(response?.submittedAt),
    isOpen: isAnswerable(statusOf(assessment, response, now)) && assessment.closesAt > startsAt,
  }
}
