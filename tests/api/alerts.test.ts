import { and, eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AlertDesk, TeamWatch } from '../../core/alert-desk.ts'
import { climbAlerts } from '../../server/acts/climb-alerts.ts'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { assessments } from '../../server/db/schema/care.ts'
import { messages } from '../../server/db/schema/messages.ts'
import { alertDuties, alerts } from '../../server/db/schema/outcomes.ts'
import { memberships, staff } from '../../server/db/schema/staff.ts'
import { sendDue } from '../../server/messages/send-due.ts'
import { answer, type Care, everyday, joint, life, makeCare, makePath } from '../support/care.ts'
import { makeStaff } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

// Every story has a team of its own, and a Monday in spring of its own, at ten in the morning in Amsterdam.
const FIRST = Date.parse('2026-05-04T08:00:00.000Z')
const DAY_MS = 86_400_000
let monday = FIRST - 364 * DAY_MS
/** So many days after that Monday, at the same hour. */
const day = (days: number) => new Date(monday + days * DAY_MS).toISOString()
const RULE = 'severe-joint-pain'

let house: House
let care: Care
let owner: string
let deputy: string
let lead: string
let administrator: string

beforeAll(async () => {
  house = await openHouse({ now: day(0), env: { SMTP_URL: 'smtp://mail.invalid' } })
})
afterAll(() => house.close())
afterEach(() => house.db.delete(alerts)) // or they would climb in the next story

beforeEach(async () => {
  monday += 364 * DAY_MS
  house.goTo(day(0))
  care = await makeCare(house)
  const { organisationId, teamId } = care
  owner = care.staffId
  deputy = await makeStaff(house, { organisationId, teamId, role: 'clinician', name: 'Sem Visser' })
  lead = await makeStaff(house, { organisationId, teamId, role: 'team-lead', name: 'Noor Bakker' })
  administrator = await makeStaff(house, { organisationId, role: 'administrator', name: 'Bo Smit' })
})

const rulePath = (rule = RULE) => `/api/alerts/teams/${care.teamId}/rules/${rule}`
const name = (rule = RULE) =>
  house.as(lead).put(rulePath(rule), { isOff: false, ownerId: owner, deputyId: deputy })

async function pain(enrolmentId: string, level: number, given: { urgent?: boolean } = {}) {
  const answers = { ...joint(level, 1), ...everyday(6, 2), ...life(5, 1) }
  return (await answer(house, care.ctx, enrolmentId, 'intake', { answers, ...given })).responseId
}

async function raised(level = 9, given: { urgent?: boolean } = {}) {
  const path = await makePath(house, care, { intake: day(3) })
  const responseId = await pain(path.enrolmentId, level, given)
  return { ...path, responseId, alert: await alertOf(responseId) }
}

async function alertOf(responseId: string, rule = RULE) {
  const [found] = await house.db
    .select()
    .from(alerts)
    .where(and(eq(alerts.responseId, responseId), eq(alerts.rule, rule)))
  if (!found) throw new Error('No alert was raised')
  return found
}

const mailTo = (staffId: string) => house.mails.filter(({ to }) => to === `${staffId}@example.nl`)
const desk = async (staffId: string) => (await house.as(staffId).get('/api/alerts')).body as AlertDesk
const lines = async (type: string, id: string) =>
  house.db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.type, type), eq(auditEvents.objectId, id)))

