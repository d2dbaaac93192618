import { parseCondition } from '../form/condition-parser.ts'
import type { Condition } from '../form/conditions.ts'
import type { Item } from '../instruments/instrument.ts'
import { codedAnswer, isCoded } from './answer-options.ts'
import type { EnableWhen, QuestionnaireItem } from './shape.ts'

type Enabling = Pick<QuestionnaireItem, 'enableWhen' | 'enableBehavior'>

/**
 * A condition as R4's `enableWhen`. One that it cannot say (and within or) is left out here: it stands in our own
 * definition beside it.
 */
export function enableWhenOf(visibleIf: string | undefined, items: readonly Item[]): Enabling {
  const read = visibleIf === undefined ? null : parseCondition(visibleIf)
  if (!read || 'problem' in read) return {}
  const { condition } = read
  const parts = 'parts' in condition ? condition.parts : [condition]
  const clauses = parts.map((part) => clausesOf(part, items))
  const isSimple = clauses.every((some) => some.length === 1)
  const isAny = parts.length === 1 || condition.kind === 'or'
  const enableWhen = clauses.flat()
  if (clauses.some((some) => some.length === 0) || !(isSimple || isAny)) return {}
  if (enableWhen.length === 1) return { enableWhen }
  return { enableWhen, enableBehavior: isAny ? 'any' : 'all' }
}

/** One question's clauses, any of which is enough. Coded answers have no order in FHIR, so each that would do is named. */
function clausesOf(condition: Condition, items: readonly Item[]): EnableWhen[] {
  if ('parts' in condition) return []
  const item = items.find(({ key }) => key === condition.question)
  if (!item) return []
  const { question } = condition
  if (condition.kind === 'empty' || condition.kind === 'notempty')
    return [{ question, operator: 'exists', answerBoolean: condition.kind === 'notempty' }]
  if (condition.kind === 'anyof') return condition.values.map((value) => equals(item, '=', value))
  if (condition.kind !== 'compare') return []
  const { op, value } = condition
  if (op === '=' || op === '<>') return [equals(item, op === '=' ? '=' : '!=', value)]
  if (!isCoded(item) || !('values' in item)) return [equals(item, op, value)]
  return item.values.filter((one) => isBeyond(one, op, value)).map((one) => equals(item, '=', one))
}

function isBeyond(one: number, op: '>' | '>=' | '<' | '<=', value: number): boolean {
  if (op === '>') return one > value
  if (op === '>=') return one >= value
  return op === '<' ? one < value : one <= value
}

function equals(item: Item, operator: string, value: number): EnableWhen {
  const { key: question } = item
  if (isCoded(item)) return { question, operator, answerCoding: codedAnswer(value) }
  return item.kind === 'number' && !item.whole
    ? { question, operator, answerDecimal: value }
    : { question, operator, answerInteger: value }
}
