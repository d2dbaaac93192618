import { inArray } from 'drizzle-orm'
import type { ClinicDay } from '../../core/consult/clinic-day.ts'
import { localDate, midnight, moveDate } from '../../core/time/dates.ts'
import { soonAfter } from '../assessments/talk-to-come.ts'
import { recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { teams } from '../db/schema/organisations.ts'
import type { Deps } from '../deps.ts'
import { canSignIn } from '../patients/issuer.ts'
import { readClinicians } from './appointments.ts'
import { readBooked } from './booked.ts'
import { describeLists } from './lists.ts'
import { readAlarmed, readUnbooked } from './results.ts'
import { zoneOf } from './zone.ts'

/** How far back an answer without an appointment is still news. */
const LATE_FOR = '-P30D'

/** A day (ISO date; today where none is given) and by whom: a clinician, 'all', or whoever asks where they see patients. */
type Wanted = { day?: string | undefined; who?: string | undefined }

/**
 * The clinic of one day of the caller's teams; and, whatever the day, their open alerts and the answers without an
 * appointment.
 */
export async function readClinicDay(deps: Deps, ctx: Ctx, wanted: Wanted): Promise<ClinicDay> {
  const { db } = deps
  const now = deps.now().toISOString()
  const zone = await zoneOf(db, ctx)
  const today = localDate(now, zone)
  const day = wanted.day ?? today
  const between = { from: midnight(day, zone), until: midnight(moveDate(day, 'P1D'), zone) }
  const clinicians = await readClinicians(db, ctx, between)
  const who = whoseOf(wanted.who, clinicians, ctx)
  const [booked, alarms, unbooked, ofTeams] = await Promise.all([
    readBooked(db, ctx, between, { who, zone }),
    readAlarmed(db, ctx),
    readUnbooked(db, ctx, { from: midnight(moveDate(today, LATE_FOR), zone), until: soonAfter(now, zone) }),
    db
      .select({ id: teams.id, name: teams.name })
      .from(teams)
      .where(inArray(teams.id, [...ctx.teamIds])),
  ])
  const lists = await describeLists(deps, { now, today, zone }, { booked, ...alarms, unbooked })
  await recordRead(deps, ctx, {
    type: 'clinic.read',
    patients: [...lists.alerts, ...lists.rows, ...lists.late].map(({ patient }) => patient.id),
    detail: { day },
  })
  return {
    day,
    now,
    who,
    clinicians,
    teams: ofTeams,
    readable: canSignIn(deps.config),
    openAlerts: alarms.openAlerts,
    ...lists,
  }
}

/** Whose appointments: those asked for; else one's own, for who sees patients that day; else everybody's (null). */
function whoseOf(wanted: string | undefined, clinicians: readonly { id: string }[], { actor }: Ctx) {
  if (wanted === 'all') return null
  if (wanted !== undefined) return wanted
  return clinicians.some(({ id }) => id === actor.id) ? actor.id : null
}
