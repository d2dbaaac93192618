import type { Clash } from '../../../../core/simulation/burden.ts'
import type { Asking } from '../../../../core/simulation/life.ts'
import type { Simulation } from '../../../../core/simulation/simulate.ts'
import { useFormats } from '../../../kit/format.ts'
import { Section } from '../../../kit/frame.tsx'
import { Sign } from '../../../kit/symbols.tsx'
import { useWords } from '../../../kit/words.tsx'
import { simulatorWords } from './simulator-words.ts'
import { useNames } from './use-names.ts'

type ClashProps = { clashes: readonly Clash[]; simulation: Simulation; asking: Asking }

/** What the patient may find too much, or the team may not expect; that there is none is said too. */
export function Clashes({ clashes, simulation, asking }: ClashProps) {
  const say = useWords(simulatorWords)
  const names = useNames(asking)
  const { day, number } = useFormats()
  const of = (keys: readonly string[]) =>
    simulation.assessments
      .filter(({ key }) => keys.includes(key))
      .map(({ moment }) => names.moment(moment))
      .join(', ')
  const words = (clash: Clash) => {
    if (clash.kind === 'asked-twice')
      return say.askedTwice(names.instrument(clash.instrument), of(clash.keys), clash.days)
    if (clash.kind === 'mails-close') return say.mailsClose(day(clash.at), clash.days)
    if (clash.kind === 'long') return say.long(of(clash.keys), number(clash.minutes, 0))
    return clash.kind === 'no-mail' ? say.noMail(of(clash.keys)) : say.nothingLeft(of(clash.keys))
  }
  return (
    <Section title={say.clashes(clashes.length)}>
      <ul className="simulator-clashes">
        {clashes.map((clash) => (
          <li key={`${clash.kind} ${clash.keys.join()} ${'instrument' in clash ? clash.instrument : ''}`}>
            <Sign name="alert" /> {words(clash)}
          </li>
        ))}
      </ul>
    </Section>
  )
}
