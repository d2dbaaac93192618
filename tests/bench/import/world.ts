import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { appointments, assessments, enrolments, stageEntries } from '../../../server/db/schema/care.ts'
import { patients } from '../../../server/db/schema/patients.ts'
import { openSqlite } from '../../../server/db/sqlite.ts'
import { readDefinitions } from '../../../server/definitions/files.ts'
import { installDefinitions } from '../../../server/definitions/install.ts'
import { createIds } from '../../../server/ids.ts'
import { addHouse } from '../submission/house.ts'
import { cookieOf, databaseIn } from '../submission/world.ts'

/** An empty house in `folder` with one team for hips and knees. Gives the cookie of its signed-in data manager. */
export async function buildHouse(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true })
  const database = openSqlite(databaseIn(folder))
  const now = () => new Date()
  const deps = { db: database.db, now, newId: createIds(now) }
  await database.migrate()
  await installDefinitions(deps, readDefinitions('surveys'))
  const token = randomBytes(24).toString('base64url')
  await addHouse(deps, token, { outcomeSet: 'hip-knee-osteoarthritis', role: 'data-manager' })
  await database.close()
  return cookieOf(token)
}

export type Stored = Record<'people' | 'carePaths' | 'appointments' | 'stages' | 'assessments', number>

/** What lies in the database afterwards: counted there, not told by the program. */
export async function countStored(folder: string): Promise<Stored> {
  const database = openSqlite(databaseIn(folder))
  const { db } = database
  const stored = {
    people: await db.$count(patients),
    carePaths: await db.$count(enrolments),
    appointments: await db.$count(appointments, eq(appointments.status, 'booked')),
    stages: await db.$count(stageEntries),
    assessments: await db.$count(assessments),
  }
  await database.close()
  return stored
}
