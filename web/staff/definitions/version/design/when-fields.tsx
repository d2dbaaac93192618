import { anchorsOf } from '../../../../../core/design/change-set.ts'
import type { Moment } from '../../../../../core/outcome-sets/moment.ts'
import type { OutcomeSet } from '../../../../../core/outcome-sets/outcome-set.ts'
import { anchorWords } from '../../../../../core/schedule/anchor-words.ts'
import { SelectField, TextField } from '../../../../kit/field.tsx'
import { useLocal, useWords } from '../../../../kit/words.tsx'
import { designWords } from './design-words.ts'
import { LengthField } from './length-field.tsx'

type WhenProps = { set: OutcomeSet; moment: Moment; change: (given: Partial<Moment>) => void }

/** From what a moment is counted, and from when until when it is open. */
export function WhenFields({ set, moment, change }: WhenProps) {
  const say = useWords(designWords)
  return (
    <>
      <CountedFrom set={set} moment={moment} change={change} />
      {moment.anchor.kind === 'date' ? (
        <TextField
          label={say.onDate}
          type="date"
          value={moment.anchor.date}
          onChange={({ target }) => change({ anchor: { kind: 'date', date: target.value } })}
        />
      ) : null}
      <div className="design-lengths">
        {(['opens', 'due', 'closes', 'linkDead'] as const).map((field) => (
          <LengthField
            key={field}
            label={say[field]}
            duration={moment[field]}
            change={(duration) => change({ [field]: duration })}
            sided
          />
        ))}
      </div>
    </>
  )
}

const DATE = JSON.stringify({ kind: 'date', date: '' })

function CountedFrom({ set, moment, change }: WhenProps) {
  const say = useWords(designWords)
  const local = useLocal()
  const isDate = moment.anchor.kind === 'date'
  const own = isDate ? DATE : JSON.stringify(moment.anchor)
  const anchors = anchorsOf(set, moment.id)
  const isListed = isDate || anchors.some((one) => JSON.stringify(one) === own)
  return (
    <SelectField
      label={say.counted}
      value={own}
      onChange={({ target }) => change({ anchor: JSON.parse(target.value) as Moment['anchor'] })}
    >
      {(isListed ? anchors : [moment.anchor, ...anchors]).map((one) => (
        <option key={JSON.stringify(one)} value={JSON.stringify(one)}>
          {local(anchorWords(one, set))}
        </option>
      ))}
      <option value={DATE}>{say.aDate}</option>
    </SelectField>
  )
}
