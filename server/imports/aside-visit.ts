import { and, eq, inArray } from 'drizzle-orm'
import type { AppointmentMessage } from '../../core/feeds/appointment-message.ts'
import { localDate } from '../../core/time/dates.ts'
import { type Language, say } from '../../core/words.ts'
import { questionId } from '../acts/admit/same-day-questions.ts'
import type { Directory } from '../appointments/directory.ts'
import { findKind } from '../appointments/named.ts'
import { toInstant } from '../appointments/resolve.ts'
import type { Tx } from '../db/database.ts'
import { appointments } from '../db/schema/care.ts'

/** The appointment that a message is about, in words; `thatDay`: instants of others of its kind that day, where that is the question. */
export type AsideVisit = {
  number: string
  startsAt: string
  kind: string
  team: string
  side: string | null
  thatDay: string[]
}
type Waiting = { id: string; reason: string; patientId: string | null; message: AppointmentMessage | null }

/** By the ids of what waits. */
export async function asideVisits(
  db: Tx,
  directory: Directory,
  waiting: readonly Waiting[],
  language: Language,
): Promise<ReadonlyMap<string, AsideVisit>> {
  const asked = waiting.filter(({ reason }) => reason === 'same-day')
  const booked = await bookedOf(
    db,
    asked.flatMap(({ patientId }) => patientId ?? []),
  )
  return new Map(
    waiting.flatMap(({ id, reason, patientId, message }) => {
      if (!message) return []
      const { number, startsAt, side = null } = message
      const { team, kind, kindId } = namesOf(message, directory, language)
      const on = localDate(toInstant(startsAt, directory.zone), directory.zone)
      const thatDay = booked.filter(
        (one) =>
          reason === 'same-day' &&
          one.patientId === patientId &&
          questionId(one.id) !== id &&
          one.kind === kindId &&
          localDate(one.startsAt, directory.zone) === on,
      )
      const others = thatDay.map((one) => one.startsAt).toSorted()
      return [[id, { number, startsAt, kind, team, side, thatDay: others }] as const]
    }),
  )
}

function namesOf(message: AppointmentMessage, { teams }: Directory, language: Language) {
  const team = teams.find(({ id }) => id === message.team)
  const kinds = team?.version?.set.appointmentKinds ?? []
  const kindId = findKind(kinds, message)
  const kind = kinds.find(({ id }) => id === kindId)
  return {
    team: team?.name ?? message.team ?? '',
    kind: kind ? say(kind.title, language) : message.kind,
    kindId,
  }
}

async function bookedOf(db: Tx, patientIds: readonly string[]) {
  if (patientIds.length === 0) return []
  const { id, patientId, kind, startsAt, status } = appointments
  return db
    .select({ id, patientId, kind, startsAt })
    .from(appointments)
    .where(and(inArray(patientId, [...patientIds]), eq(status, 'booked')))
}
