import { afterEach, beforeEach, expect, it } from 'vitest'
import type { OnePager } from '../../core/consult/one-pager.ts'
import { enterStage } from '../../server/acts/enter-stage.ts'
import { answer, type Care, makeCare, makePath } from '../support/care.ts'
import { firstLineOf } from '../support/first-line.tsx'
import { type House, openHouse } from '../support/house.ts'
import { type Reading, readings } from '../support/readings.ts'

// Who sees a page for the first time reads its first line. It has to say what the page means.

let house: House
let care: Care

beforeEach(async () => {
  house = await openHouse({ now: '2025-01-06T08:00:00Z' })
  care = await makeCare(house)
})
afterEach(() => house.close())

const WHEN = {
  intake: '2025-01-14T10:00:00Z',
  'month-3': '2025-05-12T10:00:00Z',
  'month-12': '2026-02-12T10:00:00Z',
} as const
const SURGERY = '2025-02-10'

async function pageOf({ answers, readAt }: Reading): Promise<OnePager> {
  const path = await makePath(house, care, {
    treatment: 'hip-replacement',
    intake: '2025-01-20T09:00:00.000Z',
  })
  const isOperated = readAt.slice(0, 10) > SURGERY
  for (const moment of ['intake', 'month-3', 'month-12'] as const) {
    const given = answers[moment]
    house.goTo(WHEN[moment])
    if (given) await answer(house, care.ctx, path.enrolmentId, moment, { answers: given })
    if (moment === 'intake' && isOperated) {
      house.goTo(`${SURGERY}T08:00:00Z`)
      await enterStage(house.deps, care.ctx, path.enrolmentId, { stage: 'surgery', enteredOn: SURGERY })
    }
  }
  house.goTo(readAt)
  return (await house.as(care.staffId).get(`/api/clinic/patients/${path.patientId}`)).body as OnePager
}

it.each(readings)('$patient: $conclusion', async (reading) => {
  const page = await pageOf(reading)
  expect({ nl: firstLineOf(page, 'nl'), en: firstLineOf(page, 'en') }).toEqual(reading.firstLine)
})
