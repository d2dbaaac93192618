import { and, eq, inArray, isNull } from 'drizzle-orm'
import { mayEverywhere } from '../../core/access/access.ts'
import { nextReach, type Reach } from '../../core/mail/outreach.ts'
import { localDate } from '../../core/time/dates.ts'
import { hasSomethingToAsk } from '../acts/asked.ts'
import { recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { assessments } from '../db/schema/care.ts'
import { messageAssessments, messages } from '../db/schema/messages.ts'
import { patientNumbers, patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import type { Message } from '../outbox/facts.ts'
import { ruledTeams } from './rules.ts'
import { type Asked, type Person, unreachedOf } from './unreached.ts'

/** Somebody for whom a letter is to be made (`messageId` null), or waits to be posted. */
export type LetterRow = {
  patient: { id: string; name: string; birthDate: string; number: string }
  why: Reach['why'] | null
  closesAt: string | null
  messageId: string | null
}

/** The teams whose letters somebody makes; null for all of the organisation. */
const teamsOfLetters = (ctx: Ctx): readonly string[] | null =>
  mayEverywhere(ctx.roles, 'letters:write') ? null : ctx.teamIds

/** Whose letters are to be made, and which were made and wait to be posted. */
export async function lettersToday(deps: Deps, ctx: Ctx): Promise<LetterRow[]> {
  const due = await dueLetters(deps, ctx)
  const waiting = await waitingLetters(deps.db, ctx)
  const people = [...due.values()].flatMap(([first]) => first?.asked.person ?? [])
  const numbers = await numbersOf(deps.db, [...people, ...waiting.map(({ person }) => person)])
  const describe = (person: Person) => ({
    id: person.id,
    name: `${person.givenName} ${person.familyName}`,
    birthDate: person.birthDate,
    number: numbers.get(person.id) ?? '',
  })
  const rows = [
    ...[...due.values()].flatMap(([first]): LetterRow[] =>
      first
        ? [
            {
              patient: describe(first.asked.person),
              why: first.why,
              closesAt: first.asked.closesAt,
              messageId: null,
            },
          ]
        : [],
    ),
    ...waiting.map(({ person, message }) => ({
      patient: describe(person),
      why: null,
      closesAt: null,
      messageId: message.id,
    })),
  ]
  await recordRead(deps, ctx, { type: 'letters.listed', patients: rows.map(({ patient }) => patient.id) })
  return rows
}

export type DueLetter = { asked: Asked; why: Reach['why']; zone: string }

/** What is to be asked by letter now, by patient, what closes first in front. */
export async function dueLetters(
  deps: Pick<Deps, 'db' | 'definitions' | 'now' | 'seal' | 'config'>,
  ctx: Ctx,
): Promise<ReadonlyMap<string, DueLetter[]>> {
  const { db, now } = deps
  const at = now().toISOString()
  const teams = new Map((await ruledTeams(db, ctx, teamsOfLetters(ctx))).map((team) => [team.id, team]))
  const asked = await unreachedOf(deps, db, { teamIds: [...teams.keys()], now: at })
  const versions = await deps.definitions.versions(asked.map(({ setVersionId }) => setVersionId))
  const due = asked.flatMap((one): DueLetter[] => {
    const [team, version] = [teams.get(one.teamId), versions.get(one.setVersionId)]
    if (!team || !version) return []
    const zone = team.organisation.timeZone
    if (!hasSomethingToAsk(version, one.moment, localDate(at, zone))) return []
    const reach = nextReach(team.rule, one, at, zone)
    return reach?.by === 'letter' ? [{ asked: one, why: reach.why, zone }] : []
  })
  return Map.groupBy(due, ({ asked: { person } }) => person.id)
}

/** Letters that were made and not posted; for a team those about its own questions. */
export async function waitingLetters(db: Tx, ctx: Ctx): Promise<{ message: Message; person: Person }[]> {
  const teamIds = teamsOfLetters(ctx)
  const rows = await db
    .selectDistinct({ id: messages.id })
    .from(messages)
    .innerJoin(messageAssessments, eq(messageAssessments.messageId, messages.id))
    .innerJoin(assessments, eq(assessments.id, messageAssessments.assessmentId))
    .where(
      and(
        eq(messages.organisationId, ctx.organisationId),
        eq(messages.channel, 'letter'),
        isNull(messages.sentAt),
        isNull(messages.suppressedAt),
        teamIds === null ? undefined : inArray(assessments.teamId, [...teamIds, '']),
      ),
    )
  const ids = rows.map(({ id }) => id)
  return db
    .select({ message: messages, person: patients })
    .from(messages)
    .innerJoin(patients, eq(patients.id, messages.patientId))
    .where(inArray(messages.id, [...ids, '']))
    .orderBy(messages.createdAt, messages.id)
}

/** The batch of a patient's letter: one on a local day. */
export const letterBatch = (patientId: string, now: string, zone: string): string =>
  `${patientId} letter ${localDate(now, zone)}`

/** The number by which the hospital's own label printer knows each of these people. */
export async function numbersOf(db: Tx, people: readonly Person[]): Promise<ReadonlyMap<string, string>> {
  const ids = people.map(({ id }) => id)
  const rows = await db
    .select()
    .from(patientNumbers)
    .where(inArray(patientNumbers.patientId, [...ids, '']))
    .orderBy(patientNumbers.authority)
  return new Map(rows.toReversed().map(({ patientId, number }) => [patientId, number]))
}
