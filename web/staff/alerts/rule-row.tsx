import type { ReactNode } from 'react'
import type { WatchedRule, WatchState } from '../../../core/alerts/alert-desk.ts'
import { useFormats } from '../../kit/format.ts'
import { State, type Tone } from '../../kit/status.tsx'
import type { SymbolName } from '../../kit/symbols.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { watchWords } from './watch-words.ts'

const STATES = {
  on: ['done', 'better'],
  everybody: ['open', 'quiet'],
  unnamed: ['alert', 'worse'],
  off: ['dash', 'quiet'],
} as const satisfies Record<WatchState, readonly [SymbolName, Tone]>

type RowProps = { rule: WatchedRule; people: readonly { id: string; name: string }[]; children: ReactNode }

/** One rule: whether it is on, who answers, and what its alerts brought. */
export function RuleRow({ rule, people, children }: RowProps) {
  const say = useWords(watchWords)
  const local = useLocal()
  const format = useFormats()
  const within = useWithin()
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name
  const [sign, tone] = STATES[rule.state]
  const [owner, deputy] = [nameOf(rule.ownerId), nameOf(rule.deputyId)]
  const { raised, closed, acted, inTime, due } = rule.figures
  const share = (of: number, all: number) => (all === 0 ? '' : `${format.percent(of / all)} %`)
  return (
    <tr>
      <th scope="row">
        {local(rule.title)}
        {rule.isSafety ? <span className="line quiet">{say.safety}</span> : null}
      </th>
      <td>
        <State sign={sign} tone={tone}>
          {say.states[rule.state]}
        </State>
        {owner ? (
          <span className="line quiet">
            {[owner, deputy && say.deputy(deputy)].filter(Boolean).join(', ')}
          </span>
        ) : null}
      </td>
      <td data-name={say.within}>{within(rule.respondWithin)}</td>
      <td className="number" data-name={say.counts}>
        {raised}
      </td>
      <td className="number" data-name={say.acted}>
        {share(acted, closed)}
      </td>
      <td className="number" data-name={say.inTime}>
        {share(inTime, due)}
      </td>
      {children}
    </tr>
  )
}

/** 'P2D' as "2 days"; rules are written in days or hours. */
function useWithin(): (duration: string) => string {
  const say = useWords(watchWords)
  return (duration) => {
    const [, amount = '', unit = ''] = /^PT?(\d+)([DHW])$/.exec(duration) ?? []
    if (unit === 'H') return say.hour(Number(amount))
    return amount === '' ? duration : say.day(Number(amount) * (unit === 'W' ? 7 : 1))
  }
}
