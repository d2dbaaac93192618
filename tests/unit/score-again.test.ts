import { expect, it } from 'vitest'
import { scoreAgain } from '../../core/scoring/score-again.ts'
import { instrument } from '../support/definitions.ts'

const asked = instrument('hip-knee')
const [pain] = asked.scales
if (!pain) throw new Error('hip-knee has scales')
const twoOfThree = { pain_walking: 4, pain_rest: 6 }
const strict = {
  ...asked,
  scales: [{ ...pain, scoringVersion: 2, method: { kind: 'mean' as const, minAnswered: { count: 3 } } }],
}
const reasonsOf = (...given: Parameters<typeof scoreAgain>) =>
  scoreAgain(...given).map(({ reason }) => reason)

it('gives a score by the new way of counting', () => {
  const loose = { ...strict, scales: [{ ...pain, scoringVersion: 2 }] }
  expect(scoreAgain(loose, twoOfThree, asked)).toMatchObject([{ value: 5, scoringVersion: 2 }])
})

it('says that there is no score any more where the same was asked, whatever the wording', () => {
  expect(reasonsOf(strict, twoOfThree, { ...asked, form: null })).toEqual(['too-few-answers'])
})

it('says nothing of answers to another form, or to one that nobody knows', () => {
  const shorter = { ...asked, items: asked.items.filter(({ key }) => key !== 'pain_night') }
  const coarser = {
    ...asked,
    items: asked.items.map((item) => (item.key === 'pain_rest' ? { ...item, values: [0, 10] } : item)),
  }
  expect(reasonsOf(strict, twoOfThree, shorter)).toEqual([])
  expect(reasonsOf(strict, twoOfThree, coarser)).toEqual([])
  expect(reasonsOf(strict, twoOfThree, undefined)).toEqual([])
})

it('takes no score away for a table that waits to be confirmed', () => {
  const waiting = {
    ...strict,
    scales: strict.scales.map((one) => ({ ...one, confirmation: 'needed' as const })),
  }
  expect(reasonsOf(waiting, twoOfThree, asked)).toEqual([])
})
