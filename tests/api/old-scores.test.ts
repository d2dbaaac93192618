import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { dialect } from '../../server/db/dialect.ts'
import { migrationsFolder } from '../../server/db/migrations.ts'
import { openDatabase } from '../../server/db/open.ts'
import { figureCells, responses, scoreFigures, scores } from '../../server/db/schema/outcomes.ts'
import { verifyFigures } from '../../server/figures/rebuild.ts'
import { onFreshPostgres } from '../support/fresh-postgres.ts'

/** The migrations up to the last before scores had a month and were counted. */
function migrationsBefore(folder: string): string {
  const copy = join(folder, 'migrations')
  cpSync(migrationsFolder(dialect), copy, { recursive: true })
  const file = join(copy, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: { tag: string }[] }
  const first = journal.entries.findIndex(({ tag }) => tag === '0014_running-figures')
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, first) }))
  return copy
}

const NOW = '2025-01-01T00:00:00.000Z'
const lists = (rows: readonly (readonly string[])[]) =>
  rows
    .map((row) => `(${row.map((one) => (/^(null|false|\d+)$/.test(one) ? one : `'${one}'`)).join(', ')})`)
    .join(', ')
const into = (table: string, columns: string, rows: readonly (readonly string[])[]) =>
  `insert into ${table} (${columns}) values ${lists(rows)}`

/** Two people: one who answered the same moment twice, on the last evening of a month in UTC, and one who was scored twice. */
const ANSWERED = [
  { id: '1', person: '1', at: '2025-03-31T22:30:00.000Z' },
  { id: '2', person: '1', at: '2025-10-31T23:30:00.000Z' },
  { id: '3', person: '2', at: '2025-05-10T10:00:00.000Z' },
]
const SCORED = [
  ['sco_1', 'res_1', 'enr_1', 'hip', 'pain', '1', '4', '5', 'scored', 'null', ANSWERED[0]?.at ?? ''],
  ['sco_2', 'res_2', 'enr_1', 'hip', 'pain', '1', '4', '5', 'scored', 'null', ANSWERED[1]?.at ?? ''],
  [
    'sco_3',
    'res_3',
    'enr_2',
    'hip',
    'pain',
    '1',
    'null',
    '1',
    'not_scored',
    'too_few',
    ANSWERED[2]?.at ?? '',
  ],
  ['sco_4', 'res_3', 'enr_2', 'hip', 'function', '1', '3', '5', 'scored', 'null', ANSWERED[2]?.at ?? ''],
  ['sco_5', 'res_3', 'enr_2', 'hip', 'function', '2', '6', '5', 'scored', 'null', ANSWERED[2]?.at ?? ''],
]
const OLD_ROWS = [
  into('definition_versions', 'id, kind, definition, version, status, content, content_hash, created_at', [
    ['def_1', 'set', 'hip', '1', 'published', '{}', 'hash', NOW],
  ]),
  into(
    'organisations',
    'id, name, time_zone, language, urgent_phone, confirm_birth_date, send_from, send_until, created_at',
    [['org_1', 'De Vaart', 'Europe/Amsterdam', 'nl', 'x', 'false', '08:00', '20:00', NOW]],
  ),
  into('teams', 'id, organisation_id, name, outcome_set, phone, created_at', [
    ['tea_1', 'org_1', 'Heup', 'hip', 'x', NOW],
  ]),
  into(
    'patients',
    'id, organisation_id, given_name, family_name, search_name, sex, birth_date, language, created_at',
    ['1', '2'].map((id) => [`pat_${id}`, 'org_1', 'A', 'B', 'a b', 'f', '1950-01-01', 'nl', NOW]),
  ),
  into(
    'enrolments',
    'id, patient_id, organisation_id, team_id, outcome_set, set_version_id, side, treatment_option, started_on, created_at',
    [
      ['enr_1', 'pat_1', 'org_1', 'tea_1', 'hip', 'def_1', 'left', 'null', '2025-01-01', NOW],
      ['enr_2', 'pat_2', 'org_1', 'tea_1', 'hip', 'def_1', 'left', 'replaced', '2025-01-01', NOW],
    ],
  ),
  into(
    'assessments',
    'id, enrolment_id, patient_id, team_id, set_version_id, moment, anchor, opens_at, due_at, closes_at, link_dead_at, why, created_at',
    ANSWERED.map(({ id, person, at }) => {
      const whose = [`ass_${id}`, `enr_${person}`, `pat_${person}`, 'tea_1', 'def_1']
      return [...whose, 'intake', `anchor ${id}`, at, at, at, at, '[]', NOW]
    }),
  ),
  into(
    'responses',
    'id, assessment_id, patient_id, enrolment_id, team_id, respondent, mode, language, answers, version, started_at, submitted_at',
    ANSWERED.map(({ id, person, at }) => {
      const whose = [`res_${id}`, `ass_${id}`, `pat_${person}`, `enr_${person}`, 'tea_1']
      return [...whose, 'patient', 'web', 'nl', '{}', '1', at, at]
    }),
  ),
  into(
    'scores',
    'id, response_id, enrolment_id, instrument, scale, scoring_version, value, answered, status, reason, measured_at',
    SCORED,
  ),
]

