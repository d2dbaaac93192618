import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { AppointmentMessage, PersonMessage } from '../../core/appointment-message.ts'
import { openMessage } from '../acts/aside-message.ts'
import { isOfPerson, openPerson } from '../acts/aside-person.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { teams } from '../db/schema/organisations.ts'
import { patients, quarantine } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'

type Person = { givenName: string; familyName: string; birthDate: string; sex: string }
export type Aside = {
  id: string
  reason: string
  source: string
  receivedAt: string
  /** Null for news of a person that came by itself. */
  appointment: { number: string; startsAt: string; kind: string; team: string; side: string | null } | null
  patientNumber: string
  /** With the day of a death that it tells of. */
  theirs: Person & { deceasedOn: string | null }
  /** Whom it clashed with; null where the person is not known here. */
  ours: (Person & { id: string }) | null
}

const MOST = 200

/** Messages that wait for a human decision, oldest first, at most 200, and how many there are. */
export async function openAsides(
  { db, seal }: Pick<Deps, 'db' | 'seal'>,
  ctx: Ctx,
): Promise<{ asides: Aside[]; total: number }> {
  const rows = await db
    .select({ aside: quarantine, patient: patients })
    .from(quarantine)
    .leftJoin(patients, eq(patients.id, quarantine.patientId))
    .where(isOpen(ctx))
    .orderBy(asc(quarantine.receivedAt), asc(quarantine.id))
    .limit(MOST)
  const total = rows.length < MOST ? rows.length : await countAsides(db, ctx)
  const read = rows.map((row) => ({ ...row, ...toldBy(seal, row.aside) }))
  const names = await teamNames(
    db,
    read.flatMap(({ message }) => message?.team ?? []),
  )
  return {
    total,
    asides: read.map(({ aside, patient, person, message }) =>
      sideBySide(aside, patient, person, message && placeOf(message, names)),
    ),
  }
}

/** How many messages wait for a human decision. */
export const countAsides = (db: Tx, ctx: Ctx): Promise<number> => db.$count(quarantine, isOpen(ctx))

const isOpen = (ctx: Ctx) =>
  and(eq(quarantine.organisationId, ctx.organisationId), isNull(quarantine.resolvedAt))

async function teamNames(db: Tx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.select({ id: teams.id, name: teams.name }).from(teams).where(inArray(teams.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

type Told = { person: PersonMessage; message: AppointmentMessage | null }

function toldBy(seal: Deps['seal'], { id, message: stored }: typeof quarantine.$inferSelect): Told {
  if (isOfPerson(stored)) return { person: openPerson(seal, id, stored), message: null }
  const message = openMessage(seal, id, stored)
  return { person: message.patient, message }
}

function placeOf(message: AppointmentMessage, names: Map<string, string>) {
  const { number, startsAt, kind, team = '', side = null } = message
  return { number, startsAt, kind, team: names.get(team) ?? team, side }
}

function sideBySide(
  { id, reason, source, receivedAt }: typeof quarantine.$inferSelect,
  patient: typeof patients.$inferSelect | null,
  person: PersonMessage,
  appointment: Aside['appointment'],
): Aside {
  return {
    id,
    reason,
    source,
    receivedAt,
    appointment,
    patientNumber: person.number,
    theirs: { ...personOf(person), deceasedOn: person.deceasedOn ?? null },
    ours: patient && { id: patient.id, ...personOf(patient) },
  }
}

const personOf = ({ givenName, familyName, birthDate, sex }: Person): Person => ({
  givenName,
  familyName,
  birthDate,
  sex,
})
