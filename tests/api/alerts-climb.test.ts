import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { climbAlerts } from '../../server/acts/climb-alerts.ts'
import { messages } from '../../server/db/schema/messages.ts'
import { memberships, staff } from '../../server/db/schema/staff.ts'
import { sendDue } from '../../server/messages/send-due.ts'
import type { House } from '../support/house.ts'
import { alertOf, desk, lines, mailTo, nameDuty, raised, type Watch, watchStories } from '../support/watch.ts'

// An alert climbs until somebody takes it up, whatever happens meanwhile to mail, people and the program.

let watch: Watch
let house: House
let owner: string
let deputy: string
let lead: string
let administrator: string
let day: Watch['day']

watchStories((begun) => {
  watch = begun
  ;({ house, owner, deputy, lead, administrator, day } = begun)
})

describe('an alert that nobody takes up', () => {
  it('climbs from who is named to the deputy, the lead and the administrator, and comes back every day', async () => {
    await nameDuty(watch)
    const { alert, responseId } = await raised(watch)
    const now = () => alertOf(watch, responseId)
    await climbAlerts(house.deps)
    expect(await now()).toMatchObject({
      rung: 'owner',
      holderId: owner,
      respondBy: day(7),
    })
    await sendDue(house.deps)
    expect(mailTo(watch, owner)).toHaveLength(1)
    expect(mailTo(watch, deputy)).toHaveLength(0)

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
    expect(mailTo(watch, lead)).toHaveLength(2)
    expect(mailTo(watch, administrator)).toMatchObject([{ subject: 'Een alert is niet beantwoord' }])
    house.goTo(day(9))
    await climbAlerts(house.deps)
    await sendDue(house.deps)
    expect(mailTo(watch, administrator)).toHaveLength(2)
    expect(await lines(watch, 'alert.passed-on', alert.id)).toHaveLength(4)
    expect(await climbAlerts(house.deps)).toBe(0)
  })

  it('does not hold up what came after it where it cannot be moved', async () => {
    const first = await raised(watch)
    house.pass(1000)
    const second = await raised(watch)
    let asked = 0
    const { version } = house.deps.definitions
    const definitions = {
      ...house.deps.definitions,
      version: (id: string) => (asked++ === 0 ? Promise.reject(new Error('unreadable')) : version(id)),
    }
    expect(await climbAlerts({ ...house.deps, definitions }, 1)).toBe(1)
    expect((await alertOf(watch, first.responseId)).rung).toBeNull()
    expect((await alertOf(watch, second.responseId)).rung).toBe('leads')
  })

  it('is of who is named from the first hour of their first day, where the team is', async () => {
    await nameDuty(watch)
    const { responseId } = await raised(watch)
    await house.db
      .update(memberships)
      .set({ from: day(1).slice(0, 10) })
      .where(eq(memberships.staffId, owner))
    house.goTo(`${day(0).slice(0, 10)}T22:30:00.000Z`) // half past midnight in Amsterdam
    await climbAlerts(house.deps)
    expect(await alertOf(watch, responseId)).toMatchObject({ rung: 'owner', holderId: owner })
    house.pass(60_000)
    expect(await climbAlerts(house.deps)).toBe(0)
  })

  it('is everybody’s where nobody is named', async () => {
    const { alert } = await raised(watch)
    await climbAlerts(house.deps)
    await sendDue(house.deps)
    for (const member of [owner, deputy, lead]) expect(mailTo(watch, member)).toHaveLength(1)
    expect((await desk(watch, deputy)).open).toMatchObject([{ id: alert.id, holder: null, rung: 'leads' }])
  })

  it('is with whoever took it up, until the response time is over', async () => {
    await nameDuty(watch)
    const { alert, responseId } = await raised(watch)
    await climbAlerts(house.deps)
    const me = house.as(deputy)
    expect((await me.put(`/api/consults/alerts/${alert.id}/acknowledged`)).status).toBe(200)
    house.goTo(day(4))
    expect(await climbAlerts(house.deps)).toBe(0)
    house.goTo(alert.respondBy)
    await climbAlerts(house.deps)
    expect(await alertOf(watch, responseId)).toMatchObject({
      rung: 'leads',
      holderId: deputy,
      acknowledgedBy: deputy,
    })
  })
})

describe('nothing is lost', () => {
  it('when several processes pass alerts on at once: each moves once, with one line and one mail', async () => {
    await nameDuty(watch)
    const { alert } = await raised(watch)
    const other = { ...house.deps, now: house.deps.now }
    const moved = await Promise.all([climbAlerts(house.deps), climbAlerts(other), climbAlerts({ ...other })])
    expect(moved.reduce((sum, one) => sum + one, 0)).toBe(1)
    expect(await lines(watch, 'alert.given', alert.id)).toHaveLength(1)
    await sendDue(house.deps)
    expect(mailTo(watch, owner)).toHaveLength(1)
  })

  it('when the program stops between the answer and telling somebody: the next start finds it', async () => {
    await nameDuty(watch)
    const { responseId } = await raised(watch)
    expect(await alertOf(watch, responseId)).toMatchObject({ rung: null, climbsAt: null })
    house.goTo(day(18))
    await climbAlerts({ ...house.deps })
    expect(await alertOf(watch, responseId)).toMatchObject({ rung: 'owner', holderId: owner })
    expect((await desk(watch, owner)).open).toMatchObject([{ holder: { id: owner } }])
  })

  it('when mail is down: it climbs all the same, and stands on the page of whose turn it is', async () => {
    await nameDuty(watch)
    const { alert, responseId } = await raised(watch)
    const down = { send: () => Promise.reject(new Error('no mail today')), close: async () => {} }
    const deps = { ...house.deps, mail: down }
    await climbAlerts(deps)
    await sendDue(deps)
    house.goTo((await alertOf(watch, responseId)).climbsAt ?? '')
    await climbAlerts(deps)
    await sendDue(deps)
    expect(house.mails.filter(({ to }) => [owner, deputy].some((id) => to.startsWith(id)))).toEqual([])
    expect((await desk(watch, deputy)).open).toMatchObject([{ id: alert.id, holder: { id: deputy } }])
    expect((await house.as(deputy).get('/api/alerts/count')).body).toEqual({ mine: 1, open: 1 })
    const waiting = await house.db.select().from(messages).where(eq(messages.kind, 'alert'))
    expect(waiting.filter(({ sentAt }) => sentAt === null).length).toBeGreaterThan(0)
  })

  it('when whoever took it up leaves the team: it is given to somebody who is there', async () => {
    await nameDuty(watch)
    const { alert, responseId } = await raised(watch)
    await climbAlerts(house.deps)
    await house.as(owner).put(`/api/consults/alerts/${alert.id}/acknowledged`)
    await house.db
      .update(memberships)
      .set({ until: day(-1).slice(0, 10) })
      .where(eq(memberships.staffId, owner))
    await climbAlerts(house.deps)
    expect(await alertOf(watch, responseId)).toMatchObject({
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
    expect(await alertOf(watch, responseId)).toMatchObject({ rung: 'leads', holderId: null })
    expect((await desk(watch, lead)).open).toMatchObject([{ id: alert.id }])
  })

  it('when one alert cannot be passed on: the others are', async () => {
    const first = await raised(watch)
    const second = await raised(watch)
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
      expect(await alertOf(watch, responseId)).toMatchObject({ rung: 'leads' })
  })
})
