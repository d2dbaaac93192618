import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { TeamFunnel, TeamOutcomes } from '../../../core/figures/team-outcomes.ts'
import { LanguageProvider } from '../../../web/kit/words.tsx'
import { Lede } from '../../../web/staff/team/lede.tsx'

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

const said = (n: number, better: number) =>
  renderToStaticMarkup(
    <LanguageProvider first="nl">
      <Lede outcomes={outcomes(n, better)} funnel={funnel} months={12} />
    </LanguageProvider>,
  )

it('names a small group by its size, and speaks of a hundred only of a hundred and more', () => {
  expect(said(14, 0)).toContain('Na zes maanden: 0 van de 14 duidelijk beter')
  expect(said(14, 3 / 14)).toContain('3 van de 14 duidelijk beter')
  expect(said(200, 0.31)).toContain('31 van de 100 duidelijk beter')
})
