import { and, asc, eq, gte, isNull } from 'drizzle-orm'
import { moveDate } from '../../core/time/dates.ts'
import { tellDate } from '../acts/tell-date.ts'
import { systemCtx } from '../ctx.ts'
import { enrolments } from '../db/schema/care.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'

const SET = 'breast-cancer'
const AT_WORK = 'back-at-work'
/** So long after the first visit somebody is about to go back to work. */
const SINCE = '-P200D'
const YOUNGER_THAN = '-P60Y'

/** In each hospital somebody who is treated for breast cancer says on which day, ten days from now, they go back to work. */
export async function tellDates(
  deps: Deps,
  organisationIds: readonly string[],
  today: string,
): Promise<void> {
  for (const organisationId of organisationIds) {
    const [path] = await deps.db
      .select({ id: enrolments.id, patientId: enrolments.patientId })
      .from(enrolments)
      .innerJoin(patients, eq(patients.id, enrolments.patientId))
      .where(
        and(
          eq(enrolments.organisationId, organisationId),
          eq(enrolments.outcomeSet, SET),
          isNull(enrolments.endedOn),
          gte(enrolments.startedOn, moveDate(today, SINCE)),
          gte(patients.birthDate, moveDate(today, YOUNGER_THAN)),
        ),
      )
      .orderBy(asc(enrolments.startedOn), asc(patients.searchName))
      .limit(1)
    if (!path) continue
    const ctx = systemCtx(organisationId, 'demo')
    const actor = { kind: 'patient' as const, id: path.patientId, name: '' }
    await tellDate(
      deps,
      { ...ctx, actor },
      { enrolmentId: path.id, name: AT_WORK, on: moveDate(today, 'P10D') },
    )
  }
}
