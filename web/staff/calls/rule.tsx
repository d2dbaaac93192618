import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { laterChannels, type OutreachRule } from '../../../core/mail/outreach.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { SelectField, TextField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { useFormats } from '../../kit/format.ts'
import { useRefusal } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { FormProblem } from '../sign-in/door.tsx'
import { setRule } from './queries.ts'
import { callWords } from './words.ts'

/** The team's rules in one sentence. */
export function RuleLine({ rule }: { rule: OutreachRule }) {
  const say = useWords(callWords)
  const { callDaysBefore, texts, letters, fallbackDays, fallbackTo, mailGapDays } = rule
  const parts = [
    callDaysBefore === null ? say.ruleNoCall : say.ruleCall(callDaysBefore),
    ...(mailGapDays === null ? [] : [say.ruleGap(mailGapDays)]),
    ...(texts ? [say.ruleTexts] : []),
    ...(letters ? [say.ruleLetters] : []),
    ...(fallbackDays === null || fallbackTo.length === 0
      ? []
      : [
          say.ruleAfter(
            fallbackTo.map((channel) => say.ruleFallback[channel]),
            fallbackDays,
          ),
        ]),
  ]
  return <span className="quiet">{say.rule(parts)}</span>
}

/** The least and most of what each field takes: days, and euros in cents. */
const limits = {
  callDaysBefore: [1, 60],
  fallbackDays: [1, 60],
  mailGapDays: [2, 30],
  costOfCall: [0, 100_000],
  costOfLetter: [0, 100_000],
  costOfText: [0, 100_000],
} as const
type Numbers = Pick<OutreachRule, keyof typeof limits>
const fields = Object.keys(limits) as (keyof Numbers)[]

/** Empty is null; undefined is no number. Days are whole, costs are typed in euros and kept in cents. */
function readNumber(text: string, name: keyof Numbers): number | null | undefined {
  if (text === '') return null
  const typed = Number(text.replace(',', '.'))
  const value = name.startsWith('cost') ? Math.round(typed * 100) : typed
  const [least, most] = limits[name]
  return Number.isInteger(value) && value >= least && value <= most ? value : undefined
}

type DialogProps = { teamId: string; rule: OutreachRule; close: () => void }

/** The team's lead sets how people are reached who do not answer. */
export function RuleDialog({ teamId, rule, close }: DialogProps) {
  const say = useWords(callWords)
  const format = useFormats()
  const refusal = useRefusal()
  const queries = useQueryClient()
  const [wrong, setWrong] = useState<readonly string[]>([])
  const save = useMutation({
    mutationFn: setRule,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['calls'] })
      notifications.show({ message: say.ruleSaved })
      close()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const numbers = fields.map((name) => [name, readNumber(formText(form, name), name)] as const)
    const unread = numbers.filter(([, value]) => value === undefined).map(([name]) => name)
    setWrong(unread)
    if (unread.length > 0) return
    const fallbackTo = laterChannels.filter((channel) => form.getAll('fallbackTo').includes(channel))
    const letters = formText(form, 'letters') === 'yes'
    const texts = formText(form, 'texts') === 'yes'
    save.mutate({
      teamId,
      rule: { ...(Object.fromEntries(numbers) as Numbers), texts, letters, fallbackTo },
    })
  }
  const euros = (cents: number | null) => (cents === null ? '' : format.number(cents / 100, 2, 2))
  const error = (name: string) => (wrong.includes(name) ? say.wrongNumber : undefined)
  return (
    <Dialog title={say.ruleTitle} closeLabel={say.cancel} close={close}>
      <form onSubmit={submit} noValidate>
        <TextField
          label={say.callDaysBefore}
          hint={say.emptyIsNot}
          name="callDaysBefore"
          inputMode="numeric"
          defaultValue={rule.callDaysBefore ?? ''}
          error={error('callDaysBefore')}
        />
        <TextField
          label={say.mailGapDays}
          hint={say.mailGapHint}
          name="mailGapDays"
          inputMode="numeric"
          defaultValue={rule.mailGapDays ?? ''}
          error={wrong.includes('mailGapDays') ? say.wrongGap : undefined}
        />
        <SelectField label={say.textsField} name="texts" defaultValue={rule.texts ? 'yes' : 'no'}>
          <option value="yes">{say.yes}</option>
          <option value="no">{say.no}</option>
        </SelectField>
        <SelectField label={say.lettersField} name="letters" defaultValue={rule.letters ? 'yes' : 'no'}>
          <option value="yes">{say.yes}</option>
          <option value="no">{say.no}</option>
        </SelectField>
        <TextField
          label={say.fallbackDays}
          hint={say.emptyIsNot}
          name="fallbackDays"
          inputMode="numeric"
          defaultValue={rule.fallbackDays ?? ''}
          error={error('fallbackDays')}
        />
        <FallbackField chosen={rule.fallbackTo} />
        <TextField
          label={say.costOfCall}
          hint={say.costHint}
          name="costOfCall"
          inputMode="decimal"
          defaultValue={euros(rule.costOfCall)}
          error={error('costOfCall')}
        />
        <TextField
          label={say.costOfLetter}
          name="costOfLetter"
          inputMode="decimal"
          defaultValue={euros(rule.costOfLetter)}
          error={error('costOfLetter')}
        />
        <TextField
          label={say.costOfText}
          name="costOfText"
          inputMode="decimal"
          defaultValue={euros(rule.costOfText)}
          error={error('costOfText')}
        />
        <FormProblem>{save.error ? refusal(save.error) : null}</FormProblem>
        <p className="call-choices">
          <Button type="submit" look="primary" size="page" disabled={save.isPending}>
            {say.save}
          </Button>
          <Button look="text" onClick={close}>
            {say.cancel}
          </Button>
        </p>
      </form>
    </Dialog>
  )
}

/** The channels that follow on mail, in the one order there is. */
function FallbackField({ chosen }: { chosen: OutreachRule['fallbackTo'] }) {
  const say = useWords(callWords)
  return (
    <fieldset className="call-fallback">
      <legend>{say.fallbackTo}</legend>
      <p className="quiet">{say.fallbackHint}</p>
      {laterChannels.map((channel) => (
        <label key={channel}>
          <input
            type="checkbox"
            name="fallbackTo"
            value={channel}
            defaultChecked={chosen.includes(channel)}
          />{' '}
          {say.ruleFallback[channel]}
        </label>
      ))}
    </fieldset>
  )
}
