import { useState } from 'react'
import type { Considered, ConsultDesk } from '../../../core/consult/individual-plan.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { deskWords } from './desk-words.ts'

type OptionsProps = { desk: ConsultDesk; options: Considered[]; change: (options: Considered[]) => void }

/** The options of the care path and those of one's own; of what was considered, one can be chosen. */
export function PlanOptions({ desk, options, change }: OptionsProps) {
  const say = useWords(deskWords)
  const local = useLocal()
  const described = desk.treatmentOptions.map(({ title }) => local(title))
  const own = options.map(({ option }) => option).filter((option) => !described.includes(option))
  const consider = (option: string, isConsidered: boolean) =>
    change(
      isConsidered
        ? [...options, { option, isChosen: false }]
        : options.filter((one) => one.option !== option),
    )
  const choose = (chosen: string) =>
    change(options.map(({ option }) => ({ option, isChosen: option === chosen })))
  return (
    <fieldset className="plan-options">
      <legend>{say.options}</legend>
      <p className="field-hint">{say.optionsHint}</p>
      <ul>
        {[...described, ...own].map((option) => {
          const one = options.find((known) => known.option === option)
          return (
            <li key={option}>
              <label>
                <input
                  type="checkbox"
                  checked={one !== undefined}
                  onChange={(event) => consider(option, event.target.checked)}
                />{' '}
                {option}
              </label>
              {one ? (
                <label className="quiet">
                  <input type="radio" name="chosen" checked={one.isChosen} onChange={() => choose(option)} />{' '}
                  {say.became}
                </label>
              ) : null}
            </li>
          )
        })}
      </ul>
      <Another add={(option) => !options.some((one) => one.option === option) && consider(option, true)} />
    </fieldset>
  )
}

/** A possibility that the care path does not describe. */
function Another({ add }: { add: (option: string) => void }) {
  const say = useWords(deskWords)
  const [text, setText] = useState('')
  const take = () => {
    if (text.trim() !== '') add(text.trim())
    setText('')
  }
  return (
    <div className="plan-another">
      <TextField
        label={say.more}
        hint={say.moreHint}
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          take()
        }}
      />
      <Button onClick={take}>{say.add}</Button>
    </div>
  )
}
