import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '../../kit/button.tsx'
import { TextArea } from '../../kit/field.tsx'
import { Section } from '../../kit/frame.tsx'
import { Sign } from '../../kit/symbols.tsx'
import { useWords } from '../../kit/words.tsx'
import { Leaving } from '../leaving.tsx'
import { useProblem } from '../sign-in/problem.ts'
import { type Draft, draftOf, isUnfinished, newRule, type RuleDraft, rulesOf } from './draft.ts'
import { feeds, type Rules as Stored, saveRules, type Team } from './queries.ts'
import { Rule } from './rule.tsx'
import { SameDays } from './same-day.tsx'
import { Verifying } from './verifying.tsx'
import { words } from './words.ts'

type Given = { stored: Stored; teams: readonly Team[]; keepsBsn: boolean }

/** The organisation's matching rules, edited as one document. */
export function Rules({ stored, teams, keepsBsn }: Given) {
  const say = useWords(words)
  const [draft, setDraft] = useState(() => draftOf(stored.content))
  const [kept, setKept] = useState(draft)
  const [isChecked, setChecked] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const save = useSave()
  const { rules, events } = draft
  const setRules = (changed: RuleDraft[]) => setDraft({ ...draft, rules: changed })
  const isOpen = [...rules, ...events].some(isUnfinished)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    flushSync(() => setChecked(isOpen))
    if (isOpen) return form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
    const given = { content: rulesOf(draft), version: stored.version }
    save.mutate(given, { onSuccess: () => setKept(draft) })
  }
  return (
    <Section title={say.rules} about={say.rulesAbout}>
      <form onSubmit={submit} className="feeds-rules" ref={form} noValidate>
        <Leaving isChanged={draft !== kept} />
        {rules.length === 0 ? <p className="quiet">{say.noRules}</p> : null}
        <RuleList rules={rules} teams={teams} isChecked={isChecked} set={setRules} />
        <h3>{say.events}</h3>
        <p className="quiet">{say.eventsAbout}</p>
        <RuleList
          rules={events}
          isChecked={isChecked}
          teams={teams.map((team) => ({ ...team, hasSides: false, kinds: team.means }))}
          set={(changed) => setDraft({ ...draft, events: changed })}
        />
        <Enrolling teams={teams} draft={draft} set={(enrols) => setDraft({ ...draft, enrols })} />
        <SameDays given={draft.sameDay} set={(sameDay) => setDraft({ ...draft, sameDay })} />
        {keepsBsn ? (
          <Verifying given={draft.verifiesBsn} set={(verifiesBsn) => setDraft({ ...draft, verifiesBsn })} />
        ) : null}
        <TextArea
          label={say.own}
          hint={say.ownHint}
          value={draft.ownNumbers}
          onChange={(event) => setDraft({ ...draft, ownNumbers: event.target.value })}
        />
        <Button type="submit" look="primary" size="page" disabled={save.isPending}>
          {say.save}
        </Button>
        {isChecked && isOpen ? (
          <p role="alert" className="status worse">
            <Sign name="alert" />
            {say.unfinished}
          </p>
        ) : (
          <Said save={save} />
        )}
      </form>
    </Section>
  )
}

type Listed = {
  rules: readonly RuleDraft[]
  teams: readonly Team[]
  isChecked: boolean
  set: (changed: RuleDraft[]) => void
}

function RuleList({ rules, teams, isChecked, set }: Listed) {
  const say = useWords(words)
  return (
    <>
      {rules.map((rule, at) => (
        <Rule
          key={rule.key}
          rule={rule}
          teams={teams}
          isChecked={isChecked}
          change={(now) => set(rules.with(at, { ...rule, ...now }))}
          drop={() => set(rules.toSpliced(at, 1))}
          up={at === 0 ? null : () => set(rules.toSpliced(at, 1).toSpliced(at - 1, 0, rule))}
        />
      ))}
      <Button look="soft" onClick={() => set([...rules, newRule()])}>
        {say.addRule}
      </Button>
    </>
  )
}

type Enrols = { teams: readonly Team[]; draft: Draft; set: (enrols: string[]) => void }

/** Which teams enrol by a diagnosis at once; to the others somebody is proposed. */
function Enrolling({ teams, draft: { enrols }, set }: Enrols) {
  const say = useWords(words)
  return (
    <fieldset className="feeds-rule">
      <legend>{say.enrols}</legend>
      <p className="quiet">{say.enrolsAbout}</p>
      {teams.map(({ id, name }) => (
        <label key={id} className="feeds-check">
          <input
            type="checkbox"
            checked={enrols.includes(id)}
            onChange={({ target }) =>
              set(target.checked ? [...enrols, id] : enrols.filter((one) => one !== id))
            }
          />
          {name}
        </label>
      ))}
    </fieldset>
  )
}

function useSave() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: saveRules,
    onSuccess: () => queries.invalidateQueries({ queryKey: feeds.queryKey }),
  })
}

function Said({ save: { error, isSuccess } }: { save: ReturnType<typeof useSave> }) {
  const say = useWords(words)
  const problem = useProblem(say.problems)
  return (
    <p role="status" className={`status ${error ? 'worse' : 'better'}`}>
      {error ? <Sign name="alert" /> : null}
      {error ? problem(error) : isSuccess ? say.saved : null}
    </p>
  )
}
