import { and, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { once } from '../../core/memo.ts'
import { localDate } from '../../core/time/dates.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { enrolments } from '../db/schema/care.ts'
import { organisations, teams } from '../db/schema/organisations.ts'
import { memberships, staff } from '../db/schema/staff.ts'
import type { SetVersions } from '../definitions/moved.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { conflict, notFound, refused } from '../http/problem.ts'
import { lockPatients } from '../patients/lock.ts'
import { applyEvents } from './events/apply-events.ts'
import { planEnrolments, versionsOfPatients } from './plan-enrolment.ts'

export type NewEnrolment = {
  patientId: string
  teamId: string
  /** 'left', 'right' or 'both' where the patient group has sides; '' or nothing where it has none. */
  side?: string | undefined
  treatmentOption?: string | null | undefined
  leadClinicianId?: string | null | undefined
  /** ISO date; today in the organisation's time zone if not given. */
  startedOn?: string | undefined
}
type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'definitions'>

/**
 * Puts a patient on the care path of a team's patient group and plans what to ask. Refuses (422) a side, option or
 * clinician that the group does not have, and (409, 'already_enrolled') a second open enrolment of the same kind.
 */
export async function enrol(deps: Tools, ctx: Ctx, wanted: NewEnrolment): Promise<{ enrolmentId: string }> {
  const team = await teamOf(deps.db, ctx, wanted.teamId)
  const version = await currentVersion(deps, team.outcomeSet)
  const versions = await versionsOfPatients(deps, [wanted.patientId])
  return deps.db.transaction((tx) =>
    enrolIn(tx, deps, ctx, { ...wanted, version, versions, zone: team.zone }),
  )
}

/**
 * The same inside a transaction; the caller has seen to it that the team is the caller's to enrol into, and has read the
 * sets of the patient's other care paths.
 */
export async function enrolIn(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  ctx: Ctx,
  wanted: NewEnrolment & { version: SetVersion; versions: SetVersions; zone: string },
): Promise<{ enrolmentId: string }> {
  const { set, id: setVersionId } = wanted.version
  const side = checkedSide(wanted)
  const treatmentOption = checkedOption(set, wanted.treatmentOption ?? null)
  await lockPatients(tx, [wanted.patientId])
  if (wanted.leadClinicianId) await checkClinician(tx, deps, wanted.teamId, wanted.leadClinicianId)
  const today = localDate(deps.now().toISOString(), wanted.zone)
  const enrolment = {
    id: deps.newId('enr'),
    patientId: wanted.patientId,
    organisationId: ctx.organisationId,
    teamId: wanted.teamId,
    outcomeSet: set.id,
    setVersionId,
    side,
    treatmentOption,
    treatmentChosenOn: treatmentOption ? today : null,
    leadClinicianId: wanted.leadClinicianId ?? null,
    startedOn: wanted.startedOn ?? today,
    createdAt: deps.now().toISOString(),
  }
  await insertOnce(tx, enrolment)
  const versions = new Map([...wanted.versions, [setVersionId, wanted.version]])
  await planEnrolments(tx, deps, versions, [enrolment.id])
  await applyEvents(tx, deps, ctx, versions, [wanted.patientId]) // what was told before they were enrolled
  await record(tx, deps, ctx, {
    action: 'C',
    type: 'enrolment.started',
    patients: [wanted.patientId],
    object: { type: 'enrolment', id: enrolment.id },
    detail: { teamId: wanted.teamId, outcomeSet: set.id, side },
  })
  return { enrolmentId: enrolment.id }
}

/** A team of the caller's organisation with its outcome set and time zone; 404 otherwise. */
export async function teamOf(db: Tx, ctx: Ctx, teamId: string) {
  const [team] = await teamBy(db).execute({ teamId, organisationId: ctx.organisationId })
  if (!team) throw notFound('team')
  return team
}

const teamBy = once((db: Tx) =>
  db
    .select({ id: teams.id, outcomeSet: teams.outcomeSet, zone: organisations.timeZone })
    .from(teams)
    .innerJoin(organisations, eq(organisations.id, teams.organisationId))
    .where(
      and(
        eq(teams.id, sql.placeholder('teamId')),
        eq(teams.organisationId, sql.placeholder('organisationId')),
      ),
    )
    .prepare('own_team'),
)

export async function currentVersion({ definitions }: Pick<Deps, 'definitions'>, outcomeSet: string) {
  const version = await definitions.current(outcomeSet)
  if (!version) throw refused('set_not_published', `The outcome set ${outcomeSet} has no published version`)
  return version
}

async function insertOnce(tx: Tx, enrolment: typeof enrolments.$inferInsert) {
  const inserted = await tx
    .insert(enrolments)
    .values(enrolment)
    .onConflictDoNothing()
    .returning({ id: enrolments.id })
  if (inserted.length === 0)
    throw conflict('already_enrolled', 'This patient is already on this care path for this side')
}

function checkedSide({ side = '', version }: { side?: string | undefined; version: SetVersion }): string {
  if (version.set.patientGroup.laterality === 'none') return ''
  if (['left', 'right', 'both'].includes(side)) return side
  throw refused('side_needed', 'Say which side it is about: left, right or both')
}

export function checkedOption(set: SetVersion['set'], option: string | null): string | null {
  if (option === null || set.treatmentOptions.some(({ id }) => id === option)) return option
  const options = set.treatmentOptions.map(({ id }) => id)
  throw refused('unknown_treatment', `There is no treatment option ${option}`, { options })
}

/** A lead clinician works in the team today. */
export async function checkClinician(tx: Tx, { now }: Pick<Deps, 'now'>, teamId: string, staffId: string) {
  const today = now().toISOString().slice(0, 10)
  const [member] = await tx
    .select({ id: staff.id })
    .from(staff)
    .innerJoin(memberships, eq(memberships.staffId, staff.id))
    .where(
      and(
        eq(staff.id, staffId),
        isNull(staff.leftAt),
        eq(memberships.teamId, teamId),
        inArray(memberships.role, ['clinician', 'team-lead']),
        lte(memberships.from, today),
        or(isNull(memberships.until), gte(memberships.until, today)),
      ),
    )
    .limit(1)
  if (!member) throw refused('not_in_team', 'This clinician does not work in this team')
}
