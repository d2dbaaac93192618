import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { assessments } from '../../server/db/schema/care.ts'
import { paperEntries } from '../../server/db/schema/outcomes.ts'
import { patients } from '../../server/db/schema/patients.ts'
import { joint } from '../support/care.ts'
import { makeEnrolment, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'
import {
  makeAsked,
  makeAssessment,
  makeClinic,
  makeToken,
  NOW,
  openBrowser,
  readDraft,
} from '../support/patient-browser.ts'

// A device in the waiting room, paper, the telephone: what staff begin, and what stands with the answers.

let house: House
let clinic: Awaited<ReturnType<typeof makeClinic>>
let colleagueId: string

beforeAll(async () => {
  house = await openHouse({ now: NOW })
  clinic = await makeClinic(house)
  colleagueId = await makeStaff(house, { ...clinic, role: 'clinician' })
})
afterAll(() => house.close())

const MINUTE = 60_000
const answers = { ...joint(4, 2), 'everyday-mood': { tension: 3, low_mood: 2 } }
const typed = { mode: 'paper', respondent: 'patient', language: 'nl', answers }

async function handed() {
  const asked = await makeAsked(house, clinic)
  const { status, body } = await house.as(clinic.staffId).post(`/api/entries/${asked.assessmentId}/tablet`)
  expect(status).toBe(201)
  const { address } = body as { address: string }
  return { ...asked, path: new URL(address).pathname }
}

const openIn = async (browser: ReturnType<typeof openBrowser>) => {
  const { assessments } = (await (await browser.get('/api/patient/task')).json()) as {
    assessments: { id: string }[]
  }
  return new Set(assessments.map(({ id }) => id))
}

const eventsOf = async (type: string, actorId: string) =>
  (await house.db.select().from(auditEvents).where(eq(auditEvents.type, type))).filter(
    (event) => event.actorId === actorId,
  )

describe('a device in the clinic', () => {
  it('is opened once, answers as this patient, and says so with the answers', async () => {
    const { path, assessmentId, patientId } = await handed()
    const [one, other] = [openBrowser(house), openBrowser(house)]
    const page = await (await one.press(path)).text()
    expect(page).toContain('id="give-back"')
    expect((await other.press(path)).status).toBe(410)
    expect((await one.save(assessmentId, 0, joint(7, 1))).status).toBe(200)
    const sent = await one.submit(assessmentId, 1, { answers })
    expect(sent.status).toBe(200)
    expect(await readDraft(house, assessmentId)).toMatchObject({ mode: 'tablet', enteredBy: null })
    expect(await (await one.get('/v/sent')).text()).not.toContain('/mijn')
    expect(await eventsOf('tablet.handed-over', clinic.staffId)).not.toHaveLength(0)
    expect(await eventsOf('tablet.begun', patientId)).toHaveLength(1)
  })

  it('forgets everybody when it is given back, and when nobody touches it', async () => {
    const { path, assessmentId } = await handed()
    const tablet = openBrowser(house)
    await tablet.press(path)
    const given = await tablet.press('/v/give-back')
    expect(given.headers.get('clear-site-data')).toContain('"storage"')
    expect((await tablet.save(assessmentId, 0, joint(7, 1))).status).toBe(401)
    const left = await handed()
    const quiet = openBrowser(house)
    await quiet.press(left.path)
    house.pass(16 * MINUTE)
    expect((await quiet.save(left.assessmentId, 0, joint(7, 1))).status).toBe(401)
  })

  it('shows what the team of whoever handed it over asks, and nothing that another team asks or was told', async () => {
    const { path, patientId, assessmentId } = await handed()
    const teamId = await makeTeam(house, clinic.organisationId)
    const place = { patientId, organisationId: clinic.organisationId, teamId }
    const enrolmentId = await makeEnrolment(house, { ...place, side: 'left' })
    const other = await makeAssessment(house, { patientId, enrolmentId, teamId, moment: 'pre-op' })
    const atHome = openBrowser(house)
    await atHome.open(await makeToken(house, patientId, clinic.organisationId))
    expect((await atHome.save(other, 0, joint(8, 3))).status).toBe(200)
    expect(await openIn(atHome)).toEqual(new Set([assessmentId, other]))

    const tablet = openBrowser(house)
    await tablet.press(path)
    expect(await openIn(tablet)).toEqual(new Set([assessmentId]))
    expect(await (await tablet.get('/v')).text()).not.toContain(other)
    expect(await (await tablet.get('/v/questions')).text()).not.toContain(other)
  })

  it('ends after two hours, however busy it is', async () => {
    const { path, assessmentId } = await handed()
    const tablet = openBrowser(house)
    await tablet.press(path)
    for (let version = 0; version < 11; version++) {
      house.pass(10 * MINUTE)
      expect((await tablet.save(assessmentId, version, joint(version % 10, 1))).status).toBe(200)
    }
    house.pass(10 * MINUTE)
    expect((await tablet.save(assessmentId, 11, joint(7, 1))).status).toBe(401)
  })

  it('is opened within ten minutes or not at all, and opens nothing by its address alone', async () => {
    const { path } = await handed()
    const tablet = openBrowser(house)
    expect(await (await tablet.get(path)).text()).not.toContain('give-back')
    house.pass(11 * MINUTE)
    expect((await tablet.press(path)).status).toBe(410)
  })

  it('is for who wants no mail too, and not for who died or has answered', async () => {
    const asked = await makeAsked(house, clinic)
    const ask = () => house.as(clinic.staffId).post(`/api/entries/${asked.assessmentId}/tablet`)
    await house.db.update(patients).set({ optedOutAt: NOW }).where(eq(patients.id, asked.patientId))
    const { address } = (await ask()).body as { address: string }
    const tablet = openBrowser(house)
    await tablet.press(new URL(address).pathname)
    expect((await tablet.submit(asked.assessmentId, 0, { answers })).status).toBe(200)
    expect(await ask()).toMatchObject({ status: 409, body: { code: 'already_submitted' } })
    const gone = await makeAsked(house, clinic, { deceasedOn: '2026-03-01' })
    expect(await house.as(clinic.staffId).post(`/api/entries/${gone.assessmentId}/tablet`)).toMatchObject({
      status: 409,
      body: { code: 'not_open' },
    })
  })
})

describe('paper', () => {
  it('counts once two people have typed the same', async () => {
    const { assessmentId } = await makeAsked(house, clinic)
    const path = `/api/entries/${assessmentId}`
    const first = await house.as(clinic.staffId).post(path, { ...typed, how: 'check' })
    expect(first).toMatchObject({ status: 201, body: { outcome: 'waits' } })
    expect(await house.as(clinic.staffId).post(path, { ...typed, how: 'check' })).toMatchObject({
      body: { outcome: 'waits' },
    })
    expect(await readDraft(house, assessmentId)).toBeUndefined()
    const seen = await house.as(colleagueId).get(path)
    expect(seen.body).toMatchObject({ answers: {}, typed: [{ mine: false }], differences: [] })
    const second = await house.as(colleagueId).post(path, { ...typed, how: 'check' })
    expect(second.body).toEqual({ outcome: 'sent', checked: true })
    expect(await readDraft(house, assessmentId)).toMatchObject({
      mode: 'paper',
      enteredBy: clinic.staffId,
      checkedBy: colleagueId,
      answers,
    })
    const left = await house.db.select().from(paperEntries).where(eq(paperEntries.assessmentId, assessmentId))
    expect(left).toEqual([])
  })

  it('is compared where two people send it at the same instant', async () => {
    const misread = { ...answers, 'everyday-mood': { tension: 8, low_mood: 2 } }
    for (const others of [answers, misread, answers, misread]) {
      const { assessmentId } = await makeAsked(house, clinic)
      const type = (who: string, given: object) =>
        house.as(who).post(`/api/entries/${assessmentId}`, { ...typed, how: 'check', ...given })
      const both = await Promise.all([type(clinic.staffId, {}), type(colleagueId, { answers: others })])
      const outcomes = both.map(({ body }) => (body as { outcome: string }).outcome).toSorted()
      expect(outcomes).toEqual([others === misread ? 'differs' : 'sent', 'waits'].toSorted())
      const isThis = eq(paperEntries.assessmentId, assessmentId)
      expect(await house.db.$count(paperEntries, isThis)).toBe(others === misread ? 2 : 0)
    }
  })

  it('loses nothing that was typed or marked while somebody lets it count', async () => {
    for (const hasMore of [true, false, true, false]) {
      const { assessmentId } = await makeAsked(house, clinic)
      const type = (who: string, given: object) =>
        house.as(who).post(`/api/entries/${assessmentId}`, { ...typed, ...given })
      if (hasMore) await type(clinic.staffId, { how: 'check' })
      const urgent = { how: 'check', urgent: true, topicText: 'Meteen bellen' }
      const [sent, waits] = await Promise.all([
        type(clinic.staffId, { how: 'now' }),
        type(colleagueId, urgent),
      ])
      const draft = await readDraft(house, assessmentId)
      const refused = [sent, waits].find(({ status }) => status !== 201)
      const ended = refused
        ? { status: refused.status, body: refused.body, isFirst: refused === sent }
        : { urgent: draft?.urgent }
      const because = (code: string) => ({ status: 409, body: expect.objectContaining({ code }) as unknown })
      const sentFirst = { ...because('already_submitted'), isFirst: false }
      const waitsFirst = { ...because('typed_meanwhile'), isFirst: true }
      expect([sentFirst, waitsFirst, { urgent: true }]).toContainEqual(ended)
    }
  })

  it('shows what two people read differently, until one of them settles it', async () => {
    const { assessmentId } = await makeAsked(house, clinic)
    const path = `/api/entries/${assessmentId}`
    expect(await house.as(clinic.staffId).post(path, { ...typed, how: 'settled' })).toMatchObject({
      status: 409,
      body: { code: 'nothing_to_settle' },
    })
    await house.as(clinic.staffId).post(path, { ...typed, how: 'check' })
    expect(await house.as(colleagueId).post(path, { ...typed, how: 'settled' })).toMatchObject({
      status: 409, // who never typed it has compared nothing
      body: { code: 'nothing_to_settle' },
    })
    const misread = { ...answers, 'everyday-mood': { tension: 8, low_mood: 2 } }
    const second = await house.as(colleagueId).post(path, { ...typed, how: 'check', answers: misread })
    const difference = { instrument: 'everyday-mood', item: 'tension', one: 3, other: 8 }
    expect(second.body).toEqual({ outcome: 'differs', differences: [difference] })
    expect((await house.as(colleagueId).get(path)).body).toMatchObject({ differences: [difference] })
    const settled = await house.as(colleagueId).post(path, { ...typed, how: 'settled' })
    expect(settled.body).toEqual({ outcome: 'sent', checked: true })
    expect((await readDraft(house, assessmentId))?.answers).toEqual(answers)
  })

  it('is compared on its last page too: urgent for one is urgent until both are settled', async () => {
    const lastPage = { topics: ['pain'], topicText: 'Tuinieren', urgent: true }
    const { assessmentId } = await makeAsked(house, clinic)
    const path = `/api/entries/${assessmentId}`
    await house.as(clinic.staffId).post(path, { ...typed, ...lastPage, how: 'check' })
    expect((await house.as(clinic.staffId).get(path)).body).toMatchObject({ lastPage })
    const overlooked = await house.as(colleagueId).post(path, { ...typed, how: 'check' })
    expect(overlooked.body).toEqual({
      outcome: 'differs',
      differences: [
        { part: 'topics', one: ['pain'], other: [] },
        { part: 'topicText', one: 'Tuinieren', other: null },
        { part: 'urgent', one: true, other: false },
      ],
    })
    expect((await house.as(colleagueId).post(path, { ...typed, how: 'now' })).status).toBe(201)
    expect(await readDraft(house, assessmentId)).toMatchObject({ urgent: true })
  })

  it('names nobody for what was said by telephone while a paper waits', async () => {
    const { assessmentId } = await makeAsked(house, clinic)
    const path = `/api/entries/${assessmentId}`
    await house.as(clinic.staffId).post(path, { ...typed, how: 'check' })
    const said = { ...typed, mode: 'phone' }
    expect((await house.as(colleagueId).post(path, { ...said, how: 'check' })).status).toBe(400)
    await house.as(colleagueId).post(path, { ...said, how: 'now' })
    expect(await readDraft(house, assessmentId)).toMatchObject({ enteredBy: colleagueId, checkedBy: null })
  })

  it('counts, stops waiting and takes back a refusal together, or not at all', async () => {
    const { assessmentId } = await makeAsked(house, clinic)
    const path = `/api/entries/${assessmentId}`
    await house.as(clinic.staffId).post(path, { ...typed, how: 'check' })
    await house.db.update(assessments).set({ declinedAt: NOW }).where(eq(assessments.id, assessmentId))
    const { newId } = house.deps
    let lines = 0
    const broken = vi.spyOn(house.deps, 'newId').mockImplementation((kind) => {
      if (kind === 'aud' && ++lines === 2) throw new Error('The second line of the log cannot be written')
      return newId(kind)
    })
    expect((await house.as(colleagueId).post(path, { ...typed, how: 'check' })).status).toBe(500)
    broken.mockRestore()
    expect(await readDraft(house, assessmentId)).toBeUndefined()
    const left = await house.db.select().from(paperEntries).where(eq(paperEntries.assessmentId, assessmentId))
    expect(left).toHaveLength(1)
    expect((await house.as(colleagueId).post(path, { ...typed, how: 'check' })).status).toBe(201)
    const [row] = await house.db.select().from(assessments).where(eq(assessments.id, assessmentId))
    expect(row?.declinedAt).toBeNull()
  })

  it('counts at once when somebody decides so, and is marked as typed once', async () => {
    const { assessmentId, patientId, enrolmentId } = await makeAsked(house, clinic)
    const path = `/api/entries/${assessmentId}`
    const sent = await house.as(clinic.staffId).post(path, { ...typed, how: 'now', urgent: true })
    expect(sent.body).toEqual({ outcome: 'sent', checked: false })
    const { body } = await house
      .as(clinic.staffId)
      .get(`/api/clinic/patients/${patientId}?enrolment=${enrolmentId}`)
    expect(body).toMatchObject({ plan: [{ mode: 'paper', typedTwice: false }], answer: { urgent: true } })
    expect(await house.as(clinic.staffId).post(path, { ...typed, how: 'now' })).toMatchObject({
      status: 409,
      body: { code: 'already_submitted' },
    })
  })

  it('is refused by name where an answer is not possible, and comes late by post', async () => {
    const { assessmentId } = await makeAsked(house, clinic)
    const path = `/api/entries/${assessmentId}`
    const wrong = { ...answers, 'everyday-mood': { tension: 11, low_mood: 2 } }
    for (const how of ['check', 'now'])
      expect(await house.as(clinic.staffId).post(path, { ...typed, how, answers: wrong })).toMatchObject({
        status: 422,
        body: {
          detail: { problems: [{ instrument: 'everyday-mood', item: 'tension', code: 'not-an-option' }] },
        },
      })
    const closed = { closesAt: '2026-03-01T00:00:00.000Z' }
    await house.db.update(assessments).set(closed).where(eq(assessments.id, assessmentId))
    expect((await house.as(clinic.staffId).post(`${path}/tablet`)).status).toBe(409)
    expect((await house.as(clinic.staffId).post(path, { ...typed, how: 'now', mode: 'phone' })).status).toBe(
      201,
    )
    expect(await readDraft(house, assessmentId)).toMatchObject({ mode: 'phone', enteredBy: clinic.staffId })
  })

  it('takes the place of what the patient began only where somebody says so, and never shows it', async () => {
    const { assessmentId, token } = await makeAsked(house, clinic)
    const path = `/api/entries/${assessmentId}`
    const enter = (json: object) => house.as(clinic.staffId).post(path, { ...typed, ...json })
    const atHome = openBrowser(house)
    await atHome.open(token)
    await atHome.save(assessmentId, 0, joint(9, 1))
    expect((await house.as(clinic.staffId).get(path)).body).toMatchObject({ begun: 1, answers: {} })
    expect(await enter({ how: 'check' })).toMatchObject({ status: 201 }) // waits, and replaces nothing
    expect(await enter({ how: 'now' })).toMatchObject({ status: 409, body: { code: 'draft_begun' } })
    await atHome.save(assessmentId, 1, joint(8, 1))
    const late = await enter({ how: 'now', replaces: 1 })
    expect(late).toMatchObject({ status: 412, body: { code: 'changed_elsewhere' } })
    expect((await enter({ how: 'now', replaces: 2 })).status).toBe(201)
    expect(await readDraft(house, assessmentId)).toMatchObject({ answers, mode: 'paper' })
  })

  it('is not taken where the question was withdrawn, or somebody died, while it was sent', async () => {
    const ends = [
      (id: string) => house.db.update(assessments).set({ withdrawnAt: NOW }).where(eq(assessments.id, id)),
      (_: string, id: string) =>
        house.db.update(patients).set({ deceasedOn: '2026-03-02' }).where(eq(patients.id, id)),
    ]
    for (const end of ends) {
      const { assessmentId, patientId } = await makeAsked(house, clinic)
      const { version } = house.deps.definitions
      const between = vi.spyOn(house.deps.definitions, 'version').mockImplementation(async (id) => {
        await end(assessmentId, patientId) // after it was read that the question is open
        return version(id)
      })
      const sent = await house
        .as(clinic.staffId)
        .post(`/api/entries/${assessmentId}`, { ...typed, how: 'now', mode: 'phone' })
      between.mockRestore()
      expect(sent).toMatchObject({ status: 409, body: { code: 'not_open' } })
      expect(await readDraft(house, assessmentId)).toBeUndefined()
    }
  })

  it('is printed in the language of the patient, without a name, one list on a page', async () => {
    const { assessmentId } = await makeAsked(house, clinic, { language: 'tr', givenName: 'Zeliha' })
    const path = `/api/entries/${assessmentId}/paper`
    const { body, headers } = await house.as(clinic.staffId).get(path)
    const page = String(body)
    expect(headers.get('content-type')).toContain('text/html')
    expect(page).toContain('lang="tr"')
    expect(page).not.toContain('Zeliha')
    expect(page).toMatch(/<svg [^>]*aria-label="[^"]+"><path d="M0 0h7v1h-7z/) // the corner of a QR code
    expect(page.match(/<section/g)).toHaveLength(3)
    const { paperNumber } = (await house.as(clinic.staffId).get(`/api/entries/${assessmentId}`)).body as {
      paperNumber: string
    }
    expect(page).toContain(paperNumber)
    expect(page).toContain('Sağ taraf')
    expect(String((await house.as(clinic.staffId).get(`${path}?in=ar`)).body)).toContain('dir="rtl"')
    expect(await eventsOf('paper.printed', clinic.staffId)).not.toHaveLength(0)
  })
})
