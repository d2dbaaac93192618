import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TeamFunnel, TeamOutcomes } from '../../core/figures/team-outcomes.ts'
import type { TeamWishes } from '../../core/figures/team-wishes.ts'
import { readSoulFigures } from '../../server/clinic/figures.ts'
import { systemCtx } from '../../server/ctx.ts'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { assessments, enrolments, measureValues, stageEntries } from '../../server/db/schema/care.ts'
import { responses } from '../../server/db/schema/outcomes.ts'
import { formerTraits, patients } from '../../server/db/schema/patients.ts'
import { saveContacts } from '../../server/patients/contact.ts'
import { chooseLanguage } from '../../server/patients/language.ts'
import { takePerson } from '../../server/patients/take-person.ts'
import { staffContext } from '../../server/staff/context.ts'
import { makeCourse, makePerson, makeStageEntry, type Person } from '../support/cohort.ts'
import { makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'
import { expectPdf } from '../support/printed.ts'

let house: House
let teamId: string
let clinician: string
let place: { organisationId: string; teamId: string }

const PAIN = { instrument: 'hip-knee', scale: 'pain' }
const period = 'from=2025-01&to=2026-02'

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-02T08:00:00Z' })
  const organisationId = await makeOrganisation(house)
  teamId = await makeTeam(house, organisationId)
  place = { organisationId, teamId }
  clinician = await makeStaff(house, { ...place, role: 'clinician' })
  await makeCohort()
})
afterAll(() => house.close())

/** 40 people: pain 8 before; 3 months later 20 have 2, 12 have 8 still; 8 did not answer. */
async function makeCohort() {
  for (let number = 0; number < 40; number++) {
    const person = await makePerson(house, place, {
      patient: {
        birthDate: number < 12 ? '1945-05-05' : '1970-05-05',
        language: number < 13 ? 'en' : 'nl',
      },
      treatmentOption: number < 25 ? 'hip-replacement' : 'knee-replacement',
    })
    await makeStageEntry(house, person, 'intake', '2025-02-01')
    await makeStageEntry(house, person, 'surgery', '2025-04-01')
    await intake(person)
    await later(person, number)
    await recordStay(person, number)
  }
}

const intake = (person: Person) =>
  makeCourse(house, person, {
    moment: 'intake',
    on: '2025-03-10',
    came: 'discussed',
    staffId: clinician,
    scores: [{ ...PAIN, value: 8 }],
  })

const later = (person: Person, number: number) =>
  makeCourse(house, person, {
    moment: 'month-3',
    on: '2025-07-10',
    came: number < 20 ? 'opened' : number < 32 ? 'completed' : number < 36 ? 'started' : 'invited',
    staffId: clinician,
    scores: [{ ...PAIN, value: number < 20 ? 2 : 8 }],
  })

const recordStay = (person: Person, number: number) =>
  house.db.insert(measureValues).values(
    [
      { measure: 'length-of-stay', value: number % 2 === 0 ? 2 : 4 },
      { measure: 'deep-infection', value: number === 0 ? 1 : 0 },
    ].map((value) => ({
      ...value,
      id: house.deps.newId('mea'),
      enrolmentId: person.enrolmentId,
      measuredOn: '2025-04-04',
      source: 'staff',
      recordedBy: clinician,
      recordedAt: '2025-04-04T09:00:00.000Z',
    })),
  )

async function outcomes(query = '', staffId = clinician) {
  const answer = await house.as(staffId).get(`/api/teams/${teamId}/outcomes?${period}${query}`)
  expect(answer.status).toBe(200)
  return answer.body as TeamOutcomes
}

