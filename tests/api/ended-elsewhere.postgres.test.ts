import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../server/db/open.ts'
import { assessments } from '../../server/db/schema/care.ts'
import { responses } from '../../server/db/schema/outcomes.ts'
import { planMessages } from '../../server/messages/plan-messages.ts'
import { sendDue } from '../../server/messages/send-due.ts'
import { makeStaff } from '../support/factories.ts'
import { onFreshPostgres } from '../support/fresh-postgres.ts'
import { type House, openHouse } from '../support/house.ts'
import { type AskedPatient, makeAskedPatient, makeTeamOfOwn } from '../support/outbox.ts'
import { makeAsked, makeClinic, NOW, openBrowser } from '../support/patient-browser.ts'

// Two servers on one database, with nothing in common but that: what one is told of a patient while the other acts.

let one: House
let other: House
let clinician: string
let place: Awaited<ReturnType<typeof makeTeamOfOwn>>
const closing = Promise.withResolvers<void>()
let closed: Promise<void>

beforeAll(async () => {
  const opened = Promise.withResolvers<void>()
  closed = onFreshPostgres('', async (url) => {
    const first = await openDatabase(url)
    await first.migrate()
    const given = { now: NOW, env: { SMTP_URL: 'smtp://127.0.0.1:1' } }
    one = await openHouse({ ...given, database: first })
    other = await openHouse({ ...given, database: await openDatabase(url) })
    opened.resolve()
    await closing.promise
    await Promise.all([one.close(), other.close()])
  })
  await Promise.race([opened.promise, closed])
  place = await makeTeamOfOwn(one)
  clinician = await makeStaff(one, { ...place, role: 'clinician' })
})
afterAll(async () => {
  closing.resolve()
  await closed
})

const KNEE = { pain_walking: 3, pain_rest: 2, pain_night: 4, stairs: 3, rising: 2, trust: 6 }
const ANSWERS = { 'hip-knee': KNEE, 'everyday-mood': { tension: 2, low_mood: 9 } }

const ends = ['loss', 'deceased', 'withdrawn'] as const
const isTo =
  ({ patientId }: AskedPatient) =>
  ({ to }: { to: string }) =>
    to === `${patientId}@example.nl`
const mailsTo = (patient: AskedPatient) => [...one.mails, ...other.mails].filter(isTo(patient)).length
const end = (house: House, { enrolmentId }: { enrolmentId: string }, reason: string, by = clinician) =>
  house.as(by).post(`/api/enrolments/${enrolmentId}/end`, { reason })

test('who is told of while both send gets one invitation or none, nothing after it, and the others get theirs once', async () => {
  for (let round = 0; round < 12; round++) {
    const people = []
    for (let n = 0; n < 4; n++) people.push(await makeAskedPatient(one, place))
    await planMessages(one.deps)
    const reason = ends[round % 3] ?? 'loss'
    const [left, ...others] = people as [AskedPatient, ...AskedPatient[]]
    const acts = [() => sendDue(one.deps), () => sendDue(other.deps), () => end(other, left, reason)]
    const inOrder = [...acts.slice(round % 3), ...acts.slice(0, round % 3)]
    const told = await Promise.all(inOrder.map((act) => act()))
    expect(told.find((answer) => typeof answer === 'object' && answer && 'status' in answer)).toMatchObject({
      status: 204,
    })
    const got = mailsTo(left)
    expect(got).toBeLessThanOrEqual(1)
    await Promise.all([planMessages(one.deps), planMessages(other.deps)])
    await Promise.all([sendDue(one.deps), sendDue(other.deps)])
    expect(mailsTo(left), `round ${round}`).toBe(got)
    for (const person of others) expect(mailsTo(person)).toBe(1)
  }
})

test('who is told of at one server while answers come in at the other is answered or withdrawn, never both', async () => {
  const clinic = await makeClinic(one)
  for (let round = 0; round < 24; round++) {
    const asked = await makeAsked(one, clinic)
    const by = await makeStaff(one, { ...clinic, role: 'clinician' })
    const browser = openBrowser(one)
    await browser.open(asked.token)
    const submit = () => browser.submit(asked.assessmentId, 0, { answers: ANSWERS })
    const acts = [submit, () => end(other, asked, ends[round % 3] ?? 'loss', by)]
    await Promise.all((round % 4 < 2 ? acts : acts.toReversed()).map((act) => act()))
    const row = eq(assessments.id, asked.assessmentId)
    const [found] = await one.db.select().from(assessments).where(row)
    const answered = await one.db
      .select()
      .from(responses)
      .where(eq(responses.assessmentId, asked.assessmentId))
    const isAnswered = answered.some(({ submittedAt }) => submittedAt !== null)
    expect(found?.withdrawnAt !== null, `round ${round}`).toBe(!isAnswered)
  }
})
