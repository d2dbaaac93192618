import { moved } from '../../../../../core/design/apply.ts'
import type { Context } from '../../../../../core/design/part.ts'
import { moment } from '../../../../../core/design/parts/moment.ts'
import { burdenOf, sittingsOf } from '../../../../../core/simulation/burden.ts'
import { simulate } from '../../../../../core/simulation/simulate.ts'
import { usualSample } from '../../../../../core/simulation/usual-sample.ts'
import { Button } from '../../../../kit/button.tsx'
import { useWords } from '../../../../kit/words.tsx'
import { useZone } from '../../../../kit/zone.tsx'
import { BurdenTable } from '../burden-table.tsx'
import { CarePath } from '../path.tsx'
import { designWords } from './design-words.ts'
import { ListedDialog } from './parts/listed-dialog.tsx'
import { closing, type PartProps } from './parts/ways.ts'

/** The care path as it is drawn, with its moments to be made, changed and put in order. */
export function PathChapter({ opened, open, ...rest }: PartProps) {
  const { context, change } = rest
  const say = useWords(designWords)
  return (
    <>
      <CarePath
        {...context}
        edit={{ moment: open, move: (id, by) => change(moved(moment, context, id, by)) }}
      >
        <p>
          <Button onClick={() => open('')}>{say.addMoment}</Button>
        </p>
        <Yearly {...context} />
      </CarePath>
      {opened === null ? null : (
        <ListedDialog
          key={opened}
          part={moment}
          id={opened || null}
          {...rest}
          {...closing(rest, () => open(null))}
        />
      )}
    </>
  )
}

const START = '2026-01-05' // which day it is says nothing about how much is asked

function Yearly({ set, instruments }: Context) {
  const hours = { timeZone: useZone(), sendFrom: '08:00', sendUntil: '20:00', quietDays: [] }
  const asking = { set, instruments: new Map(instruments.map((one) => [one.id, one])) }
  const simulation = simulate(asking, usualSample(set, START), hours)
  return <BurdenTable years={burdenOf(simulation, START)} sittings={sittingsOf(simulation).length} />
}
