import { and, asc, eq, isNull } from 'drizzle-orm'
import type { AppointmentMessage, PersonMessage } from '../../core/feeds/appointment-message.ts'
import type { EventMessage } from '../../core/feeds/event-message.ts'
import { isOfMerge, openMerge } from '../acts/aside-merge.ts'
import { openMessage, type Sealing } from '../acts/aside-message.ts'
import { isOfPerson, openPerson } from '../acts/aside-person.ts'
import { isOfEvent, openEvent } from '../acts/events/doubt-events.ts'
import { teamsOf } from '../acts/events/enrol-by-diagnosis.ts'
import { resolveEvents } from '../acts/events/resolve-events.ts'
import { type Directory, readDirectory } from '../appointments/directory.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { patients, quarantine } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { numberKey, type Patient, patientsByNumber } from '../patients/store.ts'
import { type AsideVisit, asideVisits } from './aside-visit.ts'

type Person = { givenName: string; familyName: string; birthDate: string; sex: string }
export type Aside = {
  id: string
  reason: string
  source: string
  receivedAt: string
  /** Null for news of a person that came by itself. */
  appointment: AsideVisit | null
  /** Something that happened, such as a diagnosis, and which teams could enrol for it. */
  event: { codes: string; on: string | null; teams: { id: string; name: string; hasSides: boolean }[] } | null
  patientNumber: string
  /** With the day of a death that it tells of. */
  theirs: (Person & { deceasedOn: string | null }) | null
  /** Two numbers of one person, each with a record here: `ours` has the one that stays, `theirs` the other. */
  merge: { kept: string; gone: string; otherId: string | null } | null
  /** Whom it clashed with; null where the person is not known here. */
  ours: (Person & { id: string }) | null
}

const MOST = 200

/** Messages that wait for a human decision, oldest first, at most 200, and how many there are. */
export async function openAsides(
  deps: Pick<Deps, 'db' | 'seal' | 'definitions' | 'config' | 'now'>,
  ctx: Ctx,
): Promise<{ asides: Aside[]; total: number }> {
  const { db, seal } = deps
  const rows = await db
    .select({ aside: quarantine, patient: patients })
    .from(quarantine)
    .leftJoin(patients, eq(patients.id, quarantine.patientId))
    .where(isOpen(ctx))
    .orderBy(asc(quarantine.receivedAt), asc(quarantine.id))
    .limit(MOST)
  const total = rows.length < MOST ? rows.length : await countAsides(db, ctx)
  const read = rows.map((row) => ({ ...row, ...toldBy({ seal, bsn: null }, row.aside) }))
  const directory = await readDirectory(deps, ctx)
  const others = await othersOf(
    db,
    ctx,
    rows.map(({ aside }) => aside.message),
  )
  const visits = await asideVisits(
    db,
    directory,
    read.map(({ aside, message }) => ({ ...aside, message })),
    ctx.language,
  )
  return {
    total,
    asides: read.map(({ aside, patient, event, ...told }) => ({
      ...sideBySide(aside, patient, told),
      ...aboutMerge(aside.message, others),
      appointment: visits.get(aside.id) ?? null,
      event: event && aboutEvent(deps, event, directory),
    })),
  }
}

/** How many messages wait for a human decision. */
export const countAsides = (db: Tx, ctx: Ctx): Promise<number> => db.$count(quarantine, isOpen(ctx))

const isOpen = (ctx: Ctx) =>
  and(eq(quarantine.organisationId, ctx.organisationId), isNull(quarantine.resolvedAt))

type Told = {
  /** Null where only a number was told. */
  person: PersonMessage | null
  number: string
  message: AppointmentMessage | null
  event: EventMessage | null
}

function toldBy(sealing: Sealing, { id, message: stored }: typeof quarantine.$inferSelect): Told {
  const none = { message: null, event: null }
  if (isOfMerge(stored)) return { ...none, person: null, number: openMerge(stored).gone.number }
  if (isOfEvent(stored)) {
    const event = openEvent(sealing, id, stored)
    const { patient } = event
    return { ...none, person: 'birthDate' in patient ? patient : null, number: patient.number, event }
  }
  if (isOfPerson(stored)) {
    const person = openPerson(sealing, id, stored)
    return { ...none, person, number: person.number }
  }
  const message = openMessage(sealing, id, stored)
  return { ...none, person: message.patient, number: message.patient.number, message }
}

/** Who has the numbers that are to go, by `numberKey`. */
const othersOf = (db: Tx, ctx: Ctx, messages: readonly Record<string, unknown>[]) =>
  patientsByNumber(
    db,
    ctx,
    messages.filter(isOfMerge).map((message) => openMerge(message).gone),
  )

function aboutMerge(
  message: Record<string, unknown>,
  others: ReadonlyMap<string, Patient>,
): Pick<Aside, 'merge'> & Partial<Pick<Aside, 'theirs'>> {
  if (!isOfMerge(message)) return { merge: null }
  const { kept, gone } = openMerge(message)
  const other = others.get(numberKey(gone))
  return {
    merge: { kept: kept.number, gone: gone.number, otherId: other?.id ?? null },
    theirs: other ? { ...personOf(other), deceasedOn: other.deceasedOn } : null,
  }
}

function aboutEvent(deps: Pick<Deps, 'seal'>, message: EventMessage, directory: Directory): Aside['event'] {
  const [one] = resolveEvents(deps, [message], directory)
  return {
    codes: message.codes.map(({ code }) => code).join(', '),
    on: one && message.at ? one.on : null,
    teams: (one ? teamsOf(one) : []).map(({ id, name, set }) => ({
      id,
      name,
      hasSides: set.patientGroup.laterality === 'sided',
    })),
  }
}

function sideBySide(
  { id, reason, source, receivedAt }: typeof quarantine.$inferSelect,
  patient: typeof patients.$inferSelect | null,
  { person, number }: Pick<Told, 'person' | 'number'>,
): Omit<Aside, 'appointment' | 'event' | 'merge'> {
  return {
    id,
    reason,
    source,
    receivedAt,
    patientNumber: number,
    theirs: person && { ...personOf(person), deceasedOn: person.deceasedOn ?? null },
    ours: patient && { id: patient.id, ...personOf(patient) },
  }
}

const personOf = ({ givenName, familyName, birthDate, sex }: Person): Person => ({
  givenName,
  familyName,
  birthDate,
  sex,
})
