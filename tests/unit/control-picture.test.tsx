import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { monthsOf } from '../../core/time/months.ts'
import { Control } from '../../web/kit/charts/control/chart.tsx'
import { LanguageProvider } from '../../web/kit/words.tsx'

const months = monthsOf({ from: '2025-01', to: '2026-12' })
const points = months.map((id) => ({ id, value: 0.4, n: 20, center: 0.4, low: 0.1, high: 0.7, signals: [] }))
const chart = { kind: 'share', points, phases: [] } as unknown as Parameters<typeof Control>[0]['chart']

/** What is written at lines in these months, on a picture so wide: each text with where it stands and in which direction it goes. */
function written(width: number, ...marks: { id: string; title: string }[]) {
  const markup = renderToStaticMarkup(
    <LanguageProvider first="nl">
      <Control
        sentence=""
        axis="in %"
        chart={chart}
        direction="higher-is-better"
        marks={marks.map((mark) => ({ ...mark, about: '27 jul 2026' }))}
        write={String}
        name={(id) => id}
        width={width}
      />
    </LanguageProvider>,
  )
  const texts = markup.matchAll(/<text class="(c k halo[^"]*)" x="([\d.]+)"[^>]*>([^<]*)</g)
  return [...texts].map(([, kind = '', x, text]) => ({ text, x: Number(x), turned: kind.endsWith(' r') }))
}

const title = 'Vaste vijf minuten in het consult'

it('a name that has no room after its line on a phone stands whole before it', () => {
  expect(written(358, { id: '2026-08', title })).toMatchObject([{ text: title, turned: true }])
  expect(written(358, { id: '2025-02', title })).toMatchObject([{ text: title, turned: false }])
  expect(written(900, { id: '2026-08', title })).toMatchObject([{ text: title, turned: false }])
})

it('a name does not turn into the one before it, unless it would leave the picture', () => {
  const [first, second] = written(600, { id: '2025-06', title: 'Bellen' }, { id: '2026-06', title })
  expect([first?.turned, second?.turned]).toEqual([false, false])
})
