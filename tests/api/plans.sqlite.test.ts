import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Client from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linesOf } from '../../server/audit/read.ts'
import { foundBy } from '../../server/clinic/find-patients.ts'
import { systemCtx } from '../../server/ctx.ts'
import type { Database } from '../../server/db/database.ts'
import { openSqlite, planOnce } from '../../server/db/sqlite.ts'
import { openUnanswered } from '../../server/messages/candidates.ts'

// How SQLite goes about questions that must not grow with all that was ever stored. It plans from the schema alone.

const folder = mkdtempSync(join(tmpdir(), 'plans-'))
const file = join(folder, 'plans.sqlite')
const now = '2026-03-02T08:00:00.000Z'
const ctx = { ...systemCtx('org_1', 'test'), teamIds: ['tea_1'] }
let database: Database
let client: Client.Database
beforeAll(async () => {
  database = openSqlite(file)
  await database.migrate()
  client = new Client(file, { readonly: true })
})
afterAll(async () => {
  client.close()
  await database.close()
  rmSync(folder, { recursive: true })
})

function stepsOf({ sql, params }: { sql: string; params: unknown[] }): string[] {
  const rows = client.prepare(`explain query plan ${planOnce(sql)}`).all(...params) as { detail: string }[]
  return rows.map(({ detail }) => detail)
}

test('what is to be mailed is looked for among what has not closed', () => {
  const { sql } = openUnanswered(database.db).getQuery()
  const [first] = stepsOf({ sql, params: [now, now, '', now, now, 1000] })
  expect(first).toContain('USING INDEX assessments_open (closes_at>?)')
})

test('the log about one patient begins with that patient', () => {
  const [first, ...then] = stepsOf(linesOf(database.db, ctx, { patientId: 'pat_1' }).toSQL())
  expect(first).toContain('audit_subjects USING INDEX audit_subjects_patient (patient_id=?)')
  expect(then.join()).not.toContain('audit_events_organisation')
})

test('the log of what one colleague did begins with that colleague', () => {
  const [first] = stepsOf(linesOf(database.db, ctx, { person: 'sta_1' }).toSQL())
  expect(first).toContain('audit_events USING INDEX audit_events_actor (actor_id=?)')
})

test('a search for a patient begins with whom the caller cares for', () => {
  const steps = stepsOf(foundBy(database.db, ctx, 'Ploeg', new Date(now)).toSQL()).join('\n')
  expect(steps).toContain('enrolments USING INDEX enrolments_team (team_id=?)')
  expect(steps).not.toMatch(/patients USING (COVERING )?INDEX patients_name/)
  expect(steps).not.toMatch(/SCAN (patients|enrolments)/)
})