describe('outcomes of a team', () => {
  it('per moment: completeness, mean, bands, change since the first', async () => {
    const { moments, baseline } = await outcomes('&measure=joint-pain')
    expect(baseline).toBe('intake')
    const [first] = moments
    expect(first).toMatchObject({ id: 'intake', change: null })
    expect(first?.summary).toMatchObject({ asked: 40, response: 1, n: 40 })
    expect(first?.summary.mean?.value).toBe(8)
    const after = moments.find(({ id }) => id === 'month-3')
    expect(after?.summary).toMatchObject({ asked: 40, response: 0.8, n: 32 })
    // (20 × 2 + 12 × 8) / 32
    expect(after?.summary.mean?.value).toBe(4.25)
    expect(after?.change).toMatchObject({ n: 32, shares: { shares: [20 / 32, 12 / 32, 0], together: 0 } })
    const bands = after?.summary.bands?.shares ?? []
    expect(bands.reduce<number>((sum, share) => sum + (share ?? 0), 0)).toBeCloseTo(1, 12)
    expect(bands).toContain(20 / 32)
  })

  it('by a property, at the moment in view, each level with who is known of it', async () => {
    const { rows, moment } = await outcomes('&measure=joint-pain&by=stage&moment=month-3')
    expect(moment).toBe('month-3')
    expect(rows.map(({ id, summary }) => [id, summary.n])).toEqual([['surgery', 32]])
    const byAge = (await outcomes('&measure=joint-pain&by=age&moment=month-3')).rows
    expect(byAge.map(({ id, summary }) => [id, summary.n, summary.response])).toEqual([
      ['under-65', 20, 20 / 28],
      ['75-and-over', 12, 1],
    ])
    // a few of them are drawn one by one, for the team that treats them
    expect(byAge[1]?.dots).toEqual(Array.from({ length: 12 }, () => 2))
    const analyst = await makeStaff(house, { organisationId: place.organisationId, role: 'analyst' })
    const seen = await outcomes('&measure=joint-pain&by=age&moment=month-3', analyst)
    expect(seen.rows[1]?.dots).toBeNull()
  })

  it('over time, and who is missing, at the moment with most answers after the first', async () => {
    const { moment, time, missing } = await outcomes('&measure=joint-pain')
    expect(moment).toBe('month-3')
    expect(time).toMatchObject([{ from: '2025-07', to: '2025-07', n: 32 }])
    const groups = missing.map(({ by, id, asked, response }) => [by, id, asked, response])
    expect(groups).toContainEqual(['age', 'under-65', 28, 20 / 28])
    expect(groups).toContainEqual(['age', '75-and-over', 12, 1])
    expect(groups).toContainEqual(['age', '65-74', null, null])
    // thirteen read English, and twelve of those are 75 and over: told both, the difference is one person
    expect(groups).toContainEqual(['language', 'other', null, null])
  })

  it('the page as it was chosen, on paper, for who may see it; the look is logged', async () => {
    const asked = `${period}&measure=joint-pain&by=age&moment=month-3&language=nl`
    const at = `/api/documents/teams/${teamId}/outcomes?${asked}`
    const file = (staff: string) => house.app.request(at, { headers: { 'x-test-staff': staff } })
    await expectPdf(await file(clinician), {
      named: 'team-2026-03-02.pdf',
      words: [
        'per leeftijd: 3 maanden na de operatie',
        '75 en ouder jul 2025 12 100 % 2 (2 tot 2) 100 % 0 % 0 %',
        'uitgenodigd 80',
        '32 van 40 −3,8',
      ],
      unsaid: ['andere taal'], // told with age, it would tell of one person
    })
    const elsewhere = await makeStaff(house, {
      organisationId: await makeOrganisation(house),
      role: 'analyst',
    })
    expect((await file(elsewhere)).status).toBe(404)
    const looks = await house.db.select().from(auditEvents).where(eq(auditEvents.type, 'team.page-printed'))
    expect(looks).toMatchObject([{ objectId: teamId, actorId: clinician }])
  })

  it('what was told stays as it was told when a file is corrected or a stage comes in late', async () => {
    const read = () =>
      Promise.all(['', '&by=age', '&by=stage'].map((by) => outcomes(`&measure=joint-pain${by}`)))
    const told = await read()
    const [path] = await house.db.select().from(enrolments).where(eq(enrolments.teamId, teamId)).limit(1)
    if (!path) throw new Error('no care path')
    const { id: enrolmentId, patientId } = path
    const [was] = await house.db.select().from(patients).where(eq(patients.id, patientId))
    if (!was) throw new Error('no patient')
    const ctx = systemCtx(place.organisationId, 'test')
    await house.db.transaction(async (tx) => {
      await takePerson(tx, house.deps, patientId, { ...was, birthDate: '1955-05-05' })
      await saveContacts(tx, house.deps, [{ ...was, email: null, emailKey: was.emailKey ? null : 'a key' }])
    })
    await chooseLanguage(house.deps, ctx, patientId, was.language === 'en' ? 'nl' : 'en')
    await makeStageEntry(house, { enrolmentId }, 'follow-up', '2025-04-02')
    const now = house.deps.now().toISOString()
    await house.db.update(stageEntries).set({ recordedAt: now }).where(eq(stageEntries.stage, 'follow-up'))
    expect(await read()).toEqual(told)
    const kept = await house.db.select().from(formerTraits).orderBy(formerTraits.kind)
    expect(kept.map(({ kind, value }) => [kind, value])).toEqual([
      ['birth-date', was.birthDate],
      ['language', was.language],
      ['mail', was.emailKey ? 'with' : 'without'],
    ])
  })

  it('follows the same people from their first measurement, and says how many are left', async () => {
    const { curve } = await outcomes('&measure=joint-pain')
    expect(curve).toMatchObject({ months: { from: '2025-03', to: '2025-07' }, began: 40 })
    // 20 went from 8 to 2, 12 stayed at 8: −120 / 32
    expect(curve?.points).toMatchObject([{ id: 'month-3', asked: 40, n: 32, change: { value: -3.75 } }])
  })

  it('clinical measures as share or mean of those whose window is over', async () => {
    const { measures } = await outcomes()
    const byId = new Map(measures.map((measure) => [measure.id, measure]))
    expect(byId.get('deep-infection')).toMatchObject({ eligible: 40, n: 40 })
    expect(byId.get('deep-infection')?.estimate?.value).toBe(1 / 40)
    // within a year of surgery on 1 April 2025: not over yet
    expect(byId.get('reoperation')).toMatchObject({ eligible: null, n: null, estimate: null })
  })

  it('tells of a part, but not when the others can be worked out from it', async () => {
    const part = await outcomes('&measure=joint-pain&who=treatment:hip-replacement')
    expect(part.who).toMatchObject({ by: 'treatment', level: { id: 'hip-replacement' } })
    expect(part.moments[0]?.summary.n).toBe(25)
    expect(part.measures.find(({ id }) => id === 'deep-infection')).toMatchObject({ eligible: 25, n: 25 })
    expect(part).toMatchObject({ curve: null, missing: [], rows: [] })
    await makePerson(house, place, { treatmentOption: 'osteotomy' }).then(intake)
    const ask = (who: string) => house.as(clinician).get(`/api/teams/${teamId}/outcomes?${period}&who=${who}`)
    expect(await ask('treatment:osteotomy')).toMatchObject({ status: 422, body: { code: 'unknown_choice' } })
    // 25, 15 and 1: the one is hidden together with the fifteen
    expect(await ask('treatment:knee-replacement')).toMatchObject({ status: 422 })
    expect((await ask('treatment:hip-replacement')).status).toBe(200)
  })

  it('of a lead clinician only their own patients can be chosen, and one cut at a time', async () => {
    const ask = (query: string) => house.as(clinician).get(`/api/teams/${teamId}/outcomes?${period}&${query}`)
    expect(await ask('who=clinician:others')).toMatchObject({ status: 422 })
    expect(await ask('who=clinician:mine')).toMatchObject({ status: 422 })
    expect(await ask('who=treatment:hip-replacement&by=sex')).toMatchObject({
      status: 422,
      body: { code: 'one_cut' },
    })
  })

  it('refuses what it does not know, with a code', async () => {
    const ask = (query: string) => house.as(clinician).get(`/api/teams/${teamId}/outcomes?${query}`)
    expect(await ask('measure=nothing')).toMatchObject({ status: 422, body: { code: 'unknown_choice' } })
    expect(await ask('who=nothing')).toMatchObject({ status: 422, body: { detail: { name: 'who' } } })
    expect(await ask('who=treatment:nothing')).toMatchObject({ status: 422 })
    expect((await ask('by=nothing')).status).toBe(400)
    expect(await ask('moment=nothing')).toMatchObject({ status: 422 })
    expect(await ask('from=2026-13')).toMatchObject({ status: 400 })
    expect(await ask('from=2026-03-04')).toMatchObject({ status: 400 })
    expect(await ask('from=2026-02&to=2026-01')).toMatchObject({
      status: 422,
      body: { code: 'wrong_period' },
    })
    expect(await ask('from=2001-01')).toMatchObject({ status: 422, body: { code: 'wrong_period' } })
  })
})

