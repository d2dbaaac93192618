import { and, eq, exists, gt, inArray, isNull, lte, ne, not, or, type SQL } from 'drizzle-orm'
import type { Unreached } from '../../core/mail/outreach.ts'
import { respondentOf } from '../../core/outcome-sets/moment.ts'
import type { Tx } from '../db/database.ts'
import { appointments, assessments, enrolments } from '../db/schema/care.ts'
import { setPauses } from '../db/schema/messages.ts'
import { responses } from '../db/schema/outcomes.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { pastCalls } from '../outbox/past-calls.ts'
import { noMailAbout } from '../patients/own-address.ts'
import { proxyAddress } from '../patients/proxies.ts'
import { canText } from '../patients/texting.ts'
import { cameBack, isWaiting, writtenAbout } from './written-about.ts'

export type Person = typeof patients.$inferSelect
/** An open question to somebody that was not answered, with all that decides how to reach them. */
export type Asked = Unreached & {
  assessmentId: string
  teamId: string
  setVersionId: string
  moment: string
  linkDeadAt: string
  begun: boolean
  person: Person
}

type Which = {
  teamIds: readonly string[]
  now: string
  /** An assessment: only what its patient was asked. */
  sameAs?: string | undefined
}

/**
 * What these teams asked and nobody answered yet, of people who may be asked: alive, on a care path that goes on, and
 * who did not say that they want no mail or would rather not. What a pause holds back is left out.
 */
export async function unreachedOf(
  tools: Pick<Deps, 'seal' | 'config' | 'definitions'>,
  db: Tx,
  { teamIds, now, sameAs }: Which,
): Promise<Asked[]> {
  const ofPatient = sameAs === undefined ? undefined : inArray(assessments.patientId, patientOf(db, sameAs))
  const rows = await openOf(db, teamIds, now, ofPatient)
  const written = await writtenAbout(db, rows)
  const calls = await pastCalls(
    db,
    rows.map(({ person }) => person.id),
  )
  const versions = await tools.definitions.versions(rows.map(({ setVersionId }) => setVersionId))
  return rows.map(({ person, proxy, startedAt, startsAt, ...row }) => {
    const set = versions.get(row.setVersionId)?.set
    const noMail = noMailAbout(person, proxy, set && respondentOf(set, row.moment))
    const about = written.get(row.assessmentId) ?? []
    const approaches = about.filter(({ kind }) => kind === 'invitation' || kind === 'fallback')
    return {
      ...row,
      person,
      begun: startedAt !== null,
      noMail,
      hasPhone: person.phone !== null,
      canText: canText(tools, person),
      invitedAt: approaches.findLast(({ sentAt }) => sentAt !== null)?.sentAt ?? null,
      hasText: about.some(({ channel }) => channel === 'sms'),
      waits: about.some(isWaiting),
      cameBack: cameBack(approaches.at(-1), noMail !== null),
      hasLetter: about.some(({ channel }) => channel === 'letter'),
      visitAt: startsAt && startsAt > now ? startsAt : null,
      calls: calls(person.id, row.teamId),
    }
  })
}

const patientOf = (db: Tx, assessmentId: string) =>
  db.select({ id: assessments.patientId }).from(assessments).where(eq(assessments.id, assessmentId))

const isPaused = (db: Tx) =>
  exists(
    db
      .select({ id: setPauses.id })
      .from(setPauses)
      .where(
        and(
          eq(setPauses.organisationId, enrolments.organisationId),
          eq(setPauses.outcomeSet, enrolments.outcomeSet),
          isNull(setPauses.resumedAt),
        ),
      ),
  )

const openOf = (db: Tx, teamIds: readonly string[], now: string, ofPatient: SQL | undefined) =>
  db
    .select({
      assessmentId: assessments.id,
      teamId: assessments.teamId,
      setVersionId: assessments.setVersionId,
      moment: assessments.moment,
      opensAt: assessments.opensAt,
      closesAt: assessments.closesAt,
      linkDeadAt: assessments.linkDeadAt,
      startsAt: appointments.startsAt,
      startedAt: responses.startedAt,
      person: patients,
      proxy: proxyAddress,
    })
    .from(assessments)
    .innerJoin(patients, eq(patients.id, assessments.patientId))
    .innerJoin(enrolments, eq(enrolments.id, assessments.enrolmentId))
    .leftJoin(appointments, eq(appointments.id, assessments.appointmentId))
    .leftJoin(responses, eq(responses.assessmentId, assessments.id))
    .where(
      and(
        inArray(assessments.teamId, [...teamIds, '']),
        ofPatient,
        lte(assessments.opensAt, now),
        gt(assessments.closesAt, now),
        isNull(assessments.withdrawnAt),
        isNull(assessments.declinedAt),
        isNull(responses.submittedAt),
        isNull(enrolments.endedOn),
        isNull(enrolments.mailOffAt),
        isNull(patients.optedOutAt),
        isNull(patients.deceasedOn),
        or(isNull(appointments.id), ne(appointments.status, 'cancelled')),
        not(isPaused(db)),
      ),
    )
    .orderBy(assessments.closesAt, assessments.id)
