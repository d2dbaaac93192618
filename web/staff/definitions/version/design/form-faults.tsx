import '../faults.css'
import type { Fault } from '../../../../../core/definitions/definition-text.ts'
import type { Told } from '../../../../../core/design/faults.ts'
import { type FormAt, formAt } from '../../../../../core/design/form-at.ts'
import type { OutcomeSet } from '../../../../../core/outcome-sets/outcome-set.ts'
import { Button } from '../../../../kit/button.tsx'
import { useLocal, useWords } from '../../../../kit/words.tsx'
import { FaultWords, faultKey, wholeSentence } from '../faults.tsx'
import { words } from '../words.ts'
import { designWords } from './design-words.ts'

type FaultsProps = {
  faults: readonly Fault[]
  set: OutcomeSet
  lead: (to: FormAt, told: Told) => void
  toText: (line: number | null) => void
}

/** What is wrong with a set, each with a way to the form in which it is mended, or to its line where no form shows it. */
export function FormFaults({ faults, set, lead, toText }: FaultsProps) {
  const heading = useWords(words).faults(faults.length)
  if (faults.length === 0) return null
  return (
    <section className="faults" aria-label={heading}>
      <ul>
        {faults.map((fault) => {
          const at = formAt(set, stepsOf(fault.at))
          return (
            <li key={faultKey(fault)}>
              <FaultWords fault={fault} />
              <Mend
                fault={fault}
                isInForm={at !== null}
                go={() => (at ? lead(at, toldOf(fault, at)) : toText(fault.line))}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const toldOf = ({ message }: Fault, { place }: FormAt): Told => ({ place, sentence: wholeSentence(message) })

/** A place as the check writes it, such as `moments[2].due`, in steps. */
const stepsOf = (at: string) => at.match(/[^.[\]]+/g) ?? []

function Mend({ fault, isInForm, go }: { fault: Fault; isInForm: boolean; go: () => void }) {
  const say = useWords(designWords)
  const local = useLocal()
  const name = isInForm ? say.mend : say.mendInText
  return (
    <Button aria-label={fault.where ? `${name}: ${local(fault.where)}` : name} onClick={go}>
      {name}
    </Button>
  )
}
