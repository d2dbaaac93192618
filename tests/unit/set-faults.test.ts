import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isInDutch } from '../../core/definitions/shape-words.ts'
import { cureOf, isSaidBy, withTold } from '../../core/design/faults.ts'
import { formAt } from '../../core/design/form-at.ts'
import { alert } from '../../core/design/parts/alert.ts'
import { fieldName } from '../../core/difference/fields.ts'
import { instrumentShape } from '../../core/instruments/instrument.ts'
import { outcomeSetShape } from '../../core/outcome-sets/outcome-set.ts'
import { sentenceOf } from '../../core/problem.ts'
import { registerShape } from '../../core/register/shape.ts'
import { faultsAfter } from '../support/broken-definitions.ts'
import { brokenSets } from '../support/broken-sets.ts'
import { outcomeSet } from '../support/definitions.ts'
import { shapePieces } from '../support/shape-pieces.ts'

// Who writes a set in forms never sees its file: what is wrong is said in their words, and leads to where it is mended.

const ID = 'hip-knee-osteoarthritis'
const set = outcomeSet(ID)

const told = brokenSets.map(({ at, value }) => {
  const faults = faultsAfter(`outcome-sets/${ID}.json`, at, value)
  const lines = faults.slice(0, 2).map((fault) => {
    const form = formAt(set, fault.at.match(/[^.[\]]+/g) ?? [])
    return [
      `  ${fault.where?.nl ?? '–'} | ${fault.where?.en ?? '–'}`,
      `    ${fault.message.nl}`,
      `    ${sentenceOf({ message: fault.message }, 'en')}`,
      `    → ${form ? `${form.form} ${form.id} ${form.place}`.trimEnd() : 'JSON'}`,
    ].join('\n')
  })
  return { at, faults, text: [`${at} = ${JSON.stringify(value) ?? 'nothing'}`, ...lines].join('\n') }
})

test('every broken set is told so in sentences that people read, with the form that mends it', async () => {
  expect(told.filter(({ faults }) => faults.length === 0).map(({ at }) => at)).toEqual([])
  await expect(`${told.map(({ text }) => text).join('\n')}\n`).toMatchFileSnapshot('./set-faults.golden.txt')
})

/** A sentence without what is filled in: names, titles and numbers. */
const bare = (text: string) => text.replace(/"[^"]*"|“[^”]*”|\d+/g, '…')

// In these files every call says another problem; where one says it of many lists, it is counted once.
const FILES = [
  'outcome-sets/outcome-set-problems.ts',
  'outcome-sets/name-problems.ts',
  'outcome-sets/indicator-problems.ts',
  'outcome-sets/triage-shape.ts',
  'definitions/limit-problems.ts',
  'definitions/set-against-instruments.ts',
  'definitions/used-instruments.ts',
  'definitions/unseen-problems.ts',
]

test('there is a broken set for each problem that a set can have', () => {
  const said = new Set(
    told.flatMap(({ faults }) => faults.map(({ message }) => [bare(message.nl), bare(message.en)])).flat(),
  )
  const missing = FILES.flatMap((file) => {
    const source = readFileSync(new URL(`../../core/${file}`, import.meta.url), 'utf8')
    return sentencesIn(source).filter((one) => ![...said].some((sentence) => sentence.includes(one)))
  })
  expect(missing).toEqual([])
})

/** The longest fixed stretch of each sentence in a source: of every text with words in it. */
function sentencesIn(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|^import[^\n]*$/gm, ' ')
  return [...code.matchAll(/'((?:\\.|[^'\\\n])*)'|`((?:\\.|[^`\\])*)`/g)]
    .map(([, one, other]) => one ?? other ?? '')
    .map(
      (text) =>
        text.split(/\$\{[^}]*\}|"[^"]*"|“[^”]*”|\d+/).toSorted((x, y) => y.length - x.length)[0] ?? '',
    )
    .filter((text) => text.length > 12 && text.includes(' '))
}

const shapes = [outcomeSetShape, instrumentShape, registerShape]

test('every sentence and every field of a shape is there in Dutch', () => {
  const { sentences, fields } = shapePieces(shapes)
  expect(sentences.size).toBeGreaterThan(12)
  expect([...sentences].filter((one) => !isInDutch(one))).toEqual([])
  const same = ['id', 'code', 'codes', 'partner', 'parameters', 'index', 'bank'] // the same word, or a name of the file
  expect([...fields].filter((one) => fieldName(one).nl === one && !same.includes(one))).toEqual([])
})

test('a limit that no answer reaches is told at its field, in the words of the check', () => {
  const [first] = set.alerts
  const told = {
    place: 'when.value',
    sentence: { nl: 'Kies een andere grens.', en: 'Choose another limit.' },
  }
  const fields = alert.fields({ ...first }, { set, instruments: [] })
  const [limit] = withTold(fields, told).filter(({ at }) => at === told.place)
  expect(limit && cureOf(limit)).toEqual(told.sentence)
  expect(isSaidBy(fields, told)).toBe(true)
  expect(isSaidBy(fields, { ...told, place: 'elsewhere' })).toBe(false)
})
