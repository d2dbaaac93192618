import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { VisitTriage } from '../../../core/consult/clinic-day.ts'
import { TriageLine } from '../../../web/staff/clinic/triage.tsx'

it('proposes how a visit could go on only while it is to come; what was decided stays', () => {
  const proposed: VisitTriage = { level: 'green', wish: 'skip', reasons: [], proposal: 'skip', decided: null }
  const line = (triage: VisitTriage, past: boolean) =>
    renderToStaticMarkup(<TriageLine triage={triage} past={past} />)
  expect(line(proposed, false)).toContain('Voorstel')
  expect(line(proposed, true)).not.toContain('Voorstel')
  expect(line(proposed, true)).toContain('Groen')
})
