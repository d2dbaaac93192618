import { Button } from '../../kit/button.tsx'
import { SelectField, TextField } from '../../kit/field.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { Condition } from './condition.tsx'
import { newCondition, nobody, type RuleDraft, targetOf } from './draft.ts'
import type { Team } from './queries.ts'
import { words } from './words.ts'

type Given = {
  rule: RuleDraft
  teams: readonly Team[]
  /** Whether what is still open is said at its field. */
  isChecked: boolean
  change: (change: Partial<RuleDraft>) => void
  drop: () => void
  /** Null on the first. */
  up: (() => void) | null
}

/** One rule: what an appointment must be called, and to which team and kind that leads. */
export function Rule({ rule, teams, isChecked, change, drop, up }: Given) {
  const say = useWords(words)
  const nameless = isChecked && rule.name.trim() === ''
  return (
    <fieldset className="feeds-rule">
      <legend>{rule.name || say.newRule}</legend>
      <TextField
        label={say.name}
        value={rule.name}
        maxLength={100}
        error={nameless ? say.nameless : undefined}
        onChange={(event) => change({ name: event.target.value })}
      />
      <Conditions rule={rule} isChecked={isChecked} change={change} />
      <Target rule={rule} teams={teams} isChecked={isChecked} change={change} />
      <div className="feeds-end">
        {up ? (
          <Button look="text" onClick={up} aria-label={say.upOf(rule.name)}>
            {say.up}
          </Button>
        ) : null}
        <Button look="text" onClick={drop} aria-label={say.dropRule(rule.name)}>
          {say.dropThis}
        </Button>
      </div>
    </fieldset>
  )
}

function Conditions({
  rule: { conditions },
  isChecked,
  change,
}: Pick<Given, 'rule' | 'isChecked' | 'change'>) {
  const say = useWords(words)
  return (
    <>
      {conditions.map((condition, at) => (
        <Condition
          key={condition.key}
          condition={condition}
          at={at}
          isChecked={isChecked}
          change={(now) => change({ conditions: conditions.with(at, { ...condition, ...now }) })}
          drop={() => change({ conditions: conditions.toSpliced(at, 1) })}
        />
      ))}
      <p className="quiet feeds-hint">{conditions.length === 0 ? say.noConditions : say.isHint}</p>
      <Button look="text" onClick={() => change({ conditions: [...conditions, newCondition()] })}>
        {say.addCondition}
      </Button>
    </>
  )
}

function Target({ rule: { to, side }, teams, isChecked, change }: Omit<Given, 'drop' | 'up'>) {
  const say = useWords(words)
  const local = useLocal()
  const team = teams.find(({ id }) => to.startsWith(`${id} `))
  return (
    <div className="feeds-target">
      <SelectField
        label={say.to}
        value={to}
        error={isChecked && to === '' ? say.astray : undefined}
        onChange={(event) => change({ to: event.target.value })}
      >
        <option value="">{say.choose}</option>
        <option value={nobody}>{say.notOurs}</option>
        {teams.map(({ id, name, kinds }) => (
          <optgroup key={id} label={name}>
            {kinds.map((kind) => (
              <option key={kind.id} value={targetOf(id, kind.id)}>
                {name}: {local(kind.title)}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      {team?.hasSides ? (
        <SelectField
          label={say.side}
          value={side}
          onChange={(event) => change({ side: event.target.value as RuleDraft['side'] })}
        >
          {(['', 'left', 'right', 'both'] as const).map((one) => (
            <option key={one} value={one}>
              {say.sides[one]}
            </option>
          ))}
        </SelectField>
      ) : null}
    </div>
  )
}
