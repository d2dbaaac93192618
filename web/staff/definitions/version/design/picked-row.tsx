import { useState } from 'react'
import { wayAsked } from '../../../../../core/adaptive/way-asked.ts'
import { moved, removed } from '../../../../../core/design/apply.ts'
import { picked } from '../../../../../core/design/change-set.ts'
import type { Instrument } from '../../../../../core/instruments/instrument.ts'
import { titleForStaff } from '../../../../../core/outcome-sets/staff-title.ts'
import { Button } from '../../../../kit/button.tsx'
import { Dialog } from '../../../../kit/dialog.tsx'
import { useFormats } from '../../../../kit/format.ts'
import { useLocal, useWords } from '../../../../kit/words.tsx'
import { wayWords } from '../../way-words.ts'
import { designWords } from './design-words.ts'
import { Order } from './parts/order.tsx'
import { partWords } from './parts/part-words.ts'
import { useReferrerWords } from './parts/referrer-words.ts'
import { removedOrWhy, Stays, type Why } from './parts/stays.tsx'
import type { PartProps } from './parts/ways.ts'
import { useRunning } from './running.ts'

type RowProps = Pick<PartProps, 'context' | 'change' | 'takeAway' | 'lead'> & {
  one: Instrument
  /** From 0. */
  place: number
  pick: (named: { id: string; version: number }) => void
}

/** A questionnaire of the set: its length, how it is asked, what it is there for, and its place. */
export function PickedRow({ one, place, pick, ...rest }: RowProps) {
  const { context, change } = rest
  const { usedBy } = useWords(partWords)
  const { some } = useReferrerWords()
  const say = useWords(designWords)
  const { ways } = useWords(wayWords)
  const { number } = useFormats()
  const name = useLocal()(titleForStaff(one))
  const newest = useRunning().find(({ definition }) => definition === one.id)
  const without = removed(picked, context, one.id)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-label={say.version}>
        {one.version}{' '}
        {newest && newest.version > one.version ? (
          <Button look="text" onClick={() => pick({ id: one.id, version: newest.version })}>
            {say.newer(newest.version)}
          </Button>
        ) : null}
      </td>
      <td>{say.cost(one.items.length, number(one.minutes, 1))}</td>
      <td>{ways[wayAsked(one)]}</td>
      <td className="quiet">{'neededBy' in without ? usedBy(some(without.neededBy)) : null}</td>
      <td>
        <span className="design-keys">
          <Order
            name={name}
            place={place}
            count={context.instruments.length}
            move={(by) => change(moved(picked, context, one.id, by))}
          />
          <Remove name={name} id={one.id} {...rest} />
        </span>
      </td>
    </tr>
  )
}

function Remove({
  name,
  id,
  context,
  takeAway,
  lead,
}: Omit<RowProps, 'one' | 'place' | 'pick'> & { name: string; id: string }) {
  const say = useWords(designWords)
  const { cancel } = useWords(partWords)
  const [stays, setStays] = useState<Why | null>(null)
  const remove = () => {
    const done = removedOrWhy(picked, context, id)
    if ('set' in done) takeAway(done.set, name)
    else setStays(done)
  }
  return (
    <>
      <Button look="text" aria-label={say.removeOf(name)} onClick={remove}>
        {say.remove}
      </Button>
      {stays ? (
        <Dialog title={name} closeLabel={cancel} close={() => setStays(null)}>
          <Stays {...stays} name={name} lead={lead} takeAlong={(set) => takeAway(set, name)} />
        </Dialog>
      ) : null}
    </>
  )
}
