import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dialect } from '../../server/db/dialect.ts'
import { openDatabase } from '../../server/db/open.ts'
import { planMessages } from '../../server/messages/plan-messages.ts'
import { onFreshPostgres } from '../support/fresh-postgres.ts'
import { type House, openHouse, SECRET } from '../support/house.ts'
import { type AskedPatient, makeAskedPatient, makeTeamOfOwn, outbox, submit } from '../support/outbox.ts'
import { startSmtp, type TestSmtp } from '../support/smtp.ts'

// A process that is really killed in the middle of a campaign: after the mail server took a mail, before it is marked.

const SENDER = fileURLToPath(new URL('../support/sender.ts', import.meta.url))
const PEOPLE = 14
const AT_ONCE = 5

let folder: string
let smtp: TestSmtp
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uitkomst-killed-'))
  smtp = await startSmtp()
})
afterEach(async () => {
  await smtp.close()
  await rm(folder, { recursive: true })
})

const got = () => smtp.mails.map(({ envelope }) => envelope.to[0] ?? '')
const addressOf = ({ patientId }: AskedPatient) => `${patientId}@example.nl`

test('a sender that is killed is followed by another: nobody is missed, twice is the same mail, and who answered gets none', async () => {
  const done = dialect === 'postgres' ? onFreshPostgres('', campaign) : campaign(`file:${folder}/uitkomst.db`)
  await expect(done).resolves.toBeUndefined()
})

async function campaign(DATABASE_URL: string) {
  const env = { DATABASE_URL, SMTP_URL: smtp.url, DATA_DIR: folder, SECRET, DEMO: '0', LOG_LEVEL: 'silent' }
  const database = await openDatabase(DATABASE_URL)
  await database.migrate()
  const house = await openHouse({ env, database })
  try {
    await killInTheMiddle(house, env)
  } finally {
    await house.close()
  }
}

function startSender(env: Record<string, string>, at: Date) {
  const child = spawn(process.execPath, [SENDER], {
    env: { PATH: process.env.PATH, ...env, AT: at.toISOString() },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return { child, said: text(child.stdout), ended: once(child, 'exit') }
}

async function killInTheMiddle(house: House, env: Record<string, string>) {
  const start = () => startSender(env, house.deps.now())
  const place = await makeTeamOfOwn(house)
  const people = []
  for (let n = 0; n < PEOPLE; n++) people.push(await makeAskedPatient(house, place))
  expect(await planMessages(house.deps)).toBe(PEOPLE)

  smtp.fail('silent', PEOPLE, 3)
  const killed = start()
  // Each of its connections has given a mail away, and waits to hear so.
  await vi.waitUntil(() => smtp.waiting() === AT_ONCE, { timeout: 60_000 })
  killed.child.kill('SIGKILL')
  await killed.ended
  const taken = got()
  expect(taken.length).toBeLessThan(PEOPLE)

  const answered = people.findIndex((one) => !taken.includes(addressOf(one)))
  const who = people[answered]
  if (!who) throw new Error('Everybody was mailed before the kill')
  await submit(house, who)
  smtp.recover()
  house.pass(11 * 60_000) // what the dead one had in hand is free again
  expect(JSON.parse(await start().said)).toMatchObject({ suppressed: 1, failed: 0, retried: 0 })

  const everybody = people.map(addressOf).filter((_, n) => n !== answered)
  expect([...new Set(got())].toSorted()).toEqual(everybody.toSorted())
  const rows = await outbox(house)
  expect(rows.filter(({ sentAt }) => sentAt !== null)).toHaveLength(PEOPLE - 1)
  expect(rows.filter(({ why }) => why === 'completed')).toHaveLength(1)
  const twice = got().length - everybody.length
  expect(twice).toBeGreaterThanOrEqual(1)
  expect(twice).toBeLessThanOrEqual(AT_ONCE)
  const messageIds = new Set(smtp.mails.map(({ messageId }) => messageId))
  expect(messageIds.size).toBe(everybody.length)
}
