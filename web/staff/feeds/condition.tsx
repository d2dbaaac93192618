import { type RuleField, ruleFields } from '../../../core/feeds/feed-rules.ts'
import { Button } from '../../kit/button.tsx'
import { SelectField, TextArea } from '../../kit/field.tsx'
import { useWords } from '../../kit/words.tsx'
import type { ConditionDraft, Mode } from './draft.ts'
import { words } from './words.ts'

type Given = {
  condition: ConditionDraft
  at: number
  isChecked: boolean
  change: (change: Partial<ConditionDraft>) => void
  drop: () => void
}

/** One line of a rule: must the code be this, or may the place not be that. */
export function Condition({ condition: { mode, field, words: is }, at, isChecked, change, drop }: Given) {
  const say = useWords(words)
  return (
    <div className="feeds-condition">
      <SelectField
        label={say.mode}
        value={mode}
        onChange={(event) => change({ mode: event.target.value as Mode })}
      >
        {(['all', 'any', 'not'] as const).map((one) => (
          <option key={one} value={one}>
            {say.modes[one]}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={say.field}
        value={field}
        onChange={(event) => change({ field: event.target.value as RuleField })}
      >
        {ruleFields.map((one) => (
          <option key={one} value={one}>
            {say.fields[one]}
          </option>
        ))}
      </SelectField>
      <TextArea
        label={say.is}
        rows={Math.min(6, is.split('\n').length)}
        value={is}
        error={isChecked && is.trim() === '' ? say.wordless : undefined}
        onChange={(event) => change({ words: event.target.value })}
      />
      <Button look="text" onClick={drop} aria-label={say.dropCondition(at + 1)}>
        {say.drop}
      </Button>
    </div>
  )
}
