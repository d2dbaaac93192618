import { eq, isNotNull } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { mergeNumbers } from '../../server/acts/merge-numbers.ts'
import { personKeyOf } from '../../server/care-events/store.ts'
import { systemCtx } from '../../server/ctx.ts'
import { careEvents, enrolments } from '../../server/db/schema/care.ts'
import { messages } from '../../server/db/schema/messages.ts'
import { organisations } from '../../server/db/schema/organisations.ts'
import { responses } from '../../server/db/schema/outcomes.ts'
import { patients } from '../../server/db/schema/patients.ts'
import type { ToldExperiment } from '../../server/messages/experiments.ts'
import { planThanks } from '../../server/messages/plan-thanks.ts'
import { authorityOf } from '../../server/patients/store.ts'
import { makeStaff } from '../support/factories.ts'
import type { House } from '../support/house.ts'
import {
  makeAskedPatient,
  makeAssessment,
  makeTeamOfOwn,
  openPostOffice,
  outbox,
  post,
  submit,
} from '../support/outbox.ts'

let house: House
let place: Awaited<ReturnType<typeof makeTeamOfOwn>>
let manager: string
beforeEach(async () => {
  house = await openPostOffice()
  place = await makeTeamOfOwn(house)
  manager = await makeStaff(house, { organisationId: place.organisationId, role: 'data-manager' })
})
afterEach(() => house.close())

const DAY = 24 * 3_600_000
const asManager = () => house.as(manager)
const put = (text: object | null, which = 'invitation/nl') =>
  asManager().put(`/api/messages/texts/${which}`, { text })
const optOutPath = (at = -1) =>
  new URL(house.mails.at(at)?.headers['List-Unsubscribe']?.slice(1, -1) ?? '').pathname
const unsubscribe = (path: string, scope?: string) =>
  house.app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: scope ? `scope=${scope}` : 'List-Unsubscribe=One-Click',
  })

describe('an organisation’s own words', () => {
  const text = { subject: 'Vertel het {organisatie}', opening: 'Wij horen graag van u.' }

  test('stand in the next mail in their language, and in no other', async () => {
    expect((await put(text)).status).toBe(200)
    await makeAskedPatient(house, place)
    await makeAskedPatient(house, place, { language: 'en' })
    await post(house)
    const [dutch, english] = house.mails.toSorted((a, b) => b.subject.localeCompare(a.subject))
    expect(dutch?.subject).toBe('Vertel het Ziekenhuis De Vaart')
    expect(dutch?.text).toContain('Wij horen graag van u.')
    expect(english?.text).toContain('would like to know how you are doing')
  })

  test('are refused with words that tell what care is about, and seen before they are kept', async () => {
    const wrong = { subject: 'Hoe is uw heup?', opening: 'Kijk op www.elders.example.' }
    const refused = await put(wrong)
    expect([refused.status, refused.body]).toMatchObject([
      422,
      {
        code: 'text_unfit',
        detail: { problems: [{ code: 'health-words', found: ['heup'] }, { code: 'address' }] },
      },
    ])
    const preview = await asManager().post('/api/messages/texts/invitation/nl/preview', { text: wrong })
    expect(preview.body).toMatchObject({ subject: 'Hoe is uw heup?', problems: [{}, {}] })
    expect(JSON.stringify(preview.body)).toContain('mevrouw Van der Ploeg')
    const elsewhere = await makeTeamOfOwn(house)
    const other = await makeStaff(house, { organisationId: elsewhere.organisationId, role: 'data-manager' })
    await put(text)
    expect(JSON.stringify((await house.as(other).get('/api/messages/texts')).body)).not.toContain('Vertel')
  })

  test('go back to ours, and a mail that went says what it said then', async () => {
    await put(text)
    house.pass(1000)
    await put(null)
    await makeAskedPatient(house, place)
    await post(house)
    expect(house.mails[0]?.subject).toBe('Vragen voor uw afspraak bij Ziekenhuis De Vaart')
    expect((await asManager().get('/api/messages/texts')).body).toMatchObject([
      { kind: 'invitation', language: 'nl', own: null },
      ...Array.from({ length: 7 }, () => ({ own: null })),
    ])
  })
})

test('no mail on a quiet day', async () => {
  await house.db.update(organisations).set({ quietDays: ['1'] }) // a Monday
  await makeAskedPatient(house, place)
  expect(await post(house)).toMatchObject({ planned: 0, sent: 0 })
  house.pass(DAY)
  expect(await post(house)).toMatchObject({ planned: 1, sent: 1 })
})

