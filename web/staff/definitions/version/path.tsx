import type { ReactNode } from 'react'
import type { Instrument } from '../../../../core/instruments/instrument.ts'
import type { Moment } from '../../../../core/outcome-sets/moment.ts'
import type { OutcomeSet } from '../../../../core/outcome-sets/outcome-set.ts'
import { titleForStaff } from '../../../../core/outcome-sets/staff-title.ts'
import { timeWords } from '../../../../core/schedule/anchor-words.ts'
import { FINISH_MINUTES } from '../../../../core/schedule/asked.ts'
import { type DrawnMoment, drawnPath } from '../../../../core/simulation/drawn.ts'
import { lengthWords } from '../../../../core/time/duration-words.ts'
import { Button } from '../../../kit/button.tsx'
import { useFormats } from '../../../kit/format.ts'
import { Section } from '../../../kit/frame.tsx'
import { useLocal, useWords } from '../../../kit/words.tsx'
import { Order } from './design/parts/order.tsx'
import { type Axis, axisOf, Lane, Months, StageStrip } from './lanes.tsx'
import { pathWords } from './path-words.ts'

type Edit = { moment: (id: string) => void; move: (id: string, by: -1 | 1) => void }

type PathProps = {
  set: OutcomeSet
  instruments: readonly Instrument[]
  /** Without it the path is only read. */
  edit?: Edit
  /** Between the drawing and the stages in words. */
  children?: ReactNode
}

/** The care path of a set as it lies in time: its stages, and under them each moment with what it asks. */
export function CarePath({ set, instruments, edit, children }: PathProps) {
  const say = useWords(pathWords)
  const local = useLocal()
  const drawn = drawnPath({ set, instruments: new Map(instruments.map((one) => [one.id, one])) })
  const axis = axisOf(drawn)
  const treatment = set.treatmentOptions.find(({ id }) => id === drawn.treatment)
  return (
    <>
      <p className="version-lead">{say.lead(set.carePath.stages.length, set.moments.length)}</p>
      <p className="quiet path-about">
        {say.about} {treatment ? say.drawnFor(local(treatment.title)) : ''}
      </p>
      <div className="path">
        <div className="path-row path-head">
          <span className="quiet">{say.stages}</span>
          <StageStrip axis={axis} drawn={drawn} set={set} />
        </div>
        <ol>
          {drawn.moments.map((one) => (
            <li key={one.moment.id}>
              <MomentRow of={one} axis={axis} set={set} edit={edit} />
            </li>
          ))}
        </ol>
        <div className="path-row path-foot">
          <span className="quiet">{say.sinceStart}</span>
          <Months axis={axis} />
        </div>
      </div>
      {children}
      {edit ? null : <Stages set={set} />}
    </>
  )
}

function MomentRow({
  of: { moment, instruments, first },
  axis,
  set,
  edit,
}: {
  of: DrawnMoment
  axis: Axis
  set: OutcomeSet
  edit: Edit | undefined
}) {
  const say = useWords(pathWords)
  const local = useLocal()
  const { number } = useFormats()
  const sent = instruments.filter(({ form }) => form !== null)
  const items = sent.reduce((sum, one) => sum + one.items.length, 0)
  const minutes = sent.reduce((sum, one) => sum + one.minutes, FINISH_MINUTES)
  const when = (duration: string) => local(timeWords(duration, moment.anchor, set))
  const treatments = moment.treatments?.map((id) =>
    local(set.treatmentOptions.find((one) => one.id === id)?.title ?? { nl: id, en: id }),
  )
  return (
    <div className="path-row">
      <div>
        <b>{local(titleForStaff(moment))}</b>{' '}
        {edit ? <MomentKeys moment={moment} set={set} edit={edit} /> : null}
        <p>
          {say.opens(when(moment.opens))} {say.closes(when(moment.closes))}
        </p>
        <p className="quiet">
          {[
            treatments ? say.only(treatments.join(', ')) : '',
            moment.skipIfAnsweredWithin ? say.skips(local(lengthWords(moment.skipIfAnsweredWithin))) : '',
            say.reminders(moment.reminders.length),
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
      </div>
      {first ? (
        <Lane axis={axis} first={first} label={local(titleForStaff(moment))} />
      ) : (
        <p className="quiet">{say.beyond}</p>
      )}
      <div className="path-burden">
        <b>{say.burden(items, number(minutes, 0))}</b>
        <span className="quiet">{sent.map((one) => local(titleForStaff(one))).join(', ')}</span>
      </div>
    </div>
  )
}

/** The stages in words: what they are for, how long they take, when they begin and end. */
function Stages({ set }: { set: OutcomeSet }) {
  const say = useWords(pathWords)
  const local = useLocal()
  return (
    <Section title={say.stagesInWords}>
      <ol className="path-stages">
        {set.carePath.stages.map((stage) => (
          <li key={stage.id}>
            <b>{local(stage.title)}</b>{' '}
            <span className="quiet">{say.norm(local(lengthWords(stage.norm)))}</span>{' '}
            <p>{local(stage.goal)}</p>
            <p className="quiet">
              {say.entry(local(stage.entry))} {say.exit(local(stage.exit))}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function MomentKeys({ moment, set, edit }: { moment: Moment; set: OutcomeSet; edit: Edit }) {
  const say = useWords(pathWords)
  const name = useLocal()(titleForStaff(moment))
  const place = set.moments.indexOf(moment)
  return (
    <span className="path-keys">
      <Button look="text" aria-label={say.changeOf(name)} onClick={() => edit.moment(moment.id)}>
        {say.change}
      </Button>
      <Order name={name} place={place} count={set.moments.length} move={(by) => edit.move(moment.id, by)} />
    </span>
  )
}
