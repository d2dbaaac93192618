import { useEffect, useRef } from 'react'
import type { OutcomeSet } from '../../../../../core/outcome-sets/outcome-set.ts'
import { SelectField } from '../../../../kit/field.tsx'
import { Section } from '../../../../kit/frame.tsx'
import { Scroller } from '../../../../kit/scroller.tsx'
import { useLocal, useWords } from '../../../../kit/words.tsx'
import { designWords } from './design-words.ts'
import type { PartProps } from './parts/ways.ts'
import { PickedRow } from './picked-row.tsx'
import { useRunning } from './running.ts'

type PickedProps = PartProps & { pick: (named: { id: string; version: number }) => void }

/** The questionnaires that a set may ask, with their length and how they are asked; others that may join it. */
export function Picked({ pick, opened, open, ...rest }: PickedProps) {
  const { set, instruments } = rest.context
  const say = useWords(designWords)
  const table = useRef<HTMLDivElement>(null)
  // There is no dialog to open: who is led here finds the table.
  useEffect(() => {
    if (opened === null) return
    table.current?.scrollIntoView({ block: 'center' })
    table.current?.focus({ preventScroll: true })
    open(null)
  }, [opened, open])
  return (
    <Section title={say.instruments}>
      <div ref={table} tabIndex={-1}>
        <Scroller label={say.instruments}>
          <table className="table design-picked">
            <thead>
              <tr>
                {[say.instrument, say.version, say.length, say.way].map((head) => (
                  <th scope="col" key={head}>
                    {head}
                  </th>
                ))}
                <td colSpan={2} />
              </tr>
            </thead>
            <tbody>
              {instruments.map((one, place) => (
                <PickedRow key={one.id} one={one} place={place} pick={pick} {...rest} />
              ))}
            </tbody>
          </table>
        </Scroller>
      </div>
      <div className="design-picked-more">
        <Others set={set} pick={pick} />
      </div>
    </Section>
  )
}

function Others({ set, pick }: Pick<PickedProps, 'pick'> & { set: OutcomeSet }) {
  const say = useWords(designWords)
  const local = useLocal()
  const running = useRunning().filter(({ definition }) =>
    set.instruments.every(({ id }) => id !== definition),
  )
  return (
    <SelectField
      label={say.addInstrument}
      value=""
      onChange={({ target }) => {
        const chosen = running.find(({ id }) => id === target.value)
        if (chosen) pick({ id: chosen.definition, version: chosen.version })
      }}
    >
      <option value="">{say.choose}</option>
      {running.map(({ id, title, instrument, canBeSent }) => (
        <option key={id} value={id}>
          {local(title)} (
          {canBeSent ? say.cost(instrument?.questions ?? 0, String(instrument?.minutes ?? 0)) : say.noWording}
          )
        </option>
      ))}
    </SelectField>
  )
}
