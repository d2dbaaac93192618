import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { TextArea } from '../../kit/field.tsx'
import { Section } from '../../kit/frame.tsx'
import { Sign } from '../../kit/symbols.tsx'
import { useWords } from '../../kit/words.tsx'
import { useProblem } from '../sign-in/problem.ts'
import { draftOf, isUnfinished, newRule, type RuleDraft, rulesOf } from './draft.ts'
import { feeds, type Rules as Stored, saveRules, type Team } from './queries.ts'
import { Rule } from './rule.tsx'
import { words } from './words.ts'

/** The organisation's matching rules, edited as one document. */
export function Rules({ stored, teams }: { stored: Stored; teams: readonly Team[] }) {
  const say = useWords(words)
  const [draft, setDraft] = useState(() => draftOf(stored.content))
  const [unfinished, setUnfinished] = useState(false)
  const save = useSave()
  const { rules } = draft
  const setRules = (changed: RuleDraft[]) => setDraft({ ...draft, rules: changed })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setUnfinished(rules.some(isUnfinished))
    if (!rules.some(isUnfinished)) save.mutate({ content: rulesOf(draft), version: stored.version })
  }
  return (
    <Section title={say.rules} about={say.rulesAbout}>
      <form onSubmit={submit} className="feeds-rules" noValidate>
        {rules.length === 0 ? <p className="quiet">{say.noRules}</p> : null}
        {rules.map((rule, at) => (
          <Rule
            key={rule.key}
            rule={rule}
            teams={teams}
            change={(now) => setRules(rules.with(at, { ...rule, ...now }))}
            drop={() => setRules(rules.toSpliced(at, 1))}
            up={at === 0 ? null : () => setRules(rules.toSpliced(at, 1).toSpliced(at - 1, 0, rule))}
          />
        ))}
        <Button look="soft" onClick={() => setRules([...rules, newRule()])}>
          {say.addRule}
        </Button>
        <TextArea
          label={say.own}
          hint={say.ownHint}
          value={draft.ownNumbers}
          onChange={(event) => setDraft({ ...draft, ownNumbers: event.target.value })}
        />
        <Button type="submit" look="primary" size="page" disabled={save.isPending}>
          {say.save}
        </Button>
        {unfinished ? (
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
