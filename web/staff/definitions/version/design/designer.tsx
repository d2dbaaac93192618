import './design.css'
import { useState } from 'react'
import { withInstrument, withoutInstrument } from '../../../../../core/design/change-set.ts'
import type { Instrument } from '../../../../../core/instrument.ts'
import type { OutcomeSet } from '../../../../../core/outcome-set.ts'
import { burdenOf, sittingsOf } from '../../../../../core/simulation/burden.ts'
import { simulate } from '../../../../../core/simulation/simulate.ts'
import { usualSample } from '../../../../../core/simulation/usual-sample.ts'
import { Button } from '../../../../kit/button.tsx'
import { useWords } from '../../../../kit/words.tsx'
import { useZone } from '../../../../kit/zone.tsx'
import { BurdenTable } from '../burden-table.tsx'
import { CarePath } from '../path.tsx'
import { Alerts } from './alerts.tsx'
import { designWords } from './design-words.ts'
import { Opened, type Part } from './opened.tsx'
import { Picked } from './picked.tsx'

type DesignerProps = {
  set: OutcomeSet
  instruments: readonly Instrument[]
  change: (set: OutcomeSet) => void
}

/** A set as people speak of it: what is asked when, what it costs the patient, and who responds to what. */
export function Designer({ set, instruments, change }: DesignerProps) {
  const say = useWords(designWords)
  const [part, open] = useState<Part | null>(null)
  return (
    <>
      <p className="quiet path-about">{say.about}</p>
      <CarePath
        set={set}
        instruments={instruments}
        edit={{ moment: (id) => open({ kind: 'moment', id }), stage: (id) => open({ kind: 'stage', id }) }}
      >
        <p>
          <Button onClick={() => open({ kind: 'moment', id: null })}>{say.addMoment}</Button>
        </p>
        <Yearly set={set} instruments={instruments} />
      </CarePath>
      <Picked
        set={set}
        instruments={instruments}
        pick={(named) => change(withInstrument(set, named))}
        drop={(id) => change(withoutInstrument(set, id))}
      />
      <Alerts
        set={set}
        instruments={instruments}
        edit={(id) => open({ kind: 'alert', id })}
        add={() => open({ kind: 'alert', id: null })}
      />
      {part ? (
        <Opened
          part={part}
          set={set}
          instruments={instruments}
          change={(next) => {
            change(next)
            open(null)
          }}
          close={() => open(null)}
        />
      ) : null}
    </>
  )
}

const START = '2026-01-05' // which day it is says nothing about how much is asked

function Yearly({ set, instruments }: Omit<DesignerProps, 'change'>) {
  const hours = { timeZone: useZone(), sendFrom: '08:00', sendUntil: '20:00' }
  const asking = { set, instruments: new Map(instruments.map((one) => [one.id, one])) }
  const simulation = simulate(asking, usualSample(set, START), hours)
  return <BurdenTable years={burdenOf(simulation, START)} sittings={sittingsOf(simulation).length} />
}
