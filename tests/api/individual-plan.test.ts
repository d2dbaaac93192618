import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ConsultDesk, textOf, writtenPlan } from '../../core/consult/individual-plan.ts'
import type { OnePager } from '../../core/consult/one-pager.ts'
import { planEnrolments, versionsOfPatients } from '../../server/acts/plan-enrolment.ts'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { assessments } from '../../server/db/schema/care.ts'
import { agreementTemplates, individualPlans } from '../../server/db/schema/outcomes.ts'
import { type Care, makeCare, makePath } from '../support/care.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let care: Care
let path: Awaited<ReturnType<typeof makePath>>

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-10T08:00:00Z' })
  care = await makeCare(house)
  path = await makePath(house, care, { intake: '2026-03-16T09:00:00.000Z' })
})
afterAll(() => house.close())

const me = () => house.as(care.staffId)
const at = (of: string) => `/api/consults/enrolments/${path.enrolmentId}/${of}`
const desk = async () => (await me().get(at('desk'))).body as ConsultDesk
const page = async () => (await me().get(`/api/clinic/patients/${path.patientId}`)).body as OnePager

const plan = {
  version: 0,
  matters: 'Weer naar de volkstuin.',
  options: [
    { option: 'Oefenen met de fysiotherapeut', isChosen: true },
    { option: 'Eerst een scan', isChosen: false },
  ],
  reason: 'Wil nu geen operatie.',
  tookPart: ['partner'],
  stages: ['intake'],
}

