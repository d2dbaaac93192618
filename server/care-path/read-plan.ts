import { and, asc, eq, isNull } from 'drizzle-orm'
import { namedForStaff } from '../../core/outcome-sets/moment.ts'
import { titleForStaff } from '../../core/outcome-sets/staff-title.ts'
import type { ContactLine } from '../../core/patients/contacts.ts'
import type { NotPlanned } from '../../core/schedule.ts'
import { localDate } from '../../core/time/dates.ts'
import type { Localised } from '../../core/words.ts'
import { versionsOfPatients } from '../acts/plan-enrolment.ts'
import { plansOf } from '../acts/plans-of.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { stageEntries } from '../db/schema/care.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { ownEnrolment } from '../enrolments/store.ts'
import { notFound } from '../http/problem.ts'
import { teamContacts } from './contacts.ts'
import { readDates } from './dates.ts'
import { type Happened, readHappened } from './happened.ts'
import { type Clinician, cliniciansOf, type Titled, titled } from './options.ts'
import { type PlannedRow, plannedRows } from './planned-rows.ts'

export type CarePathPlan = {
  enrolment: {
    id: string
    patientId: string
    side: string
    treatmentOption: string | null
    leadClinicianId: string | null
    startedOn: string
    endedOn: string | null
    endReason: string | null
  }
  /** Today where the organisation is. */
  today: string
  group: Localised
  patient: { givenName: string; familyName: string; optedOut: boolean; badAddress: boolean }
  /** What can be chosen. */
  stages: Titled[]
  appointmentKinds: Titled[]
  moments: Titled[]
  treatmentOptions: Titled[]
  instruments: Titled[]
  patientDates: Titled[]
  clinicians: Clinician[]
  /** Whom the patient calls for what. */
  contacts: { patient: ContactLine[]; team: ContactLine[] }
  entered: { id: string; stage: string; enteredOn: string; source: string }[]
  /** Dates on which moments can hang, with who told them: 'patient' or 'staff'; null where nobody did. */
  dates: (Titled & { on: string | null; source: string | null })[]
  /** What a feed or a colleague told that stands, oldest first. */
  happened: Happened[]
  assessments: PlannedRow[]
  /** Moments for which nothing is asked, with the reasons as codes (core/schedule/schedule-words.ts). */
  not: NotPlanned[]
}

/** The plan of one care path in one of the caller's teams, with why each thing is asked and why others are not. */
export async function readPlan(
  { db, now, definitions }: Pick<Deps, 'db' | 'now' | 'definitions'>,
  ctx: Ctx,
  id: string,
): Promise<CarePathPlan> {
  const enrolment = await ownEnrolment(db, ctx, id, now())
  const version = await definitions.version(enrolment.setVersionId)
  const { set } = version
  const moments = namedForStaff(set.moments)
  const planned = (
    await plansOf(db, await versionsOfPatients({ db, definitions }, [enrolment.patientId]), [id])
  ).get(id)
  const { patientId, side, treatmentOption, leadClinicianId, startedOn, endedOn, endReason } = enrolment
  return {
    enrolment: { id, patientId, side, treatmentOption, leadClinicianId, startedOn, endedOn, endReason },
    today: localDate(now().toISOString(), planned?.of.facts.zone ?? 'UTC'),
    group: set.patientGroup.title,
    patient: await patientOf(db, patientId),
    stages: set.carePath.stages.map(titled),
    appointmentKinds: set.appointmentKinds.map(titled),
    moments,
    treatmentOptions: set.treatmentOptions.map(titled),
    instruments: [...version.instruments.values()].map((one) => ({ id: one.id, title: titleForStaff(one) })),
    patientDates: set.patientDates.map(titled),
    clinicians: (await cliniciansOf(db, [enrolment.teamId], now())).get(enrolment.teamId) ?? [],
    contacts: { patient: enrolment.contacts, team: await teamContacts(db, enrolment.teamId) },
    entered: await enteredStages(db, id),
    dates: await readDates(db, set, enrolment),
    happened: await readHappened(db, ctx, set, enrolment),
    assessments: await plannedRows({ db, definitions }, id, now().toISOString()),
    not: planned?.plan.not ?? [],
  }
}

async function patientOf(db: Tx, id: string): Promise<CarePathPlan['patient']> {
  const [found] = await db
    .select({
      givenName: patients.givenName,
      familyName: patients.familyName,
      outAt: patients.optedOutAt,
      deadAt: patients.emailDeadAt,
    })
    .from(patients)
    .where(eq(patients.id, id))
  if (!found) throw notFound('patient')
  const { givenName, familyName, outAt, deadAt } = found
  return { givenName, familyName, optedOut: outAt !== null, badAddress: deadAt !== null }
}

const enteredStages = (db: Tx, enrolmentId: string) =>
  db
    .select({
      id: stageEntries.id,
      stage: stageEntries.stage,
      enteredOn: stageEntries.enteredOn,
      source: stageEntries.source,
    })
    .from(stageEntries)
    .where(and(eq(stageEntries.enrolmentId, enrolmentId), isNull(stageEntries.withdrawnAt)))
    .orderBy(asc(stageEntries.enteredOn), asc(stageEntries.id))
