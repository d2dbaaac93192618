import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { serializeSigned } from 'hono/utils/cookie'
import { createSeal } from '../../../server/db/seal.ts'
import { openSqlite } from '../../../server/db/sqlite.ts'
import { installDefinitions } from '../../../server/definitions/install.ts'
import { createDefinitions } from '../../../server/definitions/reader.ts'
import { createIds } from '../../../server/ids.ts'
import { hashOf, tokenOf } from '../../../server/links/token.ts'
import { authSecret, cookieNames } from '../../../server/staff/auth.ts'
import { benchDefinitions, OUTCOME_SET } from './definitions.ts'
import { addHouse } from './house.ts'
import { HISTORY, insertAll, patientRows } from './people.ts'

export const SECRET = 'a secret of the bench, and of nothing else'

/** What is known of a patient from outside: the mail that was sent, and the rows that will hang on it. */
export type BenchPatient = {
  number: number
  token: string
  /** Network address, so that the program counts each patient for themselves. */
  address: string
  patientId: string
  enrolmentId: string
  assessmentId: string
  linkId: string
}

export type World = {
  patients: BenchPatient[]
  /** Patients with years of results behind them: those whose trend is read. */
  known: BenchPatient[]
  /** Cookie of a signed-in clinician of the team. */
  clinician: string
}

export const databaseIn = (folder: string): string => join(folder, 'uitkomst.db')

/** A filled database in `folder`: one team, a signed-in clinician, and this many patients with an invitation in their mail. */
export async function buildWorld(folder: string, count: number): Promise<World> {
  mkdirSync(folder, { recursive: true })
  const database = openSqlite(databaseIn(folder))
  const now = () => new Date()
  const deps = { db: database.db, now, newId: createIds(now) }
  await database.migrate()
  await installDefinitions(deps, benchDefinitions())
  const version = await createDefinitions(database.db).current(OUTCOME_SET)
  if (!version) throw new Error('The outcome set of the bench was not installed')
  const sessionToken = randomBytes(24).toString('base64url')
  const house = await addHouse(deps, sessionToken, { outcomeSet: OUTCOME_SET, role: 'clinician' })
  const made = { ...deps, ...house, setVersionId: version.id, seal: createSeal(SECRET) }
  const patients: BenchPatient[] = []
  for (let first = 0; first < count; first += 500) {
    const rows = Array.from({ length: Math.min(500, count - first) }, (_, place) =>
      patientRows(made, first + place, linkOf),
    )
    patients.push(...rows.map(({ patient }) => patient))
    await database.db.transaction((tx) => insertAll(tx, rows))
  }
  await database.close()
  return {
    patients,
    known: patients.filter(({ number }) => number % HISTORY.everyPatient === 0),
    clinician: await cookieOf(sessionToken),
  }
}

function linkOf(id: string) {
  const nonce = randomBytes(16).toString('base64url')
  const token = tokenOf(SECRET, { id, nonce })
  return { id, nonce, token, tokenHash: hashOf(token) }
}

export const cookieOf = async (token: string): Promise<string> =>
  serializeSigned(cookieNames({ STAFF_URL: 'http://localhost' }).session, token, authSecret(SECRET))