it('says what patients chose to discuss, of groups that are large enough on both sides', async () => {
  const answered = await house.db.select({ id: responses.id }).from(responses).orderBy(responses.id)
  const chose = (topics: string[], from: number, to: number) =>
    house.db
      .update(responses)
      .set({ topics })
      .where(
        inArray(
          responses.id,
          answered.slice(from, to).map(({ id }) => id),
        ),
      )
  await chose(['pain'], 0, 30)
  const ask = async () => (await house.as(clinician).get(`/api/teams/${teamId}/wishes`)).body as TeamWishes
  const { people, months, topics } = await ask()
  expect([people, months?.from]).toEqual([41, '2025-03'])
  const pain = topics.find(({ id }) => id === 'pain')
  expect(pain?.people).toBeGreaterThanOrEqual(10)
  expect(topics.filter(({ id }) => id !== 'pain').every(({ people: n }) => n === 0)).toBe(true)
  await chose(['pain', 'work'], 0, 4)
  expect((await ask()).topics.find(({ id }) => id === 'work')?.people ?? null).toBeNull()
})

describe('the funnel of a team', () => {
  const ask = async (query = period) => {
    const answer = await house.as(clinician).get(`/api/teams/${teamId}/funnel?${query}`)
    expect(answer.status).toBe(200)
    return answer.body as TeamFunnel
  }

  it('counts per month of the invitation', async () => {
    const { months, total } = await ask('from=2025-06&to=2025-06')
    expect(total?.steps.map(({ n }) => n)).toEqual([40, 36, 32, 20, 0])
    expect(months[0]?.funnel?.started).toMatchObject({ n: 36, of: 40 })
    expect(total?.discussed).toMatchObject({ n: 0, of: 32 })
  })

  it('says of the month that runs that it is not over, not that it is small', async () => {
    const { months } = await ask('from=2026-02&to=2026-03')
    expect(months).toEqual([
      { id: '2026-02', isOver: true, funnel: null },
      { id: '2026-03', isOver: false, funnel: null },
    ])
  })

  it('counts who would rather not and sent nothing, which is no step', async () => {
    const before = await ask('from=2025-06&to=2025-06')
    expect(before.total?.declined).toBe(0)
    await house.db.update(assessments).set({ declinedAt: '2025-06-20T09:00:00.000Z' })
    const { total } = await ask('from=2025-06&to=2025-06')
    await house.db.update(assessments).set({ declinedAt: null })
    expect(total?.declined).toBe(40 - 32)
    expect(total?.steps).toEqual(before.total?.steps)
  })

  it('says the same as the two figures of the clinic', async () => {
    const ctx = await staffContext(house.db, clinician, house.deps.now())
    const june = { now: house.deps.now().toISOString(), today: '2025-06-30', zone: 'Europe/Amsterdam' }
    const figures = ctx && (await readSoulFigures(house.db, ctx, june))
    const { total } = await ask('from=2025-06&to=2025-06')
    expect(figures).toMatchObject({
      started: { n: total?.started.n, of: total?.started.of, month: '2025-06' },
      discussed: { n: total?.discussed.n, of: total?.discussed.of },
    })
  })

  it('compares with as many months before, and calls a signal what is beyond chance', async () => {
    const { before, moves } = await ask('from=2025-05&to=2025-07')
    expect(before).toMatchObject({ from: '2025-02', to: '2025-04' })
    expect(before.total?.discussed.of).toBeGreaterThanOrEqual(40)
    expect(moves.discussed).toBe('lower')
  })

  it('begins a month at midnight of the organisation', async () => {
    // 14 hours before UTC: the invitation of 31 October, 10:00 UTC, is one of 1 November there
    const organisationId = await makeOrganisation(house, { timeZone: 'Pacific/Kiritimati' })
    const far = { organisationId, teamId: await makeTeam(house, organisationId) }
    const lead = await makeStaff(house, { ...far, role: 'team-lead' })
    for (let number = 0; number < 10; number++)
      await makeCourse(house, await makePerson(house, far), {
        moment: 'check-up',
        on: '2025-11-14',
        came: 'invited',
      })
    const invited = async (month: string) => {
      const { body } = await house.as(lead).get(`/api/teams/${far.teamId}/funnel?from=${month}&to=${month}`)
      return (body as TeamFunnel).total?.steps[0]?.n ?? null
    }
    expect(await invited('2025-10')).toBeNull()
    expect(await invited('2025-11')).toBe(10)
  })

  it('tells nothing of a month with fewer than ten people, however often they were invited', async () => {
    const person = await makePerson(house, place)
    for (let number = 0; number < 12; number++)
      await makeCourse(house, person, { moment: 'check-up', on: '2024-06-14', came: 'completed' })
    expect(await ask('from=2024-05&to=2024-05')).toMatchObject({ total: null, months: [{ funnel: null }] })
    expect((await ask('from=2024-01&to=2024-02')).months.map(({ funnel }) => funnel)).toEqual([null, null])
  })
})

