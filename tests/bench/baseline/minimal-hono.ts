// The least that can answer the same requests: a Hono handler that runs the statements which the program was seen to run,
// prepared once, with one commit for each request. It checks nothing, scores nothing and refuses nothing.
// Started by the bench: DATABASE, RECORDING and PORT tell it what to do.
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { serve } from '@hono/node-server'
import Client from 'better-sqlite3'
import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Recording } from '../submission/recording.ts'
import { filler, type Template } from '../template.ts'

const { DATABASE = '', RECORDING = '', PORT = '' } = process.env
const database = new Client(DATABASE)
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
database.pragma('foreign_keys = ON')

let made = 0
const newId = (prefix: string) => `${prefix}_${String(++made).padStart(26, '0')}`
const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url')

/** All statements of one request, in one transaction when any of them writes. */
function prepare(template: Template) {
  const statements = template.map(({ sql, slots }) => {
    const statement = database.prepare(sql)
    return { statement: statement.reader ? statement.raw() : statement, slots }
  })
  const runAll = (facts: Record<string, unknown>) => {
    const fill = filler(facts, Date.now(), newId)
    for (const { statement, slots } of statements) {
      const values = fill.valuesOf(slots)
      if (statement.reader) fill.gave(statement.get(...values) as unknown[] | undefined)
      else fill.gave(void statement.run(...values))
    }
  }
  return statements.every(({ statement }) => statement.readonly)
    ? runAll
    : database.transaction(runAll).immediate
}

const recording = JSON.parse(readFileSync(RECORDING, 'utf8')) as Recording
const open = prepare(recording.open)
const saves = recording.saves.map(prepare)
const submit = { quiet: prepare(recording.submit.quiet), alert: prepare(recording.submit.alert) }

type Given = { assessment: string; answers: Record<string, Record<string, number>> }

const factsOf = (c: Context, assessment: string, answers: unknown) => ({
  assessment,
  answers: JSON.stringify(answers),
  session: sha256(getCookie(c, 'answer') ?? ''),
  address: c.req.header('x-forwarded-for'),
})

const app = new Hono()
  .post('/v/:token/open', (c) => {
    const secret = randomBytes(32).toString('base64url')
    setCookie(c, 'answer', secret, { httpOnly: true, sameSite: 'Lax', path: '/' })
    const address = c.req.header('x-forwarded-for')
    open({ token: sha256(c.req.param('token')), session: sha256(secret), address })
    return c.json({ next: '/v' })
  })
  .put('/api/patient/answers', async (c) => {
    const { assessment, changes } = await c.req.json<{ assessment: string; changes: unknown }>()
    const version = Number(c.req.header('if-match')?.replaceAll('"', ''))
    saves[version]?.(factsOf(c, assessment, changes))
    return c.json({ version: version + 1 })
  })
  .post('/api/patient/submit', async (c) => {
    const { assessment, answers } = await c.req.json<Given>()
    const calls = Object.values(answers).some(({ item_10 }) => item_10 === 4)
    submit[calls ? 'alert' : 'quiet'](factsOf(c, assessment, answers))
    return c.json({ submittedAt: new Date().toISOString() })
  })
  .get('/healthz', (c) => c.text('ok'))

serve({ fetch: app.fetch, port: Number(PORT), hostname: '127.0.0.1' })
