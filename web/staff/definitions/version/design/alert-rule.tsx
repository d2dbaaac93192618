import {
  type DraftAlert,
  isAbout,
  ruleAbout,
  type Subject,
  subjectsOf,
} from '../../../../../core/design/draft-alert.ts'
import type { Instrument } from '../../../../../core/instrument.ts'
import type { AlertRule } from '../../../../../core/outcome-set.ts'
import { SelectField, TextField } from '../../../../kit/field.tsx'
import { useLocal, useWords } from '../../../../kit/words.tsx'
import { designWords } from './design-words.ts'

type RuleProps = {
  instruments: readonly Instrument[]
  alert: DraftAlert
  change: (given: Partial<DraftAlert>) => void
}

/** What an alert is about, and from where on it calls. */
export function Rule({ instruments, alert: { when }, change }: RuleProps) {
  const say = useWords(designWords)
  const local = useLocal()
  const subjects = subjectsOf(instruments)
  const chosen = subjects.findIndex((one) => isAbout(when, one))
  const nameOf = ({ kind, title, of }: Subject) =>
    `${local(of)}, ${{ scale: say.scale, item: say.item, change: say.changeOf }[kind](local(title))}`
  return (
    <>
      <SelectField
        label={say.isAbout}
        value={chosen === -1 ? '' : String(chosen)}
        onChange={({ target }) => {
          const subject = subjects[Number(target.value)]
          change({ when: subject && target.value !== '' ? ruleAbout(subject, when) : null })
        }}
      >
        <option value="">{say.choose}</option>
        {subjects.map((one, place) => (
          <option key={`${one.kind} ${one.instrument} ${one.name}`} value={place}>
            {nameOf(one)}
          </option>
        ))}
      </SelectField>
      {when === null ? null : <Limit when={when} change={(next) => change({ when: next })} />}
    </>
  )
}

type LimitProps = { when: AlertRule['when']; change: (when: AlertRule['when']) => void }

function Limit({ when, change }: LimitProps) {
  const say = useWords(designWords)
  if (when.kind === 'change')
    return (
      <SelectField
        label={say.since}
        value={when.since}
        onChange={({ target }) => change({ ...when, since: target.value === 'first' ? 'first' : 'previous' })}
      >
        {(['previous', 'first'] as const).map((one) => (
          <option key={one} value={one}>
            {say.sinces[one]}
          </option>
        ))}
      </SelectField>
    )
  return (
    <div className="design-pair">
      <SelectField
        label={say.compare}
        value={when.op}
        onChange={({ target }) => change({ ...when, op: target.value as typeof when.op })}
      >
        {(['<', '<=', '=', '>=', '>'] as const).map((op) => (
          <option key={op}>{op}</option>
        ))}
      </SelectField>
      <TextField
        label={say.value}
        type="number"
        step="any"
        value={Number.isFinite(when.value) ? when.value : ''}
        onChange={({ target }) => change({ ...when, value: target.valueAsNumber })}
      />
    </div>
  )
}
