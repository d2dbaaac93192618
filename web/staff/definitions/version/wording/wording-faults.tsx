import type { Instrument } from '../../../../../core/instruments/instrument.ts'
import type { WordingFault } from '../../../../../core/wording/fault.ts'
import { useLocal, useWords } from '../../../../kit/words.tsx'
import { wordingWords } from './words.ts'

type FaultProps = { instrument: Instrument; faults: readonly WordingFault[] }

/** What must be put right, and apart from it what somebody looks at. */
export function WordingFaults({ instrument, faults }: FaultProps) {
  const say = useWords(wordingWords)
  if (faults.length === 0) return <p role="status">{say.fits}</p>
  const wrong = faults.filter(({ looks }) => !looks)
  return (
    <>
      <Faults title={say.wrong} instrument={instrument} faults={wrong} />
      <Faults title={say.toLook} instrument={instrument} faults={faults.filter(({ looks }) => looks)} />
    </>
  )
}

function Faults({ title, instrument, faults }: FaultProps & { title: string }) {
  const say = useWords(wordingWords)
  const local = useLocal()
  if (faults.length === 0) return null
  const nameOf = (key: string) => {
    const item = instrument.items.find((one) => one.key === key)
    return item ? local(item.label) : key
  }
  return (
    <section className="wording-faults" aria-label={title}>
      <h2 className="heading">{title}</h2>
      <ul>
        {faults.map(({ code, item, said }) => (
          <li key={`${code} ${item} ${said.join(' ')}`}>
            {item ? <b>{nameOf(item)}</b> : null} {sentence(say.faults[code], said, nameOf)}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** An item among what is said is called by its name. */
const sentence = (
  words: (...said: string[]) => string,
  said: readonly string[],
  nameOf: (key: string) => string,
) => words(...said.map((one) => (/^[a-z][a-z0-9_]*$/.test(one) ? nameOf(one) : one)))
