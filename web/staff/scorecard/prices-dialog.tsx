import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import type { TeamCosts } from '../../../core/costs/team-costs.ts'
import { ApiError } from '../../kit/api.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { useLocal, useWords } from '../../kit/words.tsx'
import { FormProblem } from '../sign-in/door.tsx'
import { useProblem } from '../sign-in/problem.ts'
import { type Prices, setPrices } from './queries.ts'
import { words } from './words.ts'

type DialogProps = { costs: TeamCosts; teamId: string; close: () => void }

/** The price list of the organisation, as far as this care path needs it. */
export function PricesDialog({ costs: { activities, stages }, teamId, close }: DialogProps) {
  const say = useWords(words)
  const local = useLocal()
  const queries = useQueryClient()
  const problem = useProblem(say.problems)
  const save = useMutation({
    mutationFn: (given: Prices) => setPrices(teamId, given),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['team-costs'] })
      close()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const filled = activities.filter(({ code }) => formText(form, code) !== '')
    save.mutate({
      source: formText(form, 'source'),
      prices: filled.map(({ code }) => ({ activity: code, cents: centsOf(formText(form, code)) })),
    })
  }
  const isInvalid = save.error instanceof ApiError && save.error.status === 400
  return (
    <Dialog title={say.prices.title} closeLabel={say.prices.close} close={close} size="lg">
      <p className="quiet">{say.prices.about}</p>
      <form onSubmit={submit} noValidate>
        <TextField
          label={say.prices.source}
          hint={say.prices.sourceHint}
          name="source"
          maxLength={120}
          defaultValue={activities.find(({ source }) => source)?.source ?? ''}
          data-autofocus
        />
        {stages.map(({ id, title }) => (
          <fieldset key={id} className="scorecard-prices">
            <legend>{local(title)}</legend>
            {activities
              .filter(({ stage }) => stage === id)
              .map(({ code, title: name, minutes, cents }) => (
                <TextField
                  key={code}
                  label={`${local(name)} · ${say.prices.per(minutes)}`}
                  name={code}
                  inputMode="decimal"
                  autoComplete="off"
                  defaultValue={cents === null ? '' : String(cents / 100)}
                />
              ))}
          </fieldset>
        ))}
        <FormProblem>
          {isInvalid ? (say.problems.invalid ?? null) : save.error ? problem(save.error) : null}
        </FormProblem>
        <p className="dialog-row dialog-end">
          <Button type="submit" look="primary" size="page" disabled={save.isPending}>
            {say.prices.save}
          </Button>
          <Button look="text" onClick={close}>
            {say.prices.close}
          </Button>
        </p>
      </form>
    </Dialog>
  )
}

/** Euros as people write them, '1.250', '149,50' or '149.50', in cents; what is no amount is refused by the server. */
function centsOf(text: string): number {
  const [, euros, cents = ''] = /^€?\s*([\d\s]+|\d{1,3}(?:\.\d{3})+)(?:[.,](\d{1,2}))?$/.exec(text) ?? []
  return euros === undefined ? -1 : Number(euros.replace(/[\s.]/g, '')) * 100 + Number(cents.padEnd(2, '0'))
}
