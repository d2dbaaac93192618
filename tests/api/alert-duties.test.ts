import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { TeamWatch } from '../../core/alerts/alert-desk.ts'
import { alertDuties } from '../../server/db/schema/outcomes.ts'
import { staff } from '../../server/db/schema/staff.ts'
import { makeStaff } from '../support/factories.ts'
import type { House } from '../support/house.ts'
import { raised, rulePath, type Watch, watchStories } from '../support/watch.ts'

// Who answers for a rule, when, and how often it calls.

let watch: Watch
let house: House
let owner: string
let deputy: string
let lead: string
let day: Watch['day']
let care: Watch['care']

watchStories((begun) => {
  watch = begun
  ;({ house, owner, deputy, lead, day, care } = begun)
})

describe('who answers', () => {
  const told = async () => (await house.as(lead).get(`/api/alerts/teams/${care.teamId}`)).body as TeamWatch
  const ruleOf = async (rule: string) => (await told()).rules.find((one) => one.rule === rule)

  it('a safety rule is switched on by naming two people of the team, and by nothing else', async () => {
    const at = rulePath(watch, 'complaint-after-surgery')
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
    expect((await house.as(lead).put(rulePath(watch), off)).status).toBe(200)
    await expect(raised(watch)).rejects.toThrow('No alert')
    expect((await house.as(lead).put(rulePath(watch, 'no-such-rule'), off)).status).toBe(404)
    expect((await house.as(lead).put(rulePath(watch, 'patient-urgent'), off)).status).toBe(422)
  })

  it('the lead of the team says so, within hours that exist', async () => {
    expect(
      (await house.as(owner).put(rulePath(watch), { isOff: true, ownerId: null, deputyId: null })).status,
    ).toBe(403)
    const at = `/api/alerts/teams/${care.teamId}/hours`
    const weekend = { days: [6, 7], from: '10:00', until: '12:00' }
    expect((await house.as(lead).put(at, { ...weekend, days: [] })).status).toBe(422)
    expect((await house.as(lead).put(at, weekend)).status).toBe(200)
    // Five days from Saturday is Thursday; until the next Saturday nobody is there, so Sunday is the end of it.
    const sunday = new Date(Date.parse(day(6)) + 2 * 3_600_000).toISOString()
    expect((await raised(watch)).alert.respondBy).toBe(sunday)
  })

  it('counts how many there are, and how many were worth it', async () => {
    const { alert } = await raised(watch)
    await raised(watch, 3).catch(() => null)
    await house
      .as(owner)
      .put(`/api/consults/alerts/${alert.id}/closed`, { code: 'contacted', note: 'Gebeld.' })
    expect(await told()).toMatchObject({
      questionnaires: 2,
      all: { raised: 1, closed: 1, acted: 1, inTime: 1, due: 1 },
    })
  })
})
