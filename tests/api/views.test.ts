import { afterAll, beforeAll, expect, test } from 'vitest'
import { readFindings } from '../../server/clinic/findings.ts'
import { responses, scores } from '../../server/db/schema/outcomes.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeAsked, makeAssessment, makeClinic, NOW } from '../support/patient-browser.ts'

let house: House
let clinic: Awaited<ReturnType<typeof makeClinic>>
beforeAll(async () => {
  house = await openHouse({ now: NOW })
  clinic = await makeClinic(house)
})
afterAll(() => house.close())

/** Pain of one patient as it was answered on the first of each month; the last answer as the clinic tells it. */
async function told(...gave: { by: 'patient' | 'together' | 'proxy'; value: number }[]) {
  const { patientId, enrolmentId, teamId } = await makeAsked(house, clinic)
  const place = { patientId, enrolmentId, teamId }
  const ids = await Promise.all(
    gave.map(async ({ by, value }, at) => {
      const anchor = `month-${at}`
      const assessmentId = await makeAssessment(house, { ...place, moment: 'intake', anchor })
      const id = house.deps.newId('res')
      const month = `2025-0${at + 1}`
      const on = { startedAt: `${month}-01T09:00:00.000Z`, submittedAt: `${month}-01T09:00:00.000Z`, month }
      const how = { respondent: by, mode: 'web', language: 'nl', answers: {}, version: 1 }
      await house.db.insert(responses).values({ id, assessmentId, ...place, ...how, ...on })
      const scale = { instrument: 'hip-knee', scale: 'pain', scoringVersion: 1 }
      await house.db
        .insert(scores)
        .values({ responseId: id, ...scale, value, standardError: 0.8, answered: 3 })
      return id
    }),
  )
  const version = await house.deps.definitions.current('hip-knee-osteoarthritis')
  if (!version) throw new Error('The outcome set is not installed')
  const one = { responseId: ids.at(-1) ?? '', version, treatment: null, isEarlier: false }
  return (await readFindings(house.db, [one]))(one)
}

test('what a relative says is no change of what the patient said, and the other way round', async () => {
  const own = { by: 'patient', value: 9 } as const
  const other = { by: 'proxy', value: 1 } as const
  expect(await told(own, other)).toMatchObject({ kind: 'first', values: [{ value: 1 }] })
  expect(await told(other, own)).toMatchObject({ kind: 'first', values: [{ value: 9 }] })
})

test('each is held against what was said before by the same, also where the other spoke between', async () => {
  const answers = [
    { by: 'proxy', value: 1 },
    { by: 'patient', value: 9 },
    { by: 'proxy', value: 9 },
    { by: 'together', value: 2 },
  ] as const
  expect(await told(...answers)).toMatchObject({ kind: 'change', verdict: 'better', from: 9, to: 2 })
  expect(await told(...answers.slice(0, 3))).toMatchObject({
    kind: 'change',
    verdict: 'worse',
    from: 1,
    to: 9,
  })
})