describe('who may see a team’s results', () => {
  const paths = () => [`/api/teams/${teamId}/outcomes`, `/api/teams/${teamId}/funnel`]

  it('nobody without signing in, nobody without the right', async () => {
    const editor = await makeStaff(house, { organisationId: place.organisationId, role: 'outcome-editor' })
    for (const path of paths()) {
      expect((await house.as(null).get(path)).status).toBe(401)
      expect((await house.as(editor).get(path)).status).toBe(403)
    }
  })

  it('its own members and the organisation’s analysts, for everybody else it is not there', async () => {
    const other = await makeOrganisation(house)
    const otherTeam = await makeTeam(house, place.organisationId)
    const insiders = [
      await makeStaff(house, { ...place, role: 'team-lead' }),
      await makeStaff(house, { organisationId: place.organisationId, role: 'analyst' }),
    ]
    const outsiders = [
      await makeStaff(house, { organisationId: place.organisationId, teamId: otherTeam, role: 'clinician' }),
      await makeStaff(house, { organisationId: other, role: 'analyst' }),
    ]
    for (const path of paths()) {
      for (const staffId of insiders) expect((await house.as(staffId).get(path)).status).toBe(200)
      for (const staffId of outsiders) expect((await house.as(staffId).get(path)).status).toBe(404)
    }
    expect((await house.as(outsiders[0] ?? '').get('/api/teams')).body).toEqual({
      teams: [{ id: otherTeam, name: 'Heup en knie' }],
    })
  })

  it('leaves a line in the log, without patients', async () => {
    await outcomes()
    const lines = await house.db.select().from(auditEvents)
    expect(lines.find(({ type }) => type === 'team.outcomes-read')).toMatchObject({
      purpose: 'HOPERAT',
      action: 'R',
      objectId: teamId,
    })
  })
})

