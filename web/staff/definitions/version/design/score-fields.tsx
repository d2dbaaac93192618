import type { Instrument } from '../../../../../core/instruments/instrument.ts'
import type { Moment } from '../../../../../core/outcome-sets/moment.ts'
import type { ScoreCondition } from '../../../../../core/outcome-sets/score-condition.ts'
import { titleForStaff } from '../../../../../core/outcome-sets/staff-title.ts'
import { Button } from '../../../../kit/button.tsx'
import { SelectField, TextField } from '../../../../kit/field.tsx'
import { useLocal, useWords } from '../../../../kit/words.tsx'
import { designWords } from './design-words.ts'
import { forWhomWords } from './for-whom-words.ts'
import { LengthField } from './length-field.tsx'

type ScoresProps = {
  instruments: readonly Instrument[]
  conditions: readonly ScoreCondition[]
  change: (given: Partial<Moment>) => void
}

const MOST = 5
const USUAL = { op: '>=', value: Number.NaN, within: 'P3M', ifUnknown: 'leave-out' } as const

/** After which earlier scores a moment is asked. */
export function ScoreFields({ instruments, conditions, change }: ScoresProps) {
  const say = useWords(forWhomWords)
  const { remove, removeOf } = useWords(designWords)
  const set = (next: ScoreCondition[]) => change({ ifScores: next.length > 0 ? next : undefined })
  const [first] = subjectsOf(instruments)
  if (!first) return null
  return (
    <fieldset className="design-ticks">
      <legend>{say.scores}</legend>
      {named(conditions).map(({ name, ...one }, place) => (
        <div className="design-reminder" key={name}>
          <Condition
            instruments={instruments}
            one={one}
            change={(given) => set(conditions.map((old, at) => (at === place ? { ...old, ...given } : old)))}
          />
          <Button
            look="text"
            aria-label={removeOf(say.score(place + 1))}
            onClick={() => set(conditions.filter((_, at) => at !== place))}
          >
            {remove}
          </Button>
        </div>
      ))}
      {conditions.length < MOST ? (
        <Button onClick={() => set([...conditions, { ...USUAL, ...first.about }])}>{say.addScore}</Button>
      ) : null}
    </fieldset>
  )
}

/** They go by their place, anew when one goes. */
const named = (conditions: readonly ScoreCondition[]) =>
  conditions.map((one, place) => ({ ...one, name: `${place} of ${conditions.length}` }))

const subjectsOf = (instruments: readonly Instrument[]) =>
  instruments.flatMap((one) =>
    one.scales.map(({ id: scale, title }) => ({ about: { instrument: one.id, scale }, title, of: one })),
  )

type ConditionProps = {
  instruments: readonly Instrument[]
  one: ScoreCondition
  change: (given: Partial<ScoreCondition>) => void
}

function Condition({ instruments, one, change }: ConditionProps) {
  const say = useWords(forWhomWords)
  const { isAbout } = useWords(designWords)
  const local = useLocal()
  const subjects = subjectsOf(instruments)
  const chosen = subjects.findIndex(
    ({ about }) => about.instrument === one.instrument && about.scale === one.scale,
  )
  return (
    <>
      <SelectField
        label={isAbout}
        value={String(chosen)}
        onChange={({ target }) => change({ ...subjects[Number(target.value)]?.about })}
      >
        {chosen === -1 ? <option value="-1">{one.scale}</option> : null}
        {subjects.map(({ about, title, of }, place) => (
          <option key={`${about.instrument} ${about.scale}`} value={place}>
            {local(titleForStaff(of))}, {local(title)}
          </option>
        ))}
      </SelectField>
      <Limit one={one} change={change} />
      <LengthField label={say.within} duration={one.within} change={(within) => change({ within })} />
      <SelectField
        label={say.ifUnknown}
        value={one.ifUnknown}
        onChange={({ target }) => change({ ifUnknown: target.value === 'ask' ? 'ask' : 'leave-out' })}
      >
        {(['ask', 'leave-out'] as const).map((way) => (
          <option key={way} value={way}>
            {say.unknowns[way]}
          </option>
        ))}
      </SelectField>
    </>
  )
}

function Limit({ one, change }: Pick<ConditionProps, 'one' | 'change'>) {
  const say = useWords(designWords)
  return (
    <>
      <SelectField
        label={say.compare}
        value={one.op}
        onChange={({ target }) => change({ op: target.value as ScoreCondition['op'] })}
      >
        {(['<', '<=', '=', '>=', '>'] as const).map((op) => (
          <option key={op}>{op}</option>
        ))}
      </SelectField>
      <TextField
        label={say.value}
        type="number"
        step="any"
        value={Number.isFinite(one.value) ? one.value : ''}
        onChange={({ target }) => change({ value: target.valueAsNumber })}
      />
    </>
  )
}
