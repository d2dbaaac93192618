import { lengthWords } from '../../../../../core/duration-words.ts'
import type { Instrument } from '../../../../../core/instrument.ts'
import type { AlertRule, OutcomeSet } from '../../../../../core/outcome-set.ts'
import { Button } from '../../../../kit/button.tsx'
import { useFormats } from '../../../../kit/format.ts'
import { Section } from '../../../../kit/frame.tsx'
import { useLocal, useWords } from '../../../../kit/words.tsx'
import { pathWords } from '../path-words.ts'
import { designWords } from './design-words.ts'

type AlertsProps = {
  set: OutcomeSet
  instruments: readonly Instrument[]
  edit: (id: string) => void
  add: () => void
}

/** The alerts that are switched on: what calls, who responds, and within which time. */
export function Alerts({ set, instruments, edit, add }: AlertsProps) {
  const say = useWords(designWords)
  const pathSay = useWords(pathWords)
  const local = useLocal()
  const ruleWords = useRuleWords(instruments)
  const roleOf = (id: string) => local(set.roles.find((one) => one.id === id)?.title ?? { nl: id, en: id })
  return (
    <Section title={say.alerts}>
      <p className="quiet">{say.alertsAbout}</p>
      {set.alerts.length === 0 ? <p>{say.noAlerts}</p> : null}
      <ul className="design-list">
        {set.alerts.map((alert) => (
          <li key={alert.id}>
            <span>
              <b>{local(alert.title)}</b> <span className="quiet">{say.severities[alert.severity]}</span>
              <span className="table-about">
                {say.alertLine(
                  ruleWords(alert.when),
                  roleOf(alert.role),
                  local(lengthWords(alert.respondWithin)),
                )}
              </span>
            </span>
            <Button
              look="text"
              aria-label={pathSay.changeOf(local(alert.title))}
              onClick={() => edit(alert.id)}
            >
              {pathSay.change}
            </Button>
          </li>
        ))}
      </ul>
      <Button onClick={add}>{say.addAlert}</Button>
    </Section>
  )
}

/** What a rule says, in the words of the questionnaire. */
function useRuleWords(instruments: readonly Instrument[]) {
  const say = useWords(designWords)
  const local = useLocal()
  const { number } = useFormats()
  return (when: AlertRule['when']): string => {
    const of = instruments.find(({ id }) => id === when.instrument)
    const title =
      when.kind === 'item'
        ? of?.items.find(({ key }) => key === when.item)?.label
        : of?.scales.find(({ id }) => id === when.scale)?.title
    const name = title ? local(title) : when.instrument
    return when.kind === 'change'
      ? say.worse(name, say.sinces[when.since])
      : `${name} ${when.op} ${number(when.value, 1)}`
  }
}