describe('an alert that nobody takes up', () => {
  it('climbs from who is named to the deputy, the lead and the administrator, and comes back every day', async () => {
    await name()
    const { alert, responseId } = await raised()
    const now = () => alertOf(responseId)
    await climbAlerts(house.deps)
    expect(await now()).toMatchObject({
      rung: 'owner',
      holderId: owner,
      respondBy: day(7),
    })
    await sendDue(house.deps)
    expect(mailTo(owner)).toHaveLength(1)
    expect(mailTo(deputy)).toHaveLength(0)

    house.goTo((await now()).climbsAt ?? '')
    await climbAlerts(house.deps)
    expect(await now()).toMatchObject({ rung: 'deputy', holderId: deputy })
    house.goTo(alert.respondBy)
    await climbAlerts(house.deps)
    expect(await now()).toMatchObject({ rung: 'leads', holderId: null })
    house.goTo(day(8))
    await climbAlerts(house.deps)
    expect(await now()).toMatchObject({ rung: 'administrators' })
    await sendDue(house.deps)
    expect(mailTo(lead)).toHaveLength(2)
    expect(mailTo(administrator)).toMatchObject([{ subject: 'Een alert is niet beantwoord' }])
    house.goTo(day(9))
    await climbAlerts(house.deps)
    await sendDue(house.deps)
    expect(mailTo(administrator)).toHaveLength(2)
    expect(await lines('alert.passed-on', alert.id)).toHaveLength(4)
    expect(await climbAlerts(house.deps)).toBe(0)
  })

  it('does not hold up what came after it where it cannot be moved', async () => {
    const first = await raised()
    house.pass(1000)
    const second = await raised()
    let asked = 0
    const { version } = house.deps.definitions
    const definitions = {
      ...house.deps.definitions,
      version: (id: string) => (asked++ === 0 ? Promise.reject(new Error('unreadable')) : version(id)),
    }
    expect(await climbAlerts({ ...house.deps, definitions }, 1)).toBe(1)
    expect((await alertOf(first.responseId)).rung).toBeNull()
    expect((await alertOf(second.responseId)).rung).toBe('leads')
  })

  it('is of who is named from the first hour of their first day, where the team is', async () => {
    await name()
    const { responseId } = await raised()
    await house.db
      .update(memberships)
      .set({ from: day(1).slice(0, 10) })
      .where(eq(memberships.staffId, owner))
    house.goTo(`${day(0).slice(0, 10)}T22:30:00.000Z`) // half past midnight in Amsterdam
    await climbAlerts(house.deps)
    expect(await alertOf(responseId)).toMatchObject({ rung: 'owner', holderId: owner })
    house.pass(60_000)
    expect(await climbAlerts(house.deps)).toBe(0)
  })

  it('is everybody’s where nobody is named', async () => {
    const { alert } = await raised()
    await climbAlerts(house.deps)
    await sendDue(house.deps)
    for (const member of [owner, deputy, lead]) expect(mailTo(member)).toHaveLength(1)
    expect((await desk(deputy)).open).toMatchObject([{ id: alert.id, holder: null, rung: 'leads' }])
  })

  it('is with whoever took it up, until the response time is over', async () => {
    await name()
    const { alert, responseId } = await raised()
    await climbAlerts(house.deps)
    const me = house.as(deputy)
    expect((await me.put(`/api/consults/alerts/${alert.id}/acknowledged`)).status).toBe(200)
    house.goTo(day(4))
    expect(await climbAlerts(house.deps)).toBe(0)
    house.goTo(alert.respondBy)
    await climbAlerts(house.deps)
    expect(await alertOf(responseId)).toMatchObject({
      rung: 'leads',
      holderId: deputy,
      acknowledgedBy: deputy,
    })
  })
})

