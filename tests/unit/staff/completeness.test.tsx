import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { OnePager } from '../../../core/consult/one-pager.ts'
import { Completeness } from '../../../web/staff/patient/completeness.tsx'

it('tells the last measurements in the order of the days that stand beside them', () => {
  const row = (assessmentId: string, dueAt: string, submittedAt: string | null) => ({
    assessmentId,
    moment: { nl: assessmentId },
    dueAt,
    submittedAt,
    state: submittedAt ? 'answered' : 'expired',
  })
  const plan = [
    row('year', '2025-11-26T23:00:00.000Z', '2025-11-18T11:00:00.000Z'),
    row('check-up', '2025-11-20T23:00:00.000Z', '2025-11-19T11:00:00.000Z'),
    row('missed', '2025-11-12T08:00:00.000Z', null),
  ]
  const markup = renderToStaticMarkup(<Completeness page={{ plan } as unknown as OnePager} />)
  expect([...markup.matchAll(/\d+ nov 2025/g)].map(String)).toEqual([
    '19 nov 2025',
    '18 nov 2025',
    '12 nov 2025',
  ])
})
