import { and, eq, isNull } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FeedRules } from '../../core/feeds/feed-rules.ts'
import { auditEvents, auditSubjects } from '../../server/db/schema/audit.ts'
import {
  assessments,
  careEvents,
  enrolments,
  measureValues,
  stageEntries,
} from '../../server/db/schema/care.ts'
import { feedRules, patients, quarantine } from '../../server/db/schema/patients.ts'
import { serviceKeys } from '../../server/db/schema/staff.ts'
import { hashOf } from '../../server/staff/links.ts'
import { openAsking } from '../support/access/asking.ts'
import { makeEnrolment, makeOrganisation, makePatient, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let ask: ReturnType<typeof openAsking>['ask']
let organisationId: string
let teamId: string
let managerId: string
let clinicianId: string
const KEY = 'uk_ehr'

type Issue = { diagnostics: string; details: { coding: { code: string }[] } }

beforeEach(async () => {
  house = await openHouse({ now: '2026-03-02T08:00:00Z' })
  ask = openAsking(house).ask
  organisationId = await makeOrganisation(house)
  await house.db.insert(serviceKeys).values({
    id: 'key_ehr',
    organisationId,
    name: 'EHR',
    keyHash: hashOf(KEY),
    createdAt: '2026-01-01T00:00:00.000Z',
  })
  await openTeam('type-2-diabetes')
})
afterEach(() => house.close())

async function openTeam(outcomeSet: string) {
  teamId = await makeTeam(house, organisationId, { outcomeSet, name: outcomeSet })
  managerId = await makeStaff(house, { organisationId, role: 'data-manager' })
  clinicianId = await makeStaff(house, { organisationId, teamId, role: 'clinician' })
}

async function setRules(more: Partial<FeedRules>) {
  const content = { rules: [], ownNumbers: [], ...more }
  await house.db
    .insert(feedRules)
    .values({ organisationId, content, version: 1, changedAt: 'now', changedBy: managerId })
}

const person = {
  resourceType: 'Patient',
  id: 'p1',
  identifier: [{ value: '4711' }],
  name: [{ family: 'van der Ploeg', given: ['Wil'] }],
  gender: 'female',
  birthDate: '1959-04-12',
}
const about = { identifier: { value: '4711' }, type: 'Patient' }
const coded = (system: string, code: string) => ({ coding: [{ system, code }] })
const ATC = 'http://www.whocc.no/atc'
const ICD = 'http://hl7.org/fhir/sid/icd-10'

const metformin = (more: object = {}) => ({
  resourceType: 'MedicationRequest',
  id: 'm1',
  meta: { lastUpdated: '2026-03-01T09:00:00Z' },
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: coded(ATC, 'A10BA02'),
  subject: about,
  authoredOn: '2026-02-20',
  ...more,
})
const visit = (more: object) => ({
  resourceType: 'Encounter',
  id: 'v1',
  meta: { lastUpdated: '2026-03-01T09:00:00Z' },
  status: 'finished',
  class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
  subject: about,
  period: { start: '2026-02-20T09:30:00+01:00' },
  ...more,
})
const diagnosis = (code: string, more: object = {}) => ({
  resourceType: 'Condition',
  id: 'c1',
  meta: { lastUpdated: '2026-03-01T09:00:00Z' },
  contained: [person],
  code: coded(ICD, code),
  subject: { reference: '#p1' },
  onsetDateTime: '2026-02-18',
  ...more,
})
const sugar = (value: number, on: string, more: object = {}) => ({
  resourceType: 'Observation',
  id: `o-${on}`,
  meta: { lastUpdated: '2026-03-01T09:00:00Z' },
  status: 'final',
  code: coded('http://loinc.org', '59261-8'),
  subject: about,
  effectiveDateTime: on,
  valueQuantity: { value, unit: 'mmol/mol' },
  ...more,
})

async function send(resource: { resourceType: string }) {
  const sent = await ask(KEY, { method: 'POST', path: `/fhir/${resource.resourceType}`, body: resource })
  const issues = (JSON.parse(sent.text) as { issue: Issue[] }).issue
  return { status: sent.status, issues, what: issues[0]?.details?.coding[0]?.code }
}

const patient = (outcomeSet = 'type-2-diabetes', side = '') =>
  makePatient(house, organisationId, { number: '4711' }).then(async (patientId) => ({
    patientId,
    enrolmentId: await makeEnrolment(house, {
      patientId,
      organisationId,
      teamId,
      outcomeSet,
      side,
      startedOn: '2026-02-01',
    }),
  }))

const stages = async () =>
  (await house.db.select().from(stageEntries).where(isNull(stageEntries.withdrawnAt))).map(
    ({ stage, enteredOn, source }) => ({ stage, enteredOn, source }),
  )
const started = [{ stage: 'start', enteredOn: '2026-02-20', source: 'event' }]
const asked = async (moment: string) =>
  (
    await house.db
      .select()
      .from(assessments)
      .where(and(eq(assessments.moment, moment), isNull(assessments.withdrawnAt)))
  ).length
const measured = async () =>
  (await house.db.select().from(measureValues).where(isNull(measureValues.replacedAt))).map(
    ({ measure, value, measuredOn, source }) => ({ measure, value, measuredOn, source }),
  )

describe('what happened', () => {
  test('begins a stage and what is asked after it; taken back, neither is there', async () => {
    await patient()
    expect((await send(metformin())).what).toBe('taken')
    expect(await stages()).toEqual(started)
    expect(await asked('month-3')).toBe(1)
    expect((await send(metformin())).what).toBe('unchanged')
    const later = { meta: { lastUpdated: '2026-03-02T07:00:00Z' } }
    expect((await send(metformin({ ...later, status: 'entered-in-error' }))).what).toBe('withdrawn')
    expect(await stages()).toEqual([])
    expect(await asked('month-3')).toBe(0)
  })

  test('is known by what was said last, whatever came first', async () => {
    await patient()
    await send(metformin({ meta: { lastUpdated: '2026-03-02T07:00:00Z' }, authoredOn: '2026-02-25' }))
    expect((await send(metformin())).what).toBe('unchanged')
    expect(await stages()).toEqual([{ ...started[0], enteredOn: '2026-02-25' }])
  })

  test('waits, under no name, for somebody who is not known yet', async () => {
    expect((await send(metformin())).what).toBe('taken')
    const [waiting] = await house.db.select().from(careEvents)
    expect(waiting).toMatchObject({ patientId: null, stage: 'start' })
    expect(JSON.stringify(waiting)).not.toContain('4711')
    const enrolled = await house.as(clinicianId).post('/api/enrolments', {
      teamId,
      patient: { number: '4711', givenName: 'Wil', familyName: 'van der Ploeg', birthDate: '1959-04-12' },
    })
    expect(enrolled.status).toBe(201)
    expect(await stages()).toEqual(started)
  })

  test('that is none of ours is not kept, and a day to come is refused with its place', async () => {
    await patient()
    expect((await send(metformin({ medicationCodeableConcept: coded(ATC, 'N02BE01') }))).what).toBe('skipped')
    expect(await house.db.$count(careEvents)).toBe(0)
    const refused = await send(metformin({ authoredOn: '2026-05-01' }))
    expect(refused.status).toBe(422)
    expect(refused.issues[0]?.diagnostics).toContain('still to come')
  })

  const own = coded('urn:own', 'MET-500')
  test.each([
    ['drug', metformin({ medicationCodeableConcept: own }), 'entered-in-error'],
    ['visit', visit({ reasonCode: [own] }), 'cancelled'],
    ['visit of a kind', visit({ type: [own] }), 'entered-in-error'],
  ])('is read by the hospital’s own code of a %s where a rule says so', async (_, resource, mistaken) => {
    await setRules({
      events: [
        {
          name: 'Local',
          all: [{ field: 'code', is: ['MET-*'] }],
          any: [],
          not: [],
          to: { teamId, means: 'event:medicine-start' },
        },
      ],
    })
    await patient()
    expect((await send(resource)).what).toBe('taken')
    expect(await stages()).toEqual(started)
    const later = { meta: { lastUpdated: '2026-03-02T07:00:00Z' }, status: mistaken }
    expect((await send({ ...resource, ...later })).what).toBe('withdrawn')
    expect(await stages()).toEqual([])
  })

  test('a colleague takes it back for good: the feed does not say it again', async () => {
    const { enrolmentId } = await patient()
    await send(metformin())
    const [event] = await house.db.select().from(careEvents)
    const path = `/api/enrolments/${enrolmentId}/events/${event?.id}`
    await house.db.update(careEvents).set({ outcomeSet: 'stroke' })
    expect((await house.as(clinicianId).delete(path)).status).toBe(404) // of another group's path
    await house.db.update(careEvents).set({ outcomeSet: 'type-2-diabetes' })
    expect((await house.as(clinicianId).delete(path)).status).toBe(204)
    expect((await house.as(clinicianId).delete(path)).status).toBe(404)
    await send(metformin({ meta: { lastUpdated: '2026-03-02T07:30:00Z' } }))
    expect(await stages()).toEqual([])
  })
})

describe('a diagnosis of the patient group', () => {
  test('is proposed, once, and enrols when somebody says so', async () => {
    expect((await send(diagnosis('E11.9'))).what).toBe('set-aside')
    expect((await send(diagnosis('E119', { id: 'c2' }))).what).toBe('set-aside')
    expect(await house.db.$count(patients)).toBe(0)
    const manager = house.as(managerId)
    const { asides } = (await manager.get('/api/quarantine')).body as {
      asides: { id: string; reason: string; event: { teams: { id: string }[] } }[]
    }
    expect(asides).toMatchObject([{ reason: 'proposed', event: { codes: 'E119', teams: [{ id: teamId }] } }])
    const accepted = await manager.post(`/api/quarantine/${asides[0]?.id}/accept`, { winner: 'ours' })
    expect(accepted.status).toBe(200)
    expect(await house.db.select().from(enrolments)).toMatchObject([
      { startedOn: '2026-02-18', endedOn: null },
    ])
    expect((await send(diagnosis('E11.9', { id: 'c3' }))).what).toBe('unchanged')
  })

  test('enrols at once where the team wants that; another’s, a child’s and a doubted one do not', async () => {
    await setRules({ enrols: [teamId] })
    expect((await send(diagnosis('I10'))).what).toBe('skipped')
    const young = { contained: [{ ...person, birthDate: '2015-01-01' }] }
    expect((await send(diagnosis('E11', young))).what).toBe('skipped')
    const unsure = { verificationStatus: { coding: [{ code: 'provisional' }] } }
    expect((await send(diagnosis('E11', unsure))).what).toBe('unchanged')
    expect(await house.db.$count(patients)).toBe(0)
    expect((await send(diagnosis('E11.9', { meta: {} }))).what).toBe('enrolled')
    expect(await house.db.$count(enrolments)).toBe(1)
  })

  test('of somebody with another name here waits for a person', async () => {
    await patient()
    const other = { contained: [{ ...person, name: [{ family: 'Jansen', given: ['Piet'] }] }] }
    expect((await send(metformin({ ...other, subject: { reference: '#p1' } }))).what).toBe('set-aside')
    expect(await stages()).toEqual([])
    const [aside] = await house.db.select().from(quarantine)
    expect(aside).toMatchObject({ reason: 'event-differs' })
    expect(JSON.stringify(aside?.message)).not.toContain('Jansen')
    const about = await house.db
      .select({ patientId: auditSubjects.patientId })
      .from(auditSubjects)
      .innerJoin(auditEvents, eq(auditEvents.id, auditSubjects.eventId))
      .where(eq(auditEvents.type, 'events.admitted'))
    expect(about).toEqual([{ patientId: aside?.patientId }])
    await house.as(managerId).post(`/api/quarantine/${aside?.id}/accept`, { winner: 'ours' })
    expect(await stages()).toEqual(started)
  })
})

test('a measurement is the measure of its window, the last of them, until somebody gives another', async () => {
  const { enrolmentId } = await patient()
  await send(sugar(61.4, '2026-02-25'))
  expect(await measured()).toEqual([]) // nothing began yet
  await send(metformin())
  await send(sugar(55, '2026-02-28'))
  await send(sugar(70, '2026-02-10'))
  const now = { measure: 'hba1c-12m', value: 55, measuredOn: '2026-02-28', source: 'event' }
  expect(await measured()).toMatchObject([now])
  await send(
    sugar(55, '2026-02-28', { status: 'entered-in-error', meta: { lastUpdated: '2026-03-02T07:00:00Z' } }),
  )
  expect(await measured()).toMatchObject([{ ...now, value: 61, measuredOn: '2026-02-25' }])
  const [row] = await house.db.select().from(measureValues).where(isNull(measureValues.replacedAt))
  await house.db
    .update(measureValues)
    .set({ source: 'staff' })
    .where(eq(measureValues.id, row?.id ?? ''))
  await send(sugar(90, '2026-03-01'))
  expect(await measured()).toMatchObject([{ value: 61, source: 'staff' }])
  expect(enrolmentId).not.toBe('')
})

describe('a turn', () => {
  const loss = (more: object = {}) => ({
    resourceType: 'Condition',
    id: 'l1',
    meta: { lastUpdated: '2026-03-01T09:00:00Z' },
    code: coded(ICD, 'O36.4'),
    subject: about,
    onsetDateTime: '2026-02-28',
    ...more,
  })
  const undone = {
    meta: { lastUpdated: '2026-03-02T06:00:00Z' },
    verificationStatus: { coding: [{ code: 'entered-in-error' }] },
  }
  const birth = {
    resourceType: 'Procedure',
    id: 'b1',
    status: 'completed',
    code: coded(ICD, 'O80'),
    subject: about,
    performedDateTime: '2026-02-20',
  }
  const ends = async () =>
    (await house.db.select().from(enrolments)).map(({ endedOn, endReason }) => ({ endedOn, endReason }))

  beforeEach(() => openTeam('pregnancy-childbirth'))

  test('ends what is asked, both ways, in any order', async () => {
    await patient('pregnancy-childbirth')
    await send(birth)
    expect(await asked('weeks-6')).toBe(1)
    await send(loss())
    expect(await ends()).toEqual([{ endedOn: '2026-02-28', endReason: 'loss' }])
    expect(await asked('weeks-6')).toBe(0)
    await send(loss(undone))
    expect(await ends()).toEqual([{ endedOn: null, endReason: null }])
    expect(await asked('weeks-6')).toBe(1)
    await send(loss())
    expect(await ends()).toEqual([{ endedOn: null, endReason: null }])
  })

  test('that is taken back before it came is none', async () => {
    await patient('pregnancy-childbirth')
    await send(loss(undone))
    await send(loss())
    expect(await ends()).toEqual([{ endedOn: null, endReason: null }])
  })

  test('by hand ends it too, and is undone by hand', async () => {
    const { enrolmentId } = await patient('pregnancy-childbirth')
    const clinician = house.as(clinicianId)
    const end = { reason: 'loss', endedOn: '2026-03-01' }
    expect((await clinician.post(`/api/enrolments/${enrolmentId}/end`, end)).status).toBe(204)
    expect(await ends()).toEqual([{ endedOn: '2026-03-01', endReason: 'loss' }])
    const plan = (await clinician.get(`/api/enrolments/${enrolmentId}/plan`)).body as {
      happened: { id: string; title: { nl: string } }[]
    }
    expect(plan.happened).toMatchObject([{ title: { nl: 'Verlies van de baby' } }])
    await clinician.delete(`/api/enrolments/${enrolmentId}/events/${plan.happened[0]?.id}`)
    expect(await ends()).toEqual([{ endedOn: null, endReason: null }])
  })

  test('that goes on asks only what the set names', async () => {
    await openTeam('type-2-diabetes')
    const { enrolmentId } = await patient()
    await send(metformin())
    expect(await asked('month-3')).toBe(1)
    await house.as(clinicianId).post(`/api/enrolments/${enrolmentId}/end`, { reason: 'palliative' })
    expect(await ends()).toEqual([{ endedOn: null, endReason: null }])
    expect(await asked('month-3')).toBe(0)
  })
})