describe('nothing is lost', () => {
  it('when several processes pass alerts on at once: each moves once, with one line and one mail', async () => {
    await name()
    const { alert } = await raised()
    const other = { ...house.deps, now: house.deps.now }
    const moved = await Promise.all([climbAlerts(house.deps), climbAlerts(other), climbAlerts({ ...other })])
    expect(moved.reduce((sum, one) => sum + one, 0)).toBe(1)
    expect(await lines('alert.given', alert.id)).toHaveLength(1)
    await sendDue(house.deps)
    expect(mailTo(owner)).toHaveLength(1)
  })

  it('when the program stops between the answer and telling somebody: the next start finds it', async () => {
    await name()
    const { responseId } = await raised()
    expect(await alertOf(responseId)).toMatchObject({ rung: null, climbsAt: null })
    house.goTo(day(18))
    await climbAlerts({ ...house.deps })
    expect(await alertOf(responseId)).toMatchObject({ rung: 'owner', holderId: owner })
    expect((await desk(owner)).open).toMatchObject([{ holder: { id: owner } }])
  })

  it('when mail is down: it climbs all the same, and stands on the page of whose turn it is', async () => {
    await name()
    const { alert, responseId } = await raised()
    const down = { send: () => Promise.reject(new Error('no mail today')), close: async () => {} }
    const deps = { ...house.deps, mail: down }
    await climbAlerts(deps)
    await sendDue(deps)
    house.goTo((await alertOf(responseId)).climbsAt ?? '')
    await climbAlerts(deps)
    await sendDue(deps)
    expect(house.mails.filter(({ to }) => [owner, deputy].some((id) => to.startsWith(id)))).toEqual([])
    expect((await desk(deputy)).open).toMatchObject([{ id: alert.id, holder: { id: deputy } }])
    expect((await house.as(deputy).get('/api/alerts/count')).body).toEqual({ mine: 1, open: 1 })
    const waiting = await house.db.select().from(messages).where(eq(messages.kind, 'alert'))
    expect(waiting.filter(({ sentAt }) => sentAt === null).length).toBeGreaterThan(0)
  })

  it('when whoever took it up leaves the team: it is given to somebody who is there', async () => {
    await name()
    const { alert, responseId } = await raised()
    await climbAlerts(house.deps)
    await house.as(owner).put(`/api/consults/alerts/${alert.id}/acknowledged`)
    await house.db
      .update(memberships)
      .set({ until: day(-1).slice(0, 10) })
      .where(eq(memberships.staffId, owner))
    await climbAlerts(house.deps)
    expect(await alertOf(responseId)).toMatchObject({
      rung: 'deputy',
      holderId: deputy,
      acknowledgedAt: null,
      acknowledgedBy: null,
    })
    await house.db
      .update(staff)
      .set({ leftAt: day(0) })
      .where(eq(staff.id, deputy))
    await climbAlerts(house.deps)
    expect(await alertOf(responseId)).toMatchObject({ rung: 'leads', holderId: null })
    expect((await desk(lead)).open).toMatchObject([{ id: alert.id }])
  })

  it('when one alert cannot be passed on: the others are', async () => {
    const first = await raised()
    const second = await raised()
    const { newId } = house.deps
    let failures = 1
    const deps = {
      ...house.deps,
      newId: (prefix: string) => {
        if (prefix === 'aud' && failures-- > 0) throw new Error('once')
        return newId(prefix)
      },
    }
    expect(await climbAlerts(deps)).toBe(1)
    expect(await climbAlerts(deps)).toBe(1)
    for (const { responseId } of [first, second])
      expect(await alertOf(responseId)).toMatchObject({ rung: 'leads' })
  })
})

