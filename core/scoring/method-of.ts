import type { Item } from '../instruments/instrument.ts'
import type { ScoringMethod } from '../instruments/method-shapes.ts'
import type { Scale } from '../instruments/scale.ts'
import { decisionTree } from './decision-tree.ts'
import { decrements } from './decrements.ts'
import { itemResponse } from './item-response.ts'
import { countedValues } from './item-value.ts'
import { linear } from './linear.ts'
import { lookup } from './lookup.ts'
import { lookupByForm } from './lookup-by-form.ts'
import { maxOfGroup } from './max-of-group.ts'
import { mean } from './mean.ts'
import { leastAnswers, type Method } from './method.ts'
import { prorate } from './prorate.ts'
import { sum } from './sum.ts'
import { weightedSum } from './weighted-sum.ts'

type OfItems = Exclude<ScoringMethod, { kind: 'mean-of-scales' }>

/** The function that scores a scale's answers; `items` are the scale's own, in its order. */
export function methodOf(method: OfItems, scale: Scale, items: readonly Item[]): Method {
  const keys = scale.items
  const least = 'minAnswered' in method ? leastAnswers(method.minAnswered, keys.length) : keys.length
  switch (method.kind) {
    case 'sum':
      return sum(keys.length)
    case 'prorate':
      return prorate(keys.length, least, method.rounding)
    case 'mean':
      return mean(least)
    case 'linear-0-100':
      return linear(method.min, method.max, least)
    case 'weighted-sum':
      return weightedSum(keys, method, least)
    case 'lookup':
      return lookup(keys.length, method.table)
    case 'lookup-by-form':
      return lookupByForm(keys, method.forms)
    case 'decrements':
      return decrements(keys, method)
    case 'max-of-group':
      return maxOfGroup(keys, method)
    case 'decision-tree':
      return decisionTree(keys, method.questions)
    case 'graded-response':
      return itemResponse(
        keys,
        items.map((item) => countedValues(item, scale)),
        method,
        least,
      )
  }
}
