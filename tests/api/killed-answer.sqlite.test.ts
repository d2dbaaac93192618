import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openDatabase } from '../../server/db/open.ts'
import { assessments } from '../../server/db/schema/care.ts'
import { links } from '../../server/db/schema/messages.ts'
import { responses } from '../../server/db/schema/outcomes.ts'
import { joint } from '../support/care.ts'
import { openHouse, SECRET } from '../support/house.ts'
import { makeAsked, makeClinic } from '../support/patient-browser.ts'
import { type Program, startProgram } from '../support/program.ts'

/** Brings a request to the program, and kills that as soon as it begins to answer: nobody hears what it said. */
async function deafDoor(program: Program) {
  const door = createServer((caller) => {
    const server = connect(Number(new URL(program.url).port), '127.0.0.1')
    server.once('data', () => {
      void program.stop('SIGKILL')
      caller.destroy()
    })
    for (const end of [caller, server]) end.on('error', () => end.destroy())
    caller.pipe(server)
  }).listen(0, '127.0.0.1')
  await once(door, 'listening')
  const address = door.address()
  return { door, port: typeof address === 'object' && address ? address.port : 0 }
}

type Save = { url: string; port: number; cookie: string; assessment: string }

/** Saves one answer on top of version 0; null where no reply came. */
const save = ({ url, port, cookie, assessment }: Save) =>
  new Promise<{ status: number | undefined; body: string } | null>((resolve) => {
    const headers = { host: new URL(url).host, origin: url, cookie, 'sec-fetch-site': 'same-origin' }
    const asJson = { 'content-type': 'application/json', accept: 'application/json', 'if-match': '"0"' }
    const asked = request(
      {
        port,
        host: '127.0.0.1',
        method: 'PUT',
        path: '/api/patient/answers',
        headers: { ...headers, ...asJson },
      },
      (reply) => {
        let body = ''
        reply.on('data', (part) => {
          body += part
        })
        reply.on('end', () => resolve({ status: reply.statusCode, body }))
      },
    )
    asked.on('error', () => resolve(null))
    asked.end(JSON.stringify({ assessment, changes: joint(3, 1) }))
  })

test('a server that is killed between an answer and its reply has kept it; sent again it changes nothing, and is told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'uitkomst-killed-answer-'))
  const env = { DATA_DIR: folder, DATABASE_URL: `file:${join(folder, 'uitkomst.db')}`, SECRET, DEMO: '0' }
  const database = await openDatabase(env.DATABASE_URL)
  await database.migrate()
  const house = await openHouse({ env, database })
  const soon = new Date(Date.now() + 86_400_000).toISOString()
  const clinic = await makeClinic(house)
  const { token, assessmentId } = await makeAsked(house, clinic)
  await house.db.update(assessments).set({ closesAt: soon }).where(eq(assessments.id, assessmentId))
  await house.db.update(links).set({ diesAt: soon })
  await house.close()

  const killed = await startProgram(env)
  await killed.ready()
  const opened = await fetch(`${killed.url}/v/${token}/open`, {
    method: 'POST',
    headers: { origin: killed.url },
    redirect: 'manual',
  })
  const cookie = opened.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const { door, port } = await deafDoor(killed)
  expect(await save({ url: killed.url, port, cookie, assessment: assessmentId })).toBeNull()
  expect(await killed.ended).toBeNull()
  door.close()

  const next = await startProgram({ ...env, PORT: new URL(killed.url).port })
  await next.ready()
  const again = await save({
    url: next.url,
    port: Number(new URL(next.url).port),
    cookie,
    assessment: assessmentId,
  })
  expect(again?.status).toBe(412)
  expect(JSON.parse(again?.body ?? '')).toMatchObject({ detail: { version: 1, answers: joint(3, 1) } })
  expect(await next.stop()).toBe(0)
  const after = await openDatabase(env.DATABASE_URL)
  const [row] = await after.db.select().from(responses).where(eq(responses.assessmentId, assessmentId))
  expect(row).toMatchObject({ version: 1, answers: joint(3, 1) })
  await after.close()
  rmSync(folder, { recursive: true, force: true })
})