describe('what patients say', () => {
  it('weighs: with an urgent answer every alert is urgent, and answered within a day', async () => {
    const { alert, responseId } = await raised(9, { urgent: true })
    expect(alert).toMatchObject({ severity: 'urgent', respondBy: day(1), value: 9 })
    const calm = await raised()
    const [first, second, third] = (await desk(owner)).open
    expect([first, second].map((row) => row?.saidUrgent)).toEqual([true, true])
    expect(third).toMatchObject({ id: calm.alert.id, saidUrgent: false, severity: 'attention' })
    expect(await alertOf(responseId, 'patient-urgent')).toMatchObject({ severity: 'urgent' })
  })

  it('goes on in one alert while the earlier one is open, and with whoever took that up', async () => {
    await name()
    const { alert, enrolmentId } = await raised()
    await climbAlerts(house.deps)
    await house.as(deputy).put(`/api/consults/alerts/${alert.id}/acknowledged`)
    const next = await again(enrolmentId, 10)
    await climbAlerts(house.deps)
    expect(await alertOf(next)).toMatchObject({
      follows: alert.id,
      holderId: deputy,
      acknowledgedBy: deputy,
      respondBy: alert.respondBy,
    })
    expect((await desk(deputy)).open).toHaveLength(1)
    expect((await desk(deputy)).closed).toEqual([])
  })

  it('does not come down by another answer: as high as it had climbed, and as grave as it was', async () => {
    await name()
    const { alert, responseId, enrolmentId } = await raised(9, { urgent: true })
    await climbAlerts(house.deps)
    house.goTo(alert.respondBy)
    for (const _ of ['deputy', 'leads', 'administrators']) {
      await climbAlerts(house.deps)
      const { climbsAt } = await alertOf(responseId)
      if (climbsAt) house.goTo(climbsAt)
    }
    expect(await alertOf(responseId)).toMatchObject({ rung: 'administrators' })
    const next = await again(enrolmentId, 9)
    expect(await alertOf(next)).toMatchObject({ severity: 'attention' })
    await climbAlerts(house.deps)
    expect(await alertOf(next)).toMatchObject({
      follows: alert.id,
      rung: 'administrators',
      severity: 'urgent',
      respondBy: alert.respondBy,
    })
    const [given] = await lines('alert.given', (await alertOf(next)).id)
    expect(given?.detail).toMatchObject({ rung: 'administrators' })
  })

  it('opens again what was closed when the answer is worse, with what came of it before', async () => {
    const { alert, enrolmentId } = await raised()
    const done = { code: 'contacted', note: 'Gebeld, pijnstilling aangepast.' }
    expect((await house.as(owner).put(`/api/consults/alerts/${alert.id}/closed`, done)).status).toBe(200)
    await again(enrolmentId, 10)
    await climbAlerts(house.deps)
    const { open } = await desk(owner)
    expect(open).toMatchObject([
      {
        isWorse: true,
        before: { closedBy: 'Maaike Hoekstra', outcomeCode: 'contacted', outcome: done.note },
      },
    ])
    await house.as(owner).put(`/api/consults/alerts/${open[0]?.id}/closed`, done)
    const third = await again(enrolmentId, 10)
    await climbAlerts(house.deps)
    expect(await alertOf(third)).toMatchObject({ isWorse: false, follows: open[0]?.id })
  })
})

/** The same questions once more, a month later. */
async function again(enrolmentId: string, level: number) {
  house.pass(30 * DAY_MS)
  const ofPath = eq(assessments.enrolmentId, enrolmentId)
  const [asked] = await house.db.select().from(assessments).where(ofPath).limit(1)
  if (!asked) throw new Error('Nothing was ever asked')
  const at = house.deps.now().toISOString()
  const id = house.deps.newId('ass')
  await house.db
    .insert(assessments)
    .values({ ...asked, id, moment: 'intake', anchor: `again:${at}`, opensAt: at, dueAt: at })
  return pain(enrolmentId, level)
}

describe('closing', () => {
  it('takes an outcome and a note, and can be taken back by whoever did it, for ten minutes', async () => {
    const { alert } = await raised()
    const at = `/api/consults/alerts/${alert.id}/closed`
    expect((await house.as(owner).put(at, { code: 'contacted', note: ' ' })).status).toBe(400)
    expect((await house.as(owner).put(at, { code: 'nothing', note: 'Ja.' })).status).toBe(400)
    expect((await house.as(owner).put(at, { code: 'expected', note: 'Bekend.' })).status).toBe(200)
    expect(await house.as(deputy).delete(at)).toMatchObject({ status: 409, body: { code: 'too_late' } })
    expect((await house.as(owner).delete(at)).status).toBe(200)
    expect((await desk(owner)).open).toHaveLength(1)
    await house.as(owner).put(at, { code: 'expected', note: 'Bekend.' })
    house.pass(11 * 60_000)
    expect((await house.as(owner).delete(at)).status).toBe(409)
  })

  it('is not taken back once a newer answer was raised after it', async () => {
    const { alert, enrolmentId } = await raised()
    await again(enrolmentId, 10)
    await house.db
      .update(alerts)
      .set({ raisedAt: day(0) })
      .where(eq(alerts.id, alert.id))
    const at = `/api/consults/alerts/${alert.id}/closed`
    await house.as(owner).put(at, { code: 'expected', note: 'Bekend.' })
    await climbAlerts(house.deps)
    expect((await desk(owner)).open).toHaveLength(1)
    expect((await house.as(owner).delete(at)).status).toBe(409)
    expect((await desk(owner)).open).toHaveLength(1)
  })
})

