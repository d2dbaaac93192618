import type { Anchor } from '../../outcome-sets/moment.ts'
import { anchorWords } from '../../schedule/anchor-words.ts'
import { approximateDays } from '../../time/duration.ts'
import type { Localised } from '../../words.ts'
import { anchorsOf } from '../change-set.ts'
import { type Draft, textAt, valueAt, withValue } from '../draft.ts'
import { both, type Choice, type Field } from '../fields.ts'
import type { Context } from '../part.ts'

const times = {
  opens: both('Opent', 'Opens'),
  due: both('Antwoorden nodig', 'Answers due'),
  closes: both('Sluit', 'Closes'),
  linkDead: both('Link werkt tot', 'Link works until'),
}
const order = Object.keys(times) as (keyof typeof times)[]

/** From what a moment is counted, and from when until when it is open. */
export const momentWhen = (draft: Draft, context: Context): Field[] => [
  countedFrom(draft, context),
  ...(valueAt(draft, 'anchor.kind') === 'date'
    ? [{ kind: 'date', at: 'anchor.date', label: both('Datum', 'Date') } as Field]
    : []),
  ...order.map(
    (at): Field => ({ kind: 'length', at, sided: true, label: times[at], cure: cureAt(draft, at) }),
  ),
]

const isEarly = (draft: Draft, at: keyof typeof times) => {
  const before = order[order.indexOf(at) - 1]
  return before !== undefined && approximateDays(textAt(draft, at)) < approximateDays(textAt(draft, before))
}

/** The times that lie before the one that they come after. */
export const timesWrong = (draft: Draft): string[] => order.filter((at) => isEarly(draft, at))

function cureAt(draft: Draft, at: keyof typeof times): Localised | undefined {
  const before = times[order[order.indexOf(at) - 1] ?? at]
  if (!isEarly(draft, at)) return undefined
  return both(`Dit mag niet eerder zijn dan “${before.nl}”.`, `This cannot be earlier than “${before.en}”.`)
}

const DATE = JSON.stringify({ kind: 'date', date: '' })

/** Counted from what the set has; what it does not have any more stays among the choices while it is chosen. */
function countedFrom(draft: Draft, { set }: Context): Field {
  const anchor = draft.anchor as Anchor
  const isDate = anchor.kind === 'date'
  const anchors = anchorsOf(set, textAt(draft, 'id'))
  const own = isDate ? DATE : JSON.stringify(anchor)
  const isListed = isDate || anchors.some((one) => JSON.stringify(one) === own)
  const choices = (isListed ? anchors : [anchor, ...anchors]).map(
    (one): Choice => ({ value: JSON.stringify(one), label: anchorWords(one, set) }),
  )
  return {
    kind: 'turn',
    at: 'anchor',
    label: both('Geteld vanaf', 'Counted from'),
    value: own,
    choices: [...choices, { value: DATE, label: both('een vaste datum', 'a fixed date') }],
    turn: (before, value) => withValue(before, 'anchor', JSON.parse(value)),
  }
}
