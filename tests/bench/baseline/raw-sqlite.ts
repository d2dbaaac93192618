// The raw limit: better-sqlite3 alone, without HTTP, checks or scores. It stores the rows that the program leaves behind
// for one submission, with one commit for each. Started by the bench: DATABASE, RECORDING and PATIENTS name its files.
import { readFileSync } from 'node:fs'
import Client from 'better-sqlite3'
import { raisesAlert } from '../submission/load.ts'
import { type Recording, rawFacts } from '../submission/recording.ts'
import type { BenchPatient } from '../submission/world.ts'
import { filler, type Template } from '../template.ts'

const { DATABASE = '', RECORDING = '', PATIENTS = '' } = process.env
const database = new Client(DATABASE)
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
database.pragma('foreign_keys = ON')

const recording = JSON.parse(readFileSync(RECORDING, 'utf8')) as Recording
const patients = JSON.parse(readFileSync(PATIENTS, 'utf8')) as BenchPatient[]

const prepared = (template: Template) =>
  template.map(({ sql, slots }) => ({ statement: database.prepare(sql), slots }))
const rows = { quiet: prepared(recording.rows.quiet), alert: prepared(recording.rows.alert) }

let made = 0
const newId = (prefix: string) => `${prefix}_${String(++made).padStart(26, '0')}`

const store = database.transaction((patient: BenchPatient) => {
  const fill = filler(rawFacts(patient), Date.now(), newId)
  for (const { statement, slots } of raisesAlert(patient) ? rows.alert : rows.quiet) {
    statement.run(...fill.valuesOf(slots))
    fill.gave(undefined)
  }
})

process.on('message', (message) => {
  if (typeof message !== 'object' || message === null || !('from' in message)) return
  const { from, until } = message as { from: number; until: number }
  const start = performance.now()
  for (const patient of patients.slice(from, until)) store.immediate(patient)
  process.send?.({ seconds: (performance.now() - start) / 1000 })
})