describe('who answers', () => {
  const watch = async () => (await house.as(lead).get(`/api/alerts/teams/${care.teamId}`)).body as TeamWatch
  const ruleOf = async (rule: string) => (await watch()).rules.find((one) => one.rule === rule)

  it('a safety rule is switched on by naming two people of the team, and by nothing else', async () => {
    const at = rulePath('complaint-after-surgery')
    const me = house.as(lead)
    const outsider = await makeStaff(house, { organisationId: care.organisationId, role: 'analyst' })
    expect(await ruleOf('complaint-after-surgery')).toMatchObject({ state: 'unnamed', isSafety: true })
    const refusals = [
      [{ isOff: false, ownerId: null, deputyId: null }, 'nobody_responsible'],
      [{ isOff: false, ownerId: owner, deputyId: null }, 'nobody_responsible'],
      [{ isOff: false, ownerId: owner, deputyId: owner }, 'same_person'],
      [{ isOff: false, ownerId: owner, deputyId: outsider }, 'not_in_team'],
      [{ isOff: true, ownerId: owner, deputyId: deputy }, 'safety_rule'],
    ] as const
    for (const [duty, code] of refusals)
      expect(await me.put(at, duty)).toMatchObject({ status: 422, body: { code } })
    expect((await me.put(at, { isOff: false, ownerId: owner, deputyId: deputy })).status).toBe(200)
    expect(await ruleOf('complaint-after-surgery')).toMatchObject({ state: 'on', ownerId: owner })
    await house.db
      .update(staff)
      .set({ leftAt: day(0) })
      .where(eq(staff.id, owner))
    expect(await ruleOf('complaint-after-surgery')).toMatchObject({ state: 'unnamed', ownerId: null })
  })

  it('a rule that was off before it became one of safety calls somebody, and says so', async () => {
    const rule = 'complaint-after-surgery'
    const duty = { id: house.deps.newId('adu'), teamId: care.teamId, rule, ownerId: owner, deputyId: deputy }
    await house.db.insert(alertDuties).values({ ...duty, isOff: true, changedBy: lead, changedAt: day(0) })
    expect(await ruleOf(rule)).toMatchObject({ state: 'on', ownerId: owner })
  })

  it('a rule that is no safety can be off: then it raises nothing', async () => {
    const off = { isOff: true, ownerId: null, deputyId: null }
    expect((await house.as(lead).put(rulePath(), off)).status).toBe(200)
    await expect(raised()).rejects.toThrow('No alert')
    expect((await house.as(lead).put(rulePath('no-such-rule'), off)).status).toBe(404)
    expect((await house.as(lead).put(rulePath('patient-urgent'), off)).status).toBe(422)
  })

  it('the lead of the team says so, within hours that exist', async () => {
    expect(
      (await house.as(owner).put(rulePath(), { isOff: true, ownerId: null, deputyId: null })).status,
    ).toBe(403)
    const at = `/api/alerts/teams/${care.teamId}/hours`
    const weekend = { days: [6, 7], from: '10:00', until: '12:00' }
    expect((await house.as(lead).put(at, { ...weekend, days: [] })).status).toBe(422)
    expect((await house.as(lead).put(at, weekend)).status).toBe(200)
    // Five days from Saturday is Thursday; until the next Saturday nobody is there, so Sunday is the end of it.
    const sunday = new Date(Date.parse(day(6)) + 2 * 3_600_000).toISOString()
    expect((await raised()).alert.respondBy).toBe(sunday)
  })

  it('counts how many there are, and how many were worth it', async () => {
    const { alert } = await raised()
    await raised(3).catch(() => null)
    await house
      .as(owner)
      .put(`/api/consults/alerts/${alert.id}/closed`, { code: 'contacted', note: 'Gebeld.' })
    expect(await watch()).toMatchObject({
      questionnaires: 2,
      all: { raised: 1, closed: 1, acted: 1, inTime: 1, due: 1 },
    })
  })
})
