import { and, eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import type { AlertDesk } from '../../core/alerts/alert-desk.ts'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { assessments } from '../../server/db/schema/care.ts'
import { alerts } from '../../server/db/schema/outcomes.ts'
import { answer, type Care, everyday, joint, life, makeCare, makePath } from './care.ts'
import { makeStaff } from './factories.ts'
import { type House, openHouse } from './house.ts'

const DAY_MS = 86_400_000
const YEAR_MS = 364 * DAY_MS
const RULE = 'severe-joint-pain'

/** A team that watches alerts, at ten in the morning in Amsterdam on a Monday in spring. */
export type Watch = {
  house: House
  care: Care
  owner: string
  deputy: string
  lead: string
  administrator: string
  /** So many days after that Monday, at the same hour. */
  day: (days: number) => string
}

async function makeWatch(house: House, monday: number): Promise<Watch> {
  const day = (days: number) => new Date(monday + days * DAY_MS).toISOString()
  house.goTo(day(0))
  const care = await makeCare(house)
  const { organisationId, teamId } = care
  return {
    house,
    care,
    owner: care.staffId,
    deputy: await makeStaff(house, { organisationId, teamId, role: 'clinician', name: 'Sem Visser' }),
    lead: await makeStaff(house, { organisationId, teamId, role: 'team-lead', name: 'Noor Bakker' }),
    administrator: await makeStaff(house, { organisationId, role: 'administrator', name: 'Bo Smit' }),
    day,
  }
}

/** Hands each story of a file a team of its own, and a Monday of its own. */
export function watchStories(begin: (watch: Watch) => void) {
  let house: House
  let monday = Date.parse('2026-05-04T08:00:00.000Z')
  beforeAll(async () => {
    house = await openHouse({ now: new Date(monday).toISOString(), env: { SMTP_URL: 'smtp://mail.invalid' } })
  })
  afterAll(() => house.close())
  afterEach(() => house.db.delete(alerts)) // or they would climb in the next story
  beforeEach(async () => {
    begin(await makeWatch(house, monday))
    monday += YEAR_MS
  })
}

export const rulePath = ({ care }: Watch, rule = RULE) => `/api/alerts/teams/${care.teamId}/rules/${rule}`

/** The lead names who answers for severe pain. */
export const nameDuty = (watch: Watch) =>
  watch.house
    .as(watch.lead)
    .put(rulePath(watch), { isOff: false, ownerId: watch.owner, deputyId: watch.deputy })

async function pain({ house, care }: Watch, enrolmentId: string, level: number, given: { urgent?: boolean }) {
  const answers = { ...joint(level, 1), ...everyday(6, 2), ...life(5, 1) }
  return (await answer(house, care.ctx, enrolmentId, 'intake', { answers, ...given })).responseId
}

/** A patient with so much pain, and the alert that their answer raised. */
export async function raised(watch: Watch, level = 9, given: { urgent?: boolean } = {}) {
  const path = await makePath(watch.house, watch.care, { intake: watch.day(3) })
  const responseId = await pain(watch, path.enrolmentId, level, given)
  return { ...path, responseId, alert: await alertOf(watch, responseId) }
}

export async function alertOf({ house }: Watch, responseId: string, rule = RULE) {
  const [found] = await house.db
    .select()
    .from(alerts)
    .where(and(eq(alerts.responseId, responseId), eq(alerts.rule, rule)))
  if (!found) throw new Error('No alert was raised')
  return found
}

/** The same questions once more, a month later. */
export async function again(watch: Watch, enrolmentId: string, level: number) {
  const { house } = watch
  house.pass(30 * DAY_MS)
  const ofPath = eq(assessments.enrolmentId, enrolmentId)
  const [asked] = await house.db.select().from(assessments).where(ofPath).limit(1)
  if (!asked) throw new Error('Nothing was ever asked')
  const at = house.deps.now().toISOString()
  const id = house.deps.newId('ass')
  await house.db
    .insert(assessments)
    .values({ ...asked, id, moment: 'intake', anchor: `again:${at}`, opensAt: at, dueAt: at })
  return pain(watch, enrolmentId, level, {})
}

export const mailTo = ({ house }: Watch, staffId: string) =>
  house.mails.filter(({ to }) => to === `${staffId}@example.nl`)
export const desk = async ({ house }: Watch, staffId: string) =>
  (await house.as(staffId).get('/api/alerts')).body as AlertDesk
export const lines = async ({ house }: Watch, type: string, id: string) =>
  house.db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.type, type), eq(auditEvents.objectId, id)))
