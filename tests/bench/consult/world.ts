import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { appointments, assessments, enrolments, stageEntries } from '../../../server/db/schema/care.ts'
import { messageAssessments, messages } from '../../../server/db/schema/messages.ts'
import { responses, scores } from '../../../server/db/schema/outcomes.ts'
import { patientNumbers, patients } from '../../../server/db/schema/patients.ts'
import { openSqlite } from '../../../server/db/sqlite.ts'
import { readDefinitions } from '../../../server/definitions/files.ts'
import { installDefinitions } from '../../../server/definitions/install.ts'
import { createDefinitions } from '../../../server/definitions/reader.ts'
import { createIds } from '../../../server/ids.ts'
import { addHouse } from '../submission/house.ts'
import { cookieOf, databaseIn } from '../submission/world.ts'
import { type Places, pathRows } from './rows.ts'

const OUTCOME_SET = 'hip-knee-osteoarthritis'
const AT_ONCE = 25 // patients a transaction: their rows go in by a few statements

export type World = { cookie: string; patientIds: string[]; scores: number }

/** A team with this many patients in the middle of their care, each with ten measurements; the first have a visit today. */
export async function buildWorld(
  folder: string,
  { count, visits }: { count: number; visits: number },
): Promise<World> {
  mkdirSync(folder, { recursive: true })
  const database = openSqlite(databaseIn(folder))
  const { db } = database
  const now = () => new Date()
  const deps = { db, now, newId: createIds(now) }
  await database.migrate()
  await installDefinitions(deps, readDefinitions('surveys'))
  const version = await createDefinitions(db).current(OUTCOME_SET)
  if (!version) throw new Error('The outcome set of the bench was not installed')
  const token = randomBytes(24).toString('base64url')
  const house = await addHouse(deps, token, { outcomeSet: OUTCOME_SET, role: 'clinician' })
  const places: Places = { ...house, version, now: now().getTime(), newId: deps.newId, visits }
  const patientIds: string[] = []
  for (let from = 0; from < count; from += AT_ONCE) {
    const rows = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, place) =>
      pathRows(places, from + place),
    )
    patientIds.push(...rows.map(({ patient }) => patient.id))
    await db.transaction(async (tx) => {
      await tx.insert(patients).values(rows.map(({ patient }) => patient))
      await tx.insert(patientNumbers).values(rows.map(({ number }) => number))
      await tx.insert(enrolments).values(rows.map(({ enrolment }) => enrolment))
      await tx.insert(stageEntries).values(rows.flatMap(({ stages }) => stages))
      await tx.insert(appointments).values(rows.map(({ appointment }) => appointment))
      await tx.insert(assessments).values(rows.flatMap((one) => one.assessments))
      await tx.insert(responses).values(rows.flatMap((one) => one.responses))
      for (const one of rows) await tx.insert(scores).values(one.scores)
      await tx.insert(messages).values(rows.flatMap((one) => one.messages))
      await tx.insert(messageAssessments).values(rows.flatMap(({ about }) => about))
    })
  }
  const stored = await db.$count(scores)
  await database.close()
  return { cookie: await cookieOf(token), patientIds, scores: stored }
}
