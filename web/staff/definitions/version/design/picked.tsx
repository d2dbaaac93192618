import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { wayAsked } from '../../../../../core/adaptive/way-asked.ts'
import { moved, type Removed, removed } from '../../../../../core/design/apply.ts'
import { picked } from '../../../../../core/design/change-set.ts'
import type { Instrument } from '../../../../../core/instruments/instrument.ts'
import type { OutcomeSet } from '../../../../../core/outcome-sets/outcome-set.ts'
import { titleForStaff } from '../../../../../core/outcome-sets/staff-title.ts'
import { Button } from '../../../../kit/button.tsx'
import { SelectField } from '../../../../kit/field.tsx'
import { useFormats } from '../../../../kit/format.ts'
import { Section } from '../../../../kit/frame.tsx'
import { Scroller } from '../../../../kit/scroller.tsx'
import { useLocal, useWords } from '../../../../kit/words.tsx'
import { definitions } from '../../queries.ts'
import { wayWords } from '../../way-words.ts'
import { designWords } from './design-words.ts'
import type { PartProps } from './parts/listed.tsx'
import { Order } from './parts/order.tsx'
import { partWords } from './parts/part-words.ts'
import { useReferrerWords } from './parts/why-not.ts'

type PickedProps = PartProps & { pick: (named: { id: string; version: number }) => void }

/** The questionnaires that a set may ask, with their length and how they are asked; others that may join it. */
export function Picked({ context, pick, change, opened, open }: PickedProps) {
  const { set, instruments } = context
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
                <td />
              </tr>
            </thead>
            <tbody>
              {instruments.map((one, place) => (
                <Row
                  key={one.id}
                  order={{
                    place,
                    count: instruments.length,
                    move: (by) => change(moved(picked, context, one.id, by)),
                  }}
                  one={one}
                  without={removed(picked, context, one.id)}
                  pick={pick}
                  change={change}
                />
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

type RowProps = Pick<PickedProps, 'pick' | 'change'> & {
  one: Instrument
  /** The set without it. */
  without: Removed
  order: { place: number; count: number; move: (by: -1 | 1) => void }
}

function Row({ one, without, order, pick, change }: RowProps) {
  const { usedBy } = useWords(partWords)
  const words = useReferrerWords()
  const say = useWords(designWords)
  const { ways } = useWords(wayWords)
  const local = useLocal()
  const { number } = useFormats()
  const name = local(titleForStaff(one))
  const newest = useRunning().find(({ definition }) => definition === one.id)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {one.version}{' '}
        {newest && newest.version > one.version ? (
          <Button look="text" onClick={() => pick({ id: one.id, version: newest.version })}>
            {say.newer(newest.version)}
          </Button>
        ) : null}
      </td>
      <td>{say.cost(one.items.length, number(one.minutes, 1))}</td>
      <td>{ways[wayAsked(one)]}</td>
      <td>
        <Order name={name} {...order} />
        {'set' in without ? (
          <Button look="text" aria-label={say.removeOf(name)} onClick={() => change(without.set)}>
            {say.remove}
          </Button>
        ) : 'neededBy' in without ? (
          <span className="quiet">{usedBy(words(without.neededBy))}</span>
        ) : null}
      </td>
    </tr>
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

/** The questionnaires for patients that are published now. */
function useRunning() {
  const { data } = useQuery(definitions)
  const versions = data?.versions ?? []
  return versions.filter((one) => one.kind === 'instrument' && one.status === 'published' && !one.forStaff)
}
