import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, or } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { assessments, enrolments } from '../db/schema/care.ts'
import { responses } from '../db/schema/outcomes.ts'
import { patientNumbers, patientProxies, patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { readOrganisation } from '../organisations/store.ts'
import { reachOf } from '../patients/reach-of.ts'
import { givenUp } from './given-up.ts'

/** So many on the page; who is mended makes room for the next. */
const SHOWN = 100

/** A patient who is to be asked and is not reached; a person can do something about it. */
export type MailTrouble = {
  patientId: string
  name: string
  birthDate: string
  numbers: string[]
  /** Why nothing reaches who is asked (server/patients/reach-of.ts), or the code with which the last mail was given up. */
  why: string
  /** Who answers for the patient, where it is their own address that does not work. */
  proxy: string | null
  since: string
}

type Person = typeof patients.$inferSelect
type Trouble = { person: Person; why: string; proxy: string | null; since: string }
type Works = Pick<Deps, 'db' | 'now' | 'seal' | 'config' | 'definitions'>

/** Who of this organisation is not reached: nobody who answers has a working address, or mail was given up. */
export async function mailTrouble(deps: Works, ctx: Ctx): Promise<MailTrouble[]> {
  const silent = await notReached(deps, ctx)
  const failed = (await givenUp(deps, ctx)).slice(0, SHOWN)
  const once = [
    ...new Map([...silent, ...failed].toReversed().map((one) => [one.person.id, one])).values(),
  ].toReversed()
  return described(deps.db, once)
}

/** Named by their numbers too, as the hospital's own systems know them. */
export async function described(db: Tx, rows: readonly Trouble[]): Promise<MailTrouble[]> {
  const ids = rows.map(({ person }) => person.id)
  const known =
    ids.length > 0 ? await db.select().from(patientNumbers).where(inArray(patientNumbers.patientId, ids)) : []
  const numbers = Map.groupBy(known, ({ patientId }) => patientId)
  return rows.map(({ person, why, proxy, since }) => ({
    patientId: person.id,
    name: `${person.givenName} ${person.familyName}`,
    birthDate: person.birthDate,
    numbers: (numbers.get(person.id) ?? []).map(({ number }) => number),
    why,
    proxy,
    since,
  }))
}

/** Of each patient the oldest question that reaches nobody. */
async function notReached(deps: Works, ctx: Ctx): Promise<Trouble[]> {
  const now = deps.now().toISOString()
  const house = await readOrganisation(deps.db, ctx)
  const rows = await openQuestions(deps.db, ctx.organisationId, now)
  const versions = await deps.definitions.versions(rows.map(({ setVersionId }) => setVersionId))
  const found = new Map<string, Trouble>()
  for (const { person, proxy, setVersionId, moment, opensAt } of rows) {
    if (found.has(person.id)) continue
    const asks = versions.get(setVersionId)?.set.moments.find(({ id }) => id === moment)
    const { why } = reachOf(deps, person, proxy, asks, house, now)
    if (why === null) continue
    const isTheirs = why === 'proxy-address-dead' || why === 'proxy-mail-off'
    const stopped = isTheirs ? (proxy?.emailDeadAt ?? proxy?.mailOffAt) : person.emailDeadAt
    found.set(person.id, {
      person,
      why,
      proxy: isTheirs ? (proxy?.name ?? null) : null,
      since: stopped ?? opensAt,
    })
  }
  return [...found.values()].slice(0, SHOWN)
}

/** What is open and unanswered of whom somebody may not be reached, the oldest first. */
const openQuestions = (db: Tx, organisationId: string, now: string) =>
  db
    .select({
      person: patients,
      proxy: patientProxies,
      setVersionId: assessments.setVersionId,
      moment: assessments.moment,
      opensAt: assessments.opensAt,
    })
    .from(patients)
    .innerJoin(assessments, eq(assessments.patientId, patients.id))
    .innerJoin(enrolments, eq(enrolments.id, assessments.enrolmentId))
    .leftJoin(patientProxies, and(eq(patientProxies.patientId, patients.id), isNull(patientProxies.endedAt)))
    .leftJoin(responses, eq(responses.assessmentId, assessments.id))
    .where(
      and(
        eq(patients.organisationId, organisationId),
        or(
          isNull(patients.email),
          isNotNull(patients.emailDeadAt),
          isNotNull(patientProxies.emailDeadAt),
          isNotNull(patientProxies.mailOffAt),
        ),
        isNull(patients.optedOutAt),
        isNull(patients.deceasedOn),
        isNull(enrolments.endedOn),
        isNull(enrolments.mailOffAt),
        isNull(assessments.withdrawnAt),
        isNull(assessments.declinedAt),
        isNull(responses.submittedAt),
        lte(assessments.opensAt, now),
        gt(assessments.closesAt, now),
      ),
    )
    .orderBy(asc(assessments.opensAt), asc(assessments.id))