it('keeps what was considered and chosen, in versions, and never over somebody else’s', async () => {
  expect((await desk()).plan).toBeNull()
  expect((await me().put(at('plan'), plan)).body).toEqual({ version: 1 })
  expect((await desk()).plan).toMatchObject({ ...plan, version: 1, writtenBy: 'Maaike Hoekstra' })
  expect(await me().put(at('plan'), plan)).toMatchObject({ status: 409, body: { code: 'changed_elsewhere' } })
  const twice = await Promise.all([1, 1].map((version) => me().put(at('plan'), { ...plan, version })))
  expect(twice.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect(await house.db.$count(individualPlans)).toBe(2)
})

it('is taken back by writing what stood there, and says nothing where nothing did', async () => {
  const { plan: last } = await desk()
  const version = last?.version ?? 0
  const back = await me().put(at('plan'), { ...textOf(last), version })
  expect(back.body).toEqual({ version: version + 1 })
  expect(writtenPlan((await desk()).plan)).toMatchObject({ ...plan, version: version + 1 })
  expect((await me().put(at('plan'), { ...textOf(null), version: version + 1 })).status).toBe(200)
  const blank = (await desk()).plan
  expect(blank).toMatchObject({ version: version + 2, matters: null })
  expect(writtenPlan(blank)).toBeNull()
})

it('refuses two choices, and a stage that is not on the care path', async () => {
  const { version = 0 } = (await desk()).plan ?? {}
  const both = plan.options.map((one) => ({ ...one, isChosen: true }))
  const refused = await me().put(at('plan'), { ...plan, version, options: both })
  expect(refused).toMatchObject({ status: 422, body: { code: 'two_choices' } })
  expect((await me().put(at('plan'), { ...plan, version, stages: ['moon'] })).status).toBe(404)
})

it('asks the questions of a moment once more, and leaves that alone when it plans again', async () => {
  const order = { moment: 'month-3', dueOn: '2026-04-20', reason: 'om te zien of het beter gaat' }
  expect(await me().post(at('assessments'), { ...order, dueOn: '2026-03-09' })).toMatchObject({
    status: 422,
    body: { code: 'day_passed' },
  })
  for (const dueOn of ['2028-03-11', '9999-12-31'])
    expect(await me().post(at('assessments'), { ...order, dueOn })).toMatchObject({
      status: 422,
      body: { code: 'day_too_far' },
    })
  const made = await me().post(at('assessments'), order)
  expect(made.status).toBe(201)
  const { id } = made.body as { id: string }
  const versions = await versionsOfPatients(house.deps, [path.patientId])
  await house.db.transaction((tx) => planEnrolments(tx, house.deps, versions, [path.enrolmentId]))
  const [row] = await house.db.select().from(assessments).where(eq(assessments.id, id))
  expect(row).toMatchObject({
    opensAt: '2026-04-05T22:00:00.000Z',
    dueAt: '2026-04-19T22:00:00.000Z',
    closesAt: '2026-05-03T22:00:00.000Z',
    withdrawnAt: null,
  })
  house.goTo('2026-04-10T08:00:00Z')
  expect(await me().post(at('assessments'), { ...order, dueOn: '2026-04-22' })).toMatchObject({
    status: 409,
    body: { code: 'asked_already' },
  })
  const skip = { what: 'skip', reason: 'vergissing' }
  expect((await me().put(`/api/enrolments/${path.enrolmentId}/assessments/${id}`, skip)).status).toBe(204)
  expect((await me().post(at('assessments'), { ...order, dueOn: '2026-04-22' })).status).toBe(201)
  expect((await me().post(at('assessments'), { ...order, moment: 'no-such' })).status).toBe(404)
})

it('keeps sentences of the team to begin from, each once', async () => {
  const sentence = 'U fietst elke dag een half uur.'
  for (let times = 0; times < 2; times++)
    expect((await me().post(at('templates'), { sentence })).status).toBe(201)
  const { templates } = await desk()
  expect(templates).toMatchObject([{ sentence }])
  expect((await me().delete(at(`templates/${templates[0]?.id}`))).status).toBe(200)
  expect((await desk()).templates).toEqual([])
})

it('says that the list of sentences is full, and keeps none beyond it', async () => {
  const row = { teamId: care.teamId, addedBy: care.staffId, addedAt: '2026-04-10T08:00:00.000Z' }
  const sentences = Array.from({ length: 40 }, (_, nth) => `U loopt elke dag ${nth} minuten.`)
  await house.db
    .insert(agreementTemplates)
    .values(sentences.map((sentence) => ({ ...row, id: house.deps.newId('agt'), sentence })))
  const keep = (sentence: string | undefined) => me().post(at('templates'), { sentence })
  expect(await keep('U zwemt elke week.')).toMatchObject({ status: 409, body: { code: 'templates_full' } })
  expect((await keep(sentences[0])).status).toBe(201)
  const { templates } = await desk()
  expect(templates).toHaveLength(40)
  await house.db.delete(agreementTemplates).where(eq(agreementTemplates.sentence, sentences[39] ?? ''))
  const atOnce = await Promise.all(
    ['Eén.', 'Twee.', 'Drie.', 'Vier.'].map((word) => keep(`U loopt elke dag. ${word}`)),
  )
  expect(atOnce.filter(({ status }) => status === 201)).toHaveLength(1)
  await me().delete(at(`templates/${templates[0]?.id}`))
  expect((await keep('U zwemt elke week.')).status).toBe(201)
  const written = await house.db.select({ type: auditEvents.type }).from(auditEvents)
  const lines = (type: string) => written.filter((line) => line.type === type).length
  expect([lines('team.template-kept'), lines('team.template-dropped')]).toEqual([3, 2])
})

it('says of an agreement that it was done, and lets one stand that was taken back by mistake', async () => {
  const given = { sentence: 'Weer zelf boodschappen doen.', kind: 'goal', dueOn: '2026-06-01' }
  const { id } = (await me().post(at('agreements'), given)).body as { id: string }
  const of = `agreements/${id}`
  expect((await me().put(at(`${of}/done`), { done: true })).status).toBe(200)
  expect((await page()).agreements).toMatchObject([{ id, kind: 'goal', doneAt: '2026-04-10T08:00:00.000Z' }])
  expect((await me().put(at(`${of}/done`), { done: false })).status).toBe(200)
  expect((await me().delete(at(of))).status).toBe(200)
  expect((await page()).agreements).toEqual([])
  expect((await me().put(at(`${of}/standing`))).status).toBe(200)
  expect((await page()).agreements).toMatchObject([{ id, doneAt: null }])
  await me().delete(at(of))
  house.pass(11 * 60_000)
  expect((await me().put(at(`${of}/standing`))).status).toBe(404)
})