test('who answered is thanked once a day where the organisation wants that, without a link to any question', async () => {
  const person = await makeAskedPatient(house, place)
  await submit(house, person)
  expect(await post(house)).toMatchObject({ planned: 0 })
  await house.db.update(organisations).set({ thanks: true })
  expect(await post(house)).toMatchObject({ planned: 1, sent: 1 })
  expect(await post(house)).toMatchObject({ planned: 0 })
  expect(house.mails[0]?.subject).toBe('Dank u wel, namens Ziekenhuis De Vaart')
  expect(house.mails[0]?.text).not.toContain('/v/')
})

test('who did not answer themselves is not thanked for what somebody sent from an address of their own', async () => {
  const person = await makeAskedPatient(house, place)
  await submit(house, person)
  await house.db.update(organisations).set({ thanks: true })
  const manager = await makeStaff(house, { organisationId: place.organisationId, role: 'data-manager' })
  const partner = { name: 'Anna de Wit', relation: 'partner', untilOn: '2026-12-31', readsMail: false }
  const named = { ...partner, email: 'anna@example.nl' }
  const { status } = await house.as(manager).put(`/api/choices/${person.patientId}/proxy`, named)
  expect(status).toBe(200)
  const thanked = async (respondent: 'patient' | 'proxy') => {
    await house.db.update(responses).set({ respondent })
    await post(house)
    return house.db.$count(messages, eq(messages.kind, 'thanks'))
  }
  expect(await thanked('proxy')).toBe(0)
  expect(await thanked('patient')).toBe(1)
})

test('who had a loss after answering is not thanked as if nothing had happened', async () => {
  const person = await makeAskedPatient(house, place)
  await submit(house, person)
  await house.db.update(organisations).set({ thanks: true })
  const clinician = await makeStaff(house, { ...place, role: 'clinician' })
  house.pass(1000)
  const end = `/api/enrolments/${person.enrolmentId}/end`
  expect((await house.as(clinician).post(end, { reason: 'loss' })).status).toBe(204)
  expect(await post(house)).toMatchObject({ planned: 0 })
})

test('nor by a mail that was written before the loss and waited for the morning', async () => {
  const person = await makeAskedPatient(house, place)
  await submit(house, person)
  await house.db.update(organisations).set({ thanks: true })
  await planThanks(house.deps, await house.db.select().from(organisations))
  const clinician = await makeStaff(house, { ...place, role: 'clinician' })
  house.pass(1000)
  await house.as(clinician).post(`/api/enrolments/${person.enrolmentId}/end`, { reason: 'loss' })
  expect(await post(house)).toMatchObject({ suppressed: 1, sent: 0 })
  expect(await house.db.select().from(messages).where(eq(messages.kind, 'thanks'))).toMatchObject([
    { why: 'turned', sentAt: null },
  ])
})

test('nor when the loss was told before, under a number that became theirs after the mail was written', async () => {
  const { organisationId, ...person } = await makeAskedPatient(house, place, { number: '4711' })
  const later = { authority: authorityOf(organisationId), number: '5822' }
  await house.db.insert(careEvents).values({
    id: 'evt_loss',
    organisationId,
    number: 'their own',
    personKey: personKeyOf(house.deps.seal, later),
    outcomeSet: 'hip-knee-osteoarthritis',
    meaning: 'event:loss',
    turn: 'loss',
    goesOn: [],
    happenedOn: '2026-03-02',
    changedAt: house.deps.now().toISOString(),
    source: 'fhir',
    recordedBy: 'feed',
    recordedAt: house.deps.now().toISOString(),
  })
  house.pass(1000)
  await submit(house, { organisationId, ...person })
  await house.db.update(organisations).set({ thanks: true })
  await planThanks(house.deps, await house.db.select().from(organisations))
  house.pass(1000)
  const told = { kept: { number: '4711' }, gone: { number: '5822' } }
  expect(await mergeNumbers(house.deps, systemCtx(organisationId, 'feed'), told, 'hl7')).toBe('joined')
  expect(await post(house)).toMatchObject({ suppressed: 1, sent: 0 })
  expect(await house.db.select().from(enrolments)).toMatchObject([{ endReason: 'loss' }])
})

