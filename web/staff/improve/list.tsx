import { useState } from 'react'
import type { Improvement, TeamCharts } from '../../../core/figures/improvement.ts'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { Sign, type SymbolName } from '../../kit/symbols.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { EndDialog } from './end-dialog.tsx'
import { RegisterDialog } from './register-dialog.tsx'
import { words } from './words.ts'

/** What the team changed, newest first. */
export function Improvements({ charts, teamId }: { charts: TeamCharts; teamId: string }) {
  const say = useWords(words)
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Improvement | null>(null)
  const { improvements, mayImprove } = charts
  return (
    <section className="improve-list" aria-labelledby="improvements">
      <h2 id="improvements" className="heading">
        {say.list.title}
      </h2>
      <p className="quiet">{improvements.length > 0 ? say.list.about : say.list.none}</p>
      {mayImprove ? (
        <p>
          <Button look="primary" size="page" onClick={() => setAdding(true)}>
            {say.list.add}
          </Button>
        </p>
      ) : null}
      <ol>
        {improvements.toReversed().map((one) => (
          <Item
            key={one.id}
            improvement={one}
            charts={charts}
            end={mayImprove && one.state === 'open' ? () => setEnding(one) : null}
          />
        ))}
      </ol>
      {adding ? <RegisterDialog charts={charts} teamId={teamId} close={() => setAdding(false)} /> : null}
      {ending ? <EndDialog teamId={teamId} improvement={ending} close={() => setEnding(null)} /> : null}
    </section>
  )
}

const SIGNS = { open: 'half', adopted: 'done', abandoned: 'dash' } as const satisfies Record<
  Improvement['state'],
  SymbolName
>

type ItemProps = { improvement: Improvement; charts: TeamCharts; end: (() => void) | null }

function Item({ improvement, charts, end }: ItemProps) {
  const say = useWords(words)
  const local = useLocal()
  const format = useFormats()
  const { title, state, startedOn, changed, expected, learnt, by } = improvement
  const indicator = charts.indicators.find(({ id }) => id === improvement.indicator)
  return (
    <li>
      <h3>{title}</h3>
      <p className="improve-about">
        <span className={`status ${state === 'adopted' ? 'better' : ''}`}>
          <Sign name={SIGNS[state]} /> {say.list.states[state]}
        </span>{' '}
        · {format.date(startedOn)} · {indicator ? local(indicator.title) : say.list.all}
      </p>
      <dl>
        <dt>{say.list.changed}</dt>
        <dd>{changed}</dd>
        <dt>{say.list.expected}</dt>
        <dd>{expected}</dd>
        {learnt ? (
          <>
            <dt>{say.list.learnt}</dt>
            <dd>{learnt}</dd>
          </>
        ) : null}
      </dl>
      <p className="improve-about">{say.list.by(by)}</p>
      {end ? (
        <Button look="soft" onClick={end} aria-label={say.list.endOf(title)}>
          {say.list.end}
        </Button>
      ) : null}
    </li>
  )
}