it('counts a clinical measure of one treatment among those who had it', async () => {
  house.goTo('2026-06-02T08:00:00Z') // a year after surgery
  const { body } = await house.as(clinician).get(`/api/teams/${teamId}/outcomes?from=2025-06&to=2026-05`)
  const { measures } = body as { measures: { id: string; eligible: number | null }[] }
  const eligible = Object.fromEntries(measures.map((one) => [one.id, one.eligible]))
  expect(eligible).toMatchObject({ reoperation: 40, 'revision-12m': 40, 'dislocation-12m': 25 })
})

it('tells a lead clinician of their own patients once three have enough of them to make the team’s figure', async () => {
  const paths = await house.db
    .select({ id: enrolments.id })
    .from(enrolments)
    .where(eq(enrolments.teamId, teamId))
    .orderBy(enrolments.id)
  const lead = async (leadClinicianId: string, from: number, to: number) => {
    const led = paths.slice(from, to).map(({ id }) => id)
    await house.db.update(enrolments).set({ leadClinicianId }).where(inArray(enrolments.id, led))
  }
  const choices = async () => {
    const { body } = await house.as(clinician).get(`/api/teams/${teamId}/outcomes?${period}`)
    const { cuts, fewClinicians } = (body as TeamOutcomes).choices
    return { fewClinicians, own: cuts.find(({ by }) => by === 'clinician')?.levels.map(({ id }) => id) }
  }
  const colleague = () => makeStaff(house, { ...place, role: 'clinician' })
  await lead(clinician, 0, 14)
  await lead(await colleague(), 14, paths.length)
  expect(await choices()).toEqual({ fewClinicians: true, own: [] })
  await lead(await colleague(), 27, paths.length)
  expect(await choices()).toEqual({ fewClinicians: false, own: ['mine'] })
})
