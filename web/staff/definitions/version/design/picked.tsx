import { useQuery } from '@tanstack/react-query'
import { wayAsked } from '../../../../../core/adaptive/way-asked.ts'
import { isNeeded } from '../../../../../core/design/change-set.ts'
import type { Instrument } from '../../../../../core/instrument.ts'
import type { OutcomeSet } from '../../../../../core/outcome-set.ts'
import { titleForStaff } from '../../../../../core/staff-title.ts'
import { Button } from '../../../../kit/button.tsx'
import { SelectField } from '../../../../kit/field.tsx'
import { useFormats } from '../../../../kit/format.ts'
import { Section } from '../../../../kit/frame.tsx'
import { Scroller } from '../../../../kit/scroller.tsx'
import { useLocal, useWords } from '../../../../kit/words.tsx'
import { definitions } from '../../queries.ts'
import { wayWords } from '../../way-words.ts'
import { designWords } from './design-words.ts'

type PickedProps = {
  set: OutcomeSet
  instruments: readonly Instrument[]
  pick: (named: { id: string; version: number }) => void
  drop: (id: string) => void
}

/** The questionnaires that a set may ask, with their length and how they are asked; others that may join it. */
export function Picked({ set, instruments, pick, drop }: PickedProps) {
  const say = useWords(designWords)
  return (
    <Section title={say.instruments}>
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
            {instruments.map((one) => (
              <Row
                key={one.id}
                one={one}
                isNeeded={isNeeded(set, one.id)}
                pick={pick}
                drop={() => drop(one.id)}
              />
            ))}
          </tbody>
        </table>
      </Scroller>
      <Others set={set} pick={pick} />
    </Section>
  )
}

type RowProps = { one: Instrument; isNeeded: boolean; pick: PickedProps['pick']; drop: () => void }

function Row({ one, isNeeded, pick, drop }: RowProps) {
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
        {isNeeded ? (
          <span className="quiet">{say.needed}</span>
        ) : (
          <Button look="text" aria-label={say.removeOf(name)} onClick={drop}>
            {say.remove}
          </Button>
        )}
      </td>
    </tr>
  )
}

function Others({ set, pick }: Pick<PickedProps, 'set' | 'pick'>) {
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