describe('no more mail', () => {
  const later = { moment: 'month-3', anchor: 'stage:surgery', opensAt: '2026-03-02T23:00:00.000Z' }
  const closing = { dueAt: '2026-03-20T23:00:00.000Z', closesAt: '2026-03-25T23:00:00.000Z' }

  test('about this care alone: the rest goes on, and staff can turn it on again', async () => {
    const person = await makeAskedPatient(house, place)
    await post(house)
    const page = await (await house.app.request(optOutPath())).text()
    expect(page).toContain('Over deze vragen')
    const answer = await unsubscribe(optOutPath(), 'care')
    expect(await answer.text()).toContain('over deze vragen geen mail of sms meer')
    expect(await house.db.select().from(enrolments)).toMatchObject([
      { mailOffAt: '2026-03-02T08:00:00.000Z' },
    ])
    expect((await house.db.select().from(patients))[0]?.optedOutAt).toBeNull()
    await makeAssessment(house, { ...person, ...later, ...closing, appointmentId: null })
    house.pass(DAY)
    expect(await post(house)).toMatchObject({ planned: 0 })
    await house.db.update(enrolments).set({ mailOffAt: null })
    expect(await post(house)).toMatchObject({ planned: 1, sent: 1 })
  })

  test('a mail that was waiting about this care is held back with its reason', async () => {
    await makeAskedPatient(house, place)
    await post(house)
    await house.db.update(messages).set({ sentAt: null })
    await unsubscribe(optOutPath(), 'care')
    expect(await post(house)).toMatchObject({ sent: 0, suppressed: 1 })
    expect(await outbox(house)).toMatchObject([{ why: 'opted-out' }])
  })

  test('with one click of the mail program: of the organisation; everywhere: of all, for one person alone', async () => {
    const address = 'samen@example.nl'
    const one = await makeAskedPatient(house, place, { address })
    const elsewhere = await makeTeamOfOwn(house)
    await post(house)
    const path = optOutPath(0)
    const sameThere = await makeAskedPatient(house, elsewhere, { address })
    const ofFamily = await makeAskedPatient(house, place, { address })
    await house.db
      .update(patients)
      .set({ searchName: 'sam visser' })
      .where(eq(patients.id, ofFamily.patientId))
    expect((await unsubscribe(path)).status).toBe(200)
    const out = async () => {
      const rows = await house.db
        .select({ id: patients.id })
        .from(patients)
        .where(isNotNull(patients.optedOutAt))
      return rows.map(({ id }) => id).toSorted()
    }
    expect(await out()).toEqual([one.patientId])
    const page = await (await house.app.request(path)).text()
    expect(page).toContain('Dit geldt alleen voor u.')
    const answer = await unsubscribe(path, 'everywhere')
    expect(await answer.text()).toContain('Die mail stopt met de link in die mail zelf.')
    expect(await out(), 'and nobody of the family').toEqual([one.patientId, sameThere.patientId].toSorted())
  })
})

describe('an experiment', () => {
  const arms = { language: 'nl', a: { text: null, at: null }, b: { text: null, at: '17:00' } }
  const start = (more: object = {}) =>
    asManager().post('/api/messages/experiments', {
      name: 'Na het werk',
      outcomeSet: 'hip-knee-osteoarthritis',
      arms,
      ...more,
    })
  const told = async () =>
    ((await asManager().get('/api/messages/experiments')).body as { experiments: ToldExperiment[] })
      .experiments

  test('invites half of the patients in another way, each always in the same', async () => {
    expect((await start()).status).toBe(200)
    for (let n = 0; n < 40; n++) await makeAskedPatient(house, place)
    const { sent } = await post(house)
    const drawn = await outbox(house)
    const late = drawn.filter(({ arm }) => arm?.endsWith(' b'))
    expect(drawn.every(({ arm }) => arm !== null)).toBe(true)
    expect(sent + late.length).toBe(40)
    expect(late.length).toBeGreaterThan(5)
    expect(late.length).toBeLessThan(35)
    expect(new Set(late.map(({ dueAt }) => dueAt))).toEqual(new Set(['2026-03-02T16:00:00.000Z']))
    house.goTo('2026-03-02T16:00:00Z')
    expect(await post(house)).toMatchObject({ planned: 0, sent: late.length })
    house.pass(8 * DAY)
    const [one] = await told()
    expect(one?.result).toMatchObject({ verdict: 'not-yet', a: { invited: sent, started: 0 } })
    expect(one?.planned).toBe(382)
    expect((await asManager().post(`/api/messages/experiments/${one?.id}/end`)).status).toBe(200)
    expect((await told())[0]?.result.verdict).toBe('none')
  })

  test('is refused in words where it cannot be', async () => {
    expect((await start({ arms: { ...arms, b: arms.a } })).body).toMatchObject({ code: 'arms_same' })
    const night = { ...arms, b: { text: null, at: '03:00' } }
    expect((await start({ arms: night })).body).toMatchObject({ code: 'hour_outside' })
    const ill = {
      ...arms,
      b: { text: { subject: 'Uw knie', opening: 'Hoe is het ermee vandaag?' }, at: null },
    }
    expect((await start({ arms: ill })).body).toMatchObject({ code: 'text_unfit' })
    expect((await start({ outcomeSet: 'breast-cancer' })).status).toBe(404)
    await start()
    expect((await start()).body).toMatchObject({ code: 'experiment_runs' })
  })
})
