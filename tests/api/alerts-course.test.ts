import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { climbAlerts } from '../../server/acts/climb-alerts.ts'
import { messages } from '../../server/db/schema/messages.ts'
import { alerts } from '../../server/db/schema/outcomes.ts'
import type { House } from '../support/house.ts'
import { again, alertOf, desk, lines, nameDuty, raised, type Watch, watchStories } from '../support/watch.ts'

// An alert from the answers that raise it, and weigh in it, to how it is closed and opened again.

let watch: Watch
let house: House
let owner: string
let deputy: string
let day: Watch['day']

watchStories((begun) => {
  watch = begun
  ;({ house, owner, deputy, day } = begun)
})

describe('what patients say', () => {
  it('weighs: with an urgent answer every alert is urgent, and answered within a day', async () => {
    const { alert, responseId } = await raised(watch, 9, { urgent: true })
    expect(alert).toMatchObject({ severity: 'urgent', respondBy: day(1), value: 9 })
    const calm = await raised(watch)
    const [first, second, third] = (await desk(watch, owner)).open
    expect([first, second].map((row) => row?.saidUrgent)).toEqual([true, true])
    expect(third).toMatchObject({ id: calm.alert.id, saidUrgent: false, severity: 'attention' })
    expect(await alertOf(watch, responseId, 'patient-urgent')).toMatchObject({ severity: 'urgent' })
  })

  it('goes on in one alert while the earlier one is open, and with whoever took that up', async () => {
    await nameDuty(watch)
    const { alert, enrolmentId } = await raised(watch)
    await climbAlerts(house.deps)
    await house.as(deputy).put(`/api/consults/alerts/${alert.id}/acknowledged`)
    const next = await again(watch, enrolmentId, 10)
    await climbAlerts(house.deps)
    expect(await alertOf(watch, next)).toMatchObject({
      follows: alert.id,
      holderId: deputy,
      acknowledgedBy: deputy,
      respondBy: alert.respondBy,
    })
    expect((await desk(watch, deputy)).open).toHaveLength(1)
    expect((await desk(watch, deputy)).closed).toEqual([])
  })

  it('does not come down by another answer: as high as it had climbed, and as grave as it was', async () => {
    await nameDuty(watch)
    const { alert, responseId, enrolmentId } = await raised(watch, 9, { urgent: true })
    await climbAlerts(house.deps)
    house.goTo(alert.respondBy)
    for (const _ of ['deputy', 'leads', 'administrators']) {
      await climbAlerts(house.deps)
      const { climbsAt } = await alertOf(watch, responseId)
      if (climbsAt) house.goTo(climbsAt)
    }
    expect(await alertOf(watch, responseId)).toMatchObject({ rung: 'administrators' })
    const next = await again(watch, enrolmentId, 9)
    expect(await alertOf(watch, next)).toMatchObject({ severity: 'attention' })
    await climbAlerts(house.deps)
    expect(await alertOf(watch, next)).toMatchObject({
      follows: alert.id,
      rung: 'administrators',
      severity: 'urgent',
      respondBy: alert.respondBy,
    })
    const [given] = await lines(watch, 'alert.given', (await alertOf(watch, next)).id)
    expect(given?.detail).toMatchObject({ rung: 'administrators' })
  })

  it('opens again what was closed when the answer is worse, with what came of it before', async () => {
    const { alert, enrolmentId } = await raised(watch)
    const done = { code: 'contacted', note: 'Gebeld, pijnstilling aangepast.' }
    expect((await house.as(owner).put(`/api/consults/alerts/${alert.id}/closed`, done)).status).toBe(200)
    await again(watch, enrolmentId, 10)
    await climbAlerts(house.deps)
    const { open } = await desk(watch, owner)
    expect(open).toMatchObject([
      {
        isWorse: true,
        before: { closedBy: 'Maaike Hoekstra', outcomeCode: 'contacted', outcome: done.note },
      },
    ])
    await house.as(owner).put(`/api/consults/alerts/${open[0]?.id}/closed`, done)
    const third = await again(watch, enrolmentId, 10)
    await climbAlerts(house.deps)
    expect(await alertOf(watch, third)).toMatchObject({ isWorse: false, follows: open[0]?.id })
  })
})

describe('taking up', () => {
  it('is taken back within ten minutes: it is whose turn it was, who is told, and climbs on as before', async () => {
    await nameDuty(watch)
    const { alert, responseId } = await raised(watch)
    await climbAlerts(house.deps)
    const before = await alertOf(watch, responseId)
    house.pass(3_600_000) // one mail an hour at most
    const at = `/api/consults/alerts/${alert.id}/acknowledged`
    await house.as(deputy).put(at)
    expect(await house.as(owner).delete(at)).toMatchObject({ status: 409, body: { code: 'too_late' } })
    const told = () => house.db.$count(messages, eq(messages.kind, 'alert'))
    const mails = await told()
    expect((await house.as(deputy).delete(at)).status).toBe(200)
    expect(await alertOf(watch, responseId)).toEqual(before)
    expect(await told()).toBe(mails + 1)
    await house.as(deputy).put(at)
    house.pass(11 * 60_000)
    expect((await house.as(deputy).delete(at)).status).toBe(409)
  })
})

describe('closing', () => {
  it('takes an outcome and a note, and can be taken back by whoever did it, for ten minutes', async () => {
    const { alert } = await raised(watch)
    const at = `/api/consults/alerts/${alert.id}/closed`
    expect((await house.as(owner).put(at, { code: 'contacted', note: ' ' })).status).toBe(400)
    expect((await house.as(owner).put(at, { code: 'nothing', note: 'Ja.' })).status).toBe(400)
    expect((await house.as(owner).put(at, { code: 'expected', note: 'Bekend.' })).status).toBe(200)
    expect(await house.as(deputy).delete(at)).toMatchObject({ status: 409, body: { code: 'too_late' } })
    expect((await house.as(owner).delete(at)).status).toBe(200)
    expect((await desk(watch, owner)).open).toHaveLength(1)
    await house.as(owner).put(at, { code: 'expected', note: 'Bekend.' })
    house.pass(11 * 60_000)
    expect((await house.as(owner).delete(at)).status).toBe(409)
  })

  it('is not taken back once a newer answer was raised after it', async () => {
    const { alert, enrolmentId } = await raised(watch)
    await again(watch, enrolmentId, 10)
    await house.db
      .update(alerts)
      .set({ raisedAt: day(0) })
      .where(eq(alerts.id, alert.id))
    const at = `/api/consults/alerts/${alert.id}/closed`
    await house.as(owner).put(at, { code: 'expected', note: 'Bekend.' })
    await climbAlerts(house.deps)
    expect((await desk(watch, owner)).open).toHaveLength(1)
    expect((await house.as(owner).delete(at)).status).toBe(409)
    expect((await desk(watch, owner)).open).toHaveLength(1)
  })
})
