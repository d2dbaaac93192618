import type { Item } from '../instruments/instrument.ts'
import type { Scale } from '../instruments/scale.ts'
import { type DefinitionProblem, problem } from '../problem.ts'
import { methodProblems } from './method-problems.ts'
import { noAnswer, notInScale } from './named-items.ts'
import { bandProblems, rangeProblems } from './range-problems.ts'
import { reachable, valuesPerItem } from './reachable.ts'
import { tableProblems } from './table-problems.ts'

/** What is wrong with one scale, given the instrument's items and the scales before it, which it may be made of. */
export function scaleProblems(
  scale: Scale,
  items: readonly Item[],
  earlier: readonly Scale[],
): DefinitionProblem[] {
  const named = [...referenceProblems(scale, items), ...recodeProblems(scale, items)]
  const references =
    named.length > 0 ? named : [...answeredProblems(scale), ...methodProblems(scale, items, earlier)]
  if (references.length > 0) return references
  const spans = valuesPerItem(scale, items)
  return [
    ...tableProblems(scale, spans),
    ...rangeProblems(scale, reachable(scale, spans, items, earlier)),
    ...bandProblems(scale),
    ...errorProblems(scale),
    ...confirmationProblems(scale),
  ]
}

function referenceProblems(scale: Scale, items: readonly Item[]): DefinitionProblem[] {
  const named = scale.items.flatMap((key, place) => itemProblems(scale, items, key, place))
  const outside = [
    ...scale.reverse.map((key) => ['reverse', key]),
    ...Object.keys(scale.recode).map((key) => ['recode', key]),
  ]
    .filter(([, key]) => !scale.items.includes(key ?? ''))
    .map(([field = '', key = '']) => notInScale([field], key))
  return [...named, ...outside]
}

function itemProblems(scale: Scale, items: readonly Item[], key: string, place: number): DefinitionProblem[] {
  const path = ['items', place]
  const item = items.find((one) => one.key === key)
  if (!item) {
    const nl = `er is geen vraag "${key}"; kies een andere`
    return [
      problem(
        path,
        nl,
        `there is no item "${key}"; choose another`,
        items.map((one) => one.key),
      ),
    ]
  }
  if (scale.items.indexOf(key) < place)
    return [
      problem(
        path,
        `"${key}" telt twee keer; noem die vraag één keer`,
        `"${key}" is counted twice; name it once`,
      ),
    ]
  if (item.kind !== 'text' && item.kind !== 'date' && item.kind !== 'multiple') return []
  const nl = `"${key}" heeft geen enkel getal als antwoord, en kan niet meetellen; haal die vraag uit de schaal`
  const en = `"${key}" has no single number as its answer and cannot be scored; take it out of the scale`
  return [problem(path, nl, en)]
}

function recodeProblems(scale: Scale, items: readonly Item[]): DefinitionProblem[] {
  return Object.entries(scale.recode).flatMap(([key, map]) => {
    const path = ['recode', key]
    if (scale.reverse.includes(key)) {
      const nl = `"${key}" is omgezet én omgedraaid; schrijf de omgedraaide waarden bij het omzetten`
      const en = `"${key}" is both recoded and reversed; write the reversed values into "recode"`
      return [problem(path, nl, en)]
    }
    const item = items.find((one) => one.key === key)
    const values = item && 'values' in item ? item.values : []
    const missing = values.filter((value) => !Object.hasOwn(map, String(value)))
    const strange = Object.keys(map).filter((value) => !values.includes(Number(value)))
    const lacks = missing.join(', ')
    const nl = `voor antwoord ${lacks} is er geen waarde; voeg die toe`
    return [
      ...(missing.length > 0 ? [problem(path, nl, `no value is given for answer ${lacks}; add it`)] : []),
      ...strange.map((value) => noAnswer([...path, value], value, key, values.join(', '))),
    ]
  })
}

function answeredProblems({ method, items }: Scale): DefinitionProblem[] {
  if (!('minAnswered' in method) || !('count' in method.minAnswered)) return []
  if (method.minAnswered.count <= items.length) return []
  const { count } = method.minAnswered
  const nl = `${count} antwoorden zijn nooit te halen: de schaal heeft ${items.length === 1 ? '1 vraag' : `${items.length} vragen`}; kies een lager aantal`
  const en = `${count} answers can never be reached: the scale has ${items.length === 1 ? '1 item' : `${items.length} items`}; choose a lower number`
  return [problem(['method', 'minAnswered', 'count'], nl, en)]
}

/** Numbers from memory say where they can be looked up; once somebody did, they are no longer unverified. */
function confirmationProblems({ confirmation, methodSource }: Scale): DefinitionProblem[] {
  if (confirmation === undefined) return []
  if (!methodSource) {
    const nl = 'schrijf met welke bron de getallen vergeleken moeten worden'
    return [problem(['methodSource'], nl, 'say which source the numbers are to be compared with')]
  }
  if (confirmation === 'needed' || !methodSource.unverified) return []
  const nl = 'deze getallen zijn nagekeken; haal "unverified" weg, of schrijf "confirmation": "needed"'
  const en = 'these numbers were confirmed; take "unverified" out, or write "confirmation": "needed"'
  return [problem(['methodSource', 'unverified'], nl, en)]
}

function errorProblems({ error, method }: Scale): DefinitionProblem[] {
  if (error?.kind !== 'per-score') return []
  const tables = method.kind === 'lookup' ? [method] : method.kind === 'lookup-by-form' ? method.forms : null
  const complete =
    method.kind === 'graded-response' ||
    tables?.every(({ table }) => table.every((row) => row.standardError !== undefined))
  const nl = 'een meetfout per score vraagt om een tabel waarin elke rij een "standardError" heeft'
  const en = '"per-score" needs a lookup table in which every row has a "standardError"'
  return complete ? [] : [problem(['error'], nl, en)]
}