async function run(url: string, statements: readonly string[]) {
  if (dialect === 'sqlite') {
    const client = new Sqlite(url.replace('file:', ''))
    for (const statement of statements) client.exec(statement)
    return client.close()
  }
  const client = new Client({ connectionString: url })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  return client.end()
}

async function withOldScores(url: string, folder: string) {
  const before = await openDatabase(url)
  await before.migrate(migrationsBefore(folder))
  await before.close()
  await run(url, OLD_ROWS)
  const now = await openDatabase(url)
  await now.migrate()
  return now
}

test('scores of before they were counted keep what they say, get the month of where they were given, and are counted', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'old-scores-'))
  const act = async (url: string) => {
    const database = await withOldScores(url, folder)
    const kept = await database.db
      .select({ score: scores, month: responses.month })
      .from(scores)
      .innerJoin(responses, eq(responses.id, scores.responseId))
      .orderBy(scores.responseId, scores.scale, scores.scoringVersion)
    expect(
      kept.map(({ score, month }) => [
        score.responseId,
        score.scale,
        score.scoringVersion,
        score.value,
        score.reason,
        month,
      ]),
    ).toEqual([
      ['res_1', 'pain', 1, 4, null, '2025-04'],
      ['res_2', 'pain', 1, 4, null, '2025-11'],
      ['res_3', 'function', 1, 3, null, '2025-05'],
      ['res_3', 'function', 2, 6, null, '2025-05'],
      ['res_3', 'pain', 1, null, 'too_few', '2025-05'],
    ])
    const counted = await database.db
      .select()
      .from(figureCells)
      .innerJoin(scoreFigures, eq(scoreFigures.cell, figureCells.id))
      .orderBy(figureCells.scale, scoreFigures.month)
    expect(
      counted.map(({ figure_cells: of, score_figures: one }) => [
        of.scale,
        one.month,
        of.treatmentOption,
        one.histogram,
        one.total,
        one.n,
        one.people,
      ]),
    ).toEqual([
      ['function', 202505, 'replaced', { 6000000: 1 }, 6e6, 1, 1],
      ['pain', 202504, '', { 4000000: 1 }, 4e6, 1, 1],
      ['pain', 202511, '', { 4000000: 1 }, 4e6, 1, 0],
    ])
    expect((await verifyFigures(database.db)).wrong).toEqual([])
    await database.close()
  }
  if (dialect === 'sqlite') await act(`file:${join(folder, 'uitkomst.db')}`)
  else await onFreshPostgres('', act)
  rmSync(folder, { recursive: true })
})
