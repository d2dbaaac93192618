import { expect, it } from 'vitest'
import { teamLede } from '../../core/figures/team-lede.ts'
import type { TeamFunnel, TeamOutcomes } from '../../core/figures/team-outcomes.ts'
import { formats } from '../../core/words/formats.ts'

const outcomes = (n: number, better: number) =>
  ({
    team: { name: 'Heup' },
    moment: 'month-6',
    moments: [
      {
        id: 'month-6',
        title: { nl: 'Na zes maanden', en: 'After six months' },
        change: { n, unknown: 3, shares: { shares: [better, 1 - better], together: 0 } },
      },
    ],
  }) as unknown as TeamOutcomes
const funnel = { total: null, before: { total: null }, moves: {} } as unknown as TeamFunnel

const written = { language: 'nl' as const, format: formats('nl', 'Europe/Amsterdam') }
const said = (n: number, better: number) => teamLede(outcomes(n, better), funnel, written).more

it('names a small group by its size, and speaks of a hundred only of a hundred and more', () => {
  expect(said(14, 0)).toContain('Na zes maanden: 0 van de 14 duidelijk beter')
  expect(said(14, 3 / 14)).toContain('3 van de 14 duidelijk beter')
  expect(said(200, 0.31)).toContain('31 van de 100 duidelijk beter')
})
