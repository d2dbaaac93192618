import { useState } from 'react'
import { moved, removed } from '../../../../../core/design/apply.ts'
import { freshId, moments, withMoment } from '../../../../../core/design/change-set.ts'
import type { Context } from '../../../../../core/design/part.ts'
import type { Moment } from '../../../../../core/outcome-sets/moment.ts'
import type { OutcomeSet } from '../../../../../core/outcome-sets/outcome-set.ts'
import { titleForStaff } from '../../../../../core/outcome-sets/staff-title.ts'
import { burdenOf, sittingsOf } from '../../../../../core/simulation/burden.ts'
import { simulate } from '../../../../../core/simulation/simulate.ts'
import { usualSample } from '../../../../../core/simulation/usual-sample.ts'
import { Button } from '../../../../kit/button.tsx'
import { useLocal, useWords } from '../../../../kit/words.tsx'
import { useZone } from '../../../../kit/zone.tsx'
import { BurdenTable } from '../burden-table.tsx'
import { CarePath } from '../path.tsx'
import { designWords } from './design-words.ts'
import { MomentDialog } from './moment-dialog.tsx'
import type { PartProps } from './parts/listed.tsx'
import { useWhyNot } from './parts/why-not.ts'

/** The care path as it is drawn, with its moments to be made, changed and put in order. */
export function PathChapter({ context, change, opened, open }: PartProps) {
  const say = useWords(designWords)
  return (
    <>
      <CarePath
        {...context}
        edit={{ moment: open, move: (id, by) => change(moved(moments, context, id, by)) }}
      >
        <p>
          <Button onClick={() => open('')}>{say.addMoment}</Button>
        </p>
        <Yearly {...context} />
      </CarePath>
      {opened === null ? null : (
        <OpenedMoment
          key={opened}
          id={opened}
          context={context}
          change={(set) => {
            change(set)
            open(null)
          }}
          close={() => open(null)}
        />
      )}
    </>
  )
}

/** New moments begin as most are: before the first appointment, open for two weeks. */
const newMoment = ({ appointmentKinds: [kind] }: OutcomeSet): Moment => ({
  id: '',
  title: { nl: '', en: '' },
  anchor: kind ? { kind: 'appointment', appointmentKind: kind.id, which: 'first' } : { kind: 'enrolment' },
  opens: '-P14D',
  due: '-P2D',
  closes: 'P0D',
  linkDead: 'P7D',
  instruments: [],
  reminders: [{ from: 'opening', offset: 'P4D' }],
})

type OpenedProps = Pick<PartProps, 'context' | 'change'> & { id: string; close: () => void }

function OpenedMoment({ id, context, change, close }: OpenedProps) {
  const say = useWords(designWords)
  const local = useLocal()
  const whyNot = useWhyNot()
  const [stays, setStays] = useState<string | null>(null)
  const { set, instruments } = context
  const known = set.moments.find((one) => one.id === id)
  const name = known ? local(titleForStaff(known)) : say.newMoment
  const remove = () => {
    const done = removed(moments, context, id)
    if ('set' in done) change(done.set)
    else setStays(whyNot(name, done))
  }
  return (
    <MomentDialog
      title={name}
      set={set}
      instruments={instruments}
      moment={known ?? newMoment(set)}
      apply={(moment) =>
        change(withMoment(set, known ? moment : { ...moment, id: freshId(moment.title.en, set.moments) }))
      }
      remove={known ? remove : undefined}
      stays={stays}
      close={close}
    />
  )
}

const START = '2026-01-05' // which day it is says nothing about how much is asked

function Yearly({ set, instruments }: Context) {
  const hours = { timeZone: useZone(), sendFrom: '08:00', sendUntil: '20:00' }
  const asking = { set, instruments: new Map(instruments.map((one) => [one.id, one])) }
  const simulation = simulate(asking, usualSample(set, START), hours)
  return <BurdenTable years={burdenOf(simulation, START)} sittings={sittingsOf(simulation).length} />
}
