import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import Client from 'better-sqlite3'
import { openConnection } from '../connection.ts'
import type { Measured } from '../processes.ts'
import type { Recorded } from '../recorder.ts'
import { type Sample, type Template, templateOf } from '../template.ts'
import { answersOf, INSTRUMENT, inThreeGoes } from './definitions.ts'
import { raisesAlert, walk } from './load.ts'
import type { BenchPatient } from './world.ts'

/** What one submission costs the database: the statements of each request, and the rows that are there in the end. */
export type Recording = {
  open: Template
  saves: Template[]
  submit: { quiet: Template; alert: Template }
  /** The rows of one submission as inserts, for who stores them in one go. */
  rows: { quiet: Template; alert: Template }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url')

/** So many patients of each kind walk through the recorded program, one by one. */
const WALKS = 5
/** Milliseconds without a statement after which the program has nothing to do. */
const AT_REST = 500

/** Records the real program at work, once it is in rest; the walks come one after the other. */
export async function record(
  program: Measured,
  port: number,
  databaseFile: string,
  patients: readonly BenchPatient[],
): Promise<Recording> {
  const quiet = patients.filter((patient) => !raisesAlert(patient)).slice(0, WALKS)
  const alert = patients.filter(raisesAlert).slice(0, WALKS + 1)
  await untilAtRest(program)
  const connection = await openConnection(port)
  const steps = new Map<BenchPatient, Sample[]>()
  for (const patient of [...alert.slice(0, 1), ...quiet, ...alert.slice(1)]) {
    const samples: Sample[] = []
    let session = ''
    await walk(connection, patient, async (step, request) => {
      await program.ask('take', 'recorded')
      const answer = await request()
      session ||= sha256(/set-cookie: [^=]+=([^;]+)/i.exec(answer.head)?.[1] ?? '')
      const statements = await program.ask<Recorded[]>('take', 'recorded')
      samples.push({ facts: factsOf(patient, session, step), statements })
      return answer
    })
    steps.set(patient, samples)
  }
  connection.close()
  await untilSealed(databaseFile)
  // The first alert of an hour also writes the mail to the team; all the others find it there.
  const rest = alert.slice(1)
  const of = (walked: BenchPatient[], step: number) =>
    templateOf(walked.flatMap((patient) => steps.get(patient)?.[step] ?? []))
  return {
    open: of(quiet, 0),
    saves: [1, 2, 3].map((step) => of(quiet, step)),
    submit: { quiet: of(quiet, 4), alert: of(rest, 4) },
    rows: { quiet: rowsOf(databaseFile, quiet), alert: rowsOf(databaseFile, rest) },
  }
}

/** After its start the program looks through everybody who waits for a mail: what it asks then belongs to no request. */
async function untilAtRest(program: Measured): Promise<void> {
  const take = () => program.ask<Recorded[]>('take', 'recorded')
  do await sleep(AT_REST)
  while ((await take()).length > 0)
}

function factsOf(patient: BenchPatient, session: string, step: number): Record<string, unknown> {
  const answers = answersOf(patient.number)
  const soFar = Object.fromEntries(inThreeGoes(answers).slice(0, step).flatMap(Object.entries))
  return {
    token: sha256(patient.token),
    session,
    address: patient.address,
    assessment: patient.assessmentId,
    answers: JSON.stringify({ [INSTRUMENT]: step === 4 ? answers : soFar }),
  }
}

/** What one submission leaves behind, table by table; @patient and @assessment name whose. */
const LEFT_BEHIND = {
  patient_sessions: 'select * from patient_sessions where patient_id = @patient',
  responses: 'select * from responses where assessment_id = @assessment',
  scores:
    'select * from scores where response_id in (select id from responses where assessment_id = @assessment) order by scale',
  alerts:
    'select * from alerts where response_id in (select id from responses where assessment_id = @assessment)',
  audit_events:
    'select * from audit_events where id in (select event_id from audit_subjects where patient_id = @patient) order by rowid',
  audit_subjects: 'select * from audit_subjects where patient_id = @patient order by rowid',
  // Without their running number, which the table gives.
  audit_seals:
    'select event_id, previous, hash from audit_seals where event_id in (select event_id from audit_subjects where patient_id = @patient) order by number',
}

/** The log is chained a little later: nobody's rows are complete before. */
async function untilSealed(databaseFile: string): Promise<void> {
  const database = new Client(databaseFile, { readonly: true })
  const open = database
    .prepare('select count(*) from audit_events where id not in (select event_id from audit_seals)')
    .pluck()
  while (open.get() !== 0) await sleep(100)
  database.close()
}

function rowsOf(databaseFile: string, patients: readonly BenchPatient[]): Template {
  const database = new Client(databaseFile, { readonly: true })
  const samples = patients.map((one): Sample => {
    const whose = { patient: one.patientId, assessment: one.assessmentId }
    const statements = Object.entries(LEFT_BEHIND).flatMap(([table, sql]) =>
      (database.prepare(sql).all(whose) as Record<string, unknown>[]).map((row) => insertOf(table, row)),
    )
    return { facts: rawFacts(one), statements }
  })
  database.close()
  return templateOf(samples)
}

/** What who stores a submission's rows in one go knows beforehand. */
export const rawFacts = (patient: BenchPatient): Record<string, unknown> => {
  const { patientId, enrolmentId, assessmentId, linkId, address, number } = patient
  const answers = JSON.stringify({ [INSTRUMENT]: answersOf(number) })
  return { patientId, enrolmentId, assessmentId, linkId, address, answers }
}

function insertOf(table: string, row: Record<string, unknown>): Recorded {
  const columns = Object.keys(row)
  const places = columns.map(() => '?').join(', ')
  const sql = `insert into ${table} (${columns.map((name) => `"${name}"`).join(', ')}) values (${places})`
  return { sql, params: Object.values(row), row: [], at: Date.now() }
}
