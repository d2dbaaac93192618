import { eq } from 'drizzle-orm'
import type { JSONWebKeySet } from 'jose'
import { auditEvents, auditSubjects } from '../../server/db/schema/audit.ts'
import { feedRules } from '../../server/db/schema/patients.ts'
import { staff } from '../../server/db/schema/staff.ts'
import { openBrowsing } from './browsing.ts'
import { makeCourse, makePerson } from './cohort.ts'
import { makeOrganisation, makeStaff, makeTeam } from './factories.ts'
import { openHouse } from './house.ts'
import { openRecordSystem, PERSONNEL } from './record-system.ts'

// A house, and a record system from which a clinician opens patients there.

export const HERE = 'http://localhost:3000'
export const NOW = '2026-03-20T09:00:00Z'
const numbered = (value: string) => ({
  identifier: [
    { system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: '999990019' },
    { type: { coding: [{ code: 'MR' }] }, system: 'urn:oid:2.16.840.1.113883.2.4.99.1', value },
  ],
})
const people = {
  patients: { p1: numbered('4711'), p2: numbered('4712'), p3: numbered('4713'), p9: numbered('9999') },
  practitioners: { d1: { identifier: [{ system: PERSONNEL, value: '5001' }] }, d9: { identifier: [] } },
}

type House = Awaited<ReturnType<typeof openHouse>>

/** `systems` are what the house is told of it; `isKeyed` lets it ask the house for the keys of its client. */
export async function openLaunching(systems: (iss: string) => object[], { isKeyed = false } = {}) {
  const later: { house?: House } = {}
  const keysOf = async () => (await (await later.house?.app.request('/smart/keys'))?.json()) as JSONWebKeySet
  const now = () => later.house?.deps.now() ?? new Date(NOW)
  const record = await openRecordSystem(now, people, isKeyed ? { keysOf } : {})
  const house = await openHouse({
    now: NOW,
    env: { RECORD_SYSTEMS: JSON.stringify(systems(record.iss)), SMTP_URL: 'smtp://mail.example:25' },
  })
  later.house = house
  const persons = await makePersons(house)
  const browse = () =>
    openBrowsing({ [HERE]: (url, init) => house.app.request(url.slice(HERE.length), init) })
  const launchOf = (patient: string | null, practitioner = 'd1') =>
    `${HERE}/smart/launch?${new URLSearchParams({ iss: record.iss, launch: record.launch({ patient, practitioner }) })}`
  const close = async () => {
    await house.close()
    await record.close()
  }
  return { house, record, ...persons, browse, launchOf, linesOf: linesIn(house), close }
}

async function makePersons(house: House) {
  const organisationId = await makeOrganisation(house)
  const place = { organisationId, teamId: await makeTeam(house, organisationId) }
  const clinician = await makeStaff(house, { ...place, role: 'clinician', name: 'Nora Wit' })
  await house.db.update(staff).set({ recordNumber: '5001' }).where(eq(staff.id, clinician))
  await house.db.insert(feedRules).values({
    organisationId,
    content: { rules: [], ownNumbers: ['urn:oid:2.16.840.1.113883.2.4.99.1'] },
    version: 1,
    changedAt: NOW,
    changedBy: clinician,
  })
  const own = await makePerson(house, place, { patient: { number: '4711' } })
  const colleagues = await makePerson(house, place, { patient: { number: '4712' } })
  const other = { organisationId, teamId: await makeTeam(house, organisationId) }
  const elsewhere = await makePerson(house, other, { patient: { number: '4713' } })
  const course = { moment: 'check-up', on: '2026-03-16', came: 'completed' } as const
  const responseId = (await makeCourse(house, own, course)).responseId ?? ''
  return { organisationId, clinician, own, colleagues, elsewhere, responseId }
}

export type Browser = ReturnType<typeof openBrowsing>

/** Goes along until the page of the patient, which is the frontend's, or a page that refuses. */
export async function follow(browser: Browser, address: string) {
  for (let url = address; ; ) {
    const answer = await browser.step(url)
    const next = answer.headers.get('location')
    const id = next && /^\/staff\/launched\/(lau_\w+)$/.exec(next)?.[1]
    if (id) return { id, status: answer.status, text: '', headers: answer.headers }
    if (!next) return { id: '', status: answer.status, text: await answer.text(), headers: answer.headers }
    url = new URL(next, url).href
  }
}

export async function ask(browser: Browser, id: string, path: string, method = 'GET', body?: unknown) {
  const headers = { 'x-launch': id, origin: HERE, 'content-type': 'application/json' }
  const answer = await browser.go(`${HERE}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: (answer.text ? JSON.parse(answer.text) : null) as unknown }
}

const linesIn = (house: House) => async (patientId: string) => {
  const rows = await house.db
    .select({ type: auditEvents.type, detail: auditEvents.detail, at: auditEvents.at })
    .from(auditEvents)
    .innerJoin(auditSubjects, eq(auditSubjects.eventId, auditEvents.id))
    .where(eq(auditSubjects.patientId, patientId))
    .orderBy(auditEvents.at)
  return rows.map(({ type, detail }) => [type, detail])
}
